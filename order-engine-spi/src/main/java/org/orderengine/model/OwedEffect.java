package org.orderengine.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of outside work that an order owes.
 *
 * <p>The life of an owed effect:
 *
 * <ol>
 *   <li>A commit owes it, in the same transaction as the events that made it necessary.
 *   <li>A thread calls the service that does it.
 *   <li>The service's answer comes back as a command, and its commit removes the effect.
 * </ol>
 *
 * <p>A failed call is made again later. A call about money whose answer was lost is queried, not repeated (P4). After the last call an
 * effect is parked until a person resolves it.
 *
 * <pre>{@code
 * for (OwedEffect effect : order.flow().effects()) {
 *     report(effect.id(), effect.name(), effect.status(), effect.problem());
 * }
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param id the effect's id within its order
 * @param intent what is to be done
 * @param run the busy state that waits for it; null where the order goes on meanwhile
 * @param progress how far it is
 * @param asked for an effect of the host's own, the action that led to it, where anything of the host's own went with that
 */
public record OwedEffect(EffectId id, Intent intent, @Nullable String run, Progress progress, @Nullable Asked asked) {

    /** An effect with whose action nothing of the host's own went. */
    public OwedEffect(EffectId id, Intent intent, @Nullable String run, Progress progress) {
        this(id, intent, run, progress, null);
    }

    /** How far an owed effect is. */
    public enum Status {
        /** To be performed when due. */
        OWED,
        /**
         * Its answer was lost, or its buyer is waited for. Money is queried, and not called again before the outcome is known (P4); everything
         * else is called again with the same key.
         */
        UNKNOWN,
        /** No further call is made until a person resolves it. */
        PARKED
    }

    /**
     * What became of an owed effect so far.
     *
     * @param status how far it is
     * @param attempts how often the service was called or asked for it, whatever came of it
     * @param streak how many of these, the last ones, came to the same: it was not done, or it was not known. Pauses grow with
     *     it, and both counts are bounded
     * @param due when the next call is due
     * @param problem why it was not done yet, after an attempt that did not end well
     * @param parts for a reservation at a host that names locations: what was asked of which location, in that order; empty until
     *     the locations are chosen
     * @param buyerStep what the buyer needs to complete a payment; null where no payment is pending
     */
    public record Progress(
            Status status,
            int attempts,
            int streak,
            Instant due,
            @Nullable Problem problem,
            List<AllocatedPart> parts,
            @Nullable BuyerStep buyerStep) {

        public Progress {
            Checks.requireNotNegative(attempts, "attempts of effect");
            Checks.requireNotNegative(streak, "streak of effect");
            if (streak > attempts) {
                throw Checks.refused("a streak of " + streak + " in " + attempts + " attempts of an effect");
            }
            parts = List.copyOf(parts);
        }

        /** Where no payment is pending. */
        public Progress(
                Status status,
                int attempts,
                int streak,
                Instant due,
                @Nullable Problem problem,
                List<AllocatedPart> parts) {
            this(status, attempts, streak, due, problem, parts, null);
        }

        /** All attempts came to the same. */
        public Progress(
                Status status, int attempts, Instant due, @Nullable Problem problem, List<AllocatedPart> parts) {
            this(status, attempts, attempts, due, problem, parts);
        }

        /** Nothing was done yet. */
        public static Progress due(Instant due) {
            return new Progress(Status.OWED, 0, 0, due, null, List.of());
        }
    }

    /** What is to be done, as process definitions name it. */
    public String name() {
        return intent.name();
    }

    /** The payment, shipment or return that it is for, if it is for one. */
    public @Nullable String subject() {
        return intent.subject();
    }

    /** How much money it moves, if it moves money. */
    public @Nullable Money amount() {
        return intent.amount();
    }

    /** The units that it is about. */
    public List<LineQuantity> lines() {
        return intent.lines();
    }

    /** The coupons that it is about. */
    public List<String> codes() {
        return intent.codes();
    }

    /** How many points it moves. */
    public long points() {
        return intent.points();
    }

    /** Where the units are, at a host that names locations. */
    public @Nullable String location() {
        return intent.location();
    }

    /** How far it is. */
    public Status status() {
        return progress.status();
    }

    /** How often the service was called or asked for it. */
    public int attempts() {
        return progress.attempts();
    }

    /** How many of the last attempts came to the same. */
    public int streak() {
        return progress.streak();
    }

    /** When the next call is due. */
    public Instant due() {
        return progress.due();
    }

    /** Why it was not done yet, after an attempt that did not end well. */
    public @Nullable Problem problem() {
        return progress.problem();
    }

    /** What the buyer needs to complete a payment that is pending. */
    public @Nullable BuyerStep buyerStep() {
        return progress.buyerStep();
    }

    /** What was asked of which location, for a reservation at a host that names locations. */
    public List<AllocatedPart> parts() {
        return progress.parts();
    }

    /** Whether no service was called for it yet. */
    public boolean isUntried() {
        return status() == Status.OWED && attempts() == 0;
    }

    /** The number, from 1, of the part that is to be done next; 0 where it has no such part. */
    public int nextPart() {
        List<AllocatedPart> parts = parts();
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).status() == AllocatedPart.Status.OWED) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The units that no location holds yet for a reservation. */
    public List<LineQuantity> unheld() {
        if (parts().isEmpty()) {
            return lines();
        }
        List<LineQuantity> unheld = new ArrayList<>();
        for (LineQuantity asked : lines()) {
            long left = asked.quantity();
            for (AllocatedPart part : parts()) {
                left -= part.isHeld() ? part.of(asked.line()) : 0;
            }
            if (left > 0) {
                unheld.add(new LineQuantity(asked.line(), left));
            }
        }
        return unheld;
    }

    /** This effect after the location that is asked next has held its part. */
    public OwedEffect afterPart(List<LineQuantity> backordered, List<LineQuantity> missing) {
        List<AllocatedPart> after = new ArrayList<>(parts());
        int asked = nextPart() - 1;
        after.set(asked, parts().get(asked).held(backordered, missing));
        return allotted(after, due(), problem());
    }

    /** This effect with other parts, none of which was tried. */
    public OwedEffect allotted(List<AllocatedPart> newParts, Instant newDue, @Nullable Problem newProblem) {
        return with(new Progress(Status.OWED, 0, 0, newDue, newProblem, newParts));
    }

    /** This effect after another attempt that left it to be done. */
    public OwedEffect postponed(
            Status newStatus, int newAttempts, int newStreak, Instant newDue, @Nullable Problem newProblem) {
        return with(new Progress(newStatus, newAttempts, newStreak, newDue, newProblem, parts()));
    }

    /** This effect with what the buyer needs to complete its payment. */
    public OwedEffect awaiting(@Nullable BuyerStep step) {
        return with(new Progress(status(), attempts(), streak(), due(), problem(), parts(), step));
    }

    private OwedEffect with(Progress newProgress) {
        return new OwedEffect(id, intent, run, newProgress, asked);
    }
}
