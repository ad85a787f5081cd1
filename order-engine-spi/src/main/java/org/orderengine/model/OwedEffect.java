package org.orderengine.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A piece of outside work that an order owes: written with the commit that decided it, and gone with the commit that
 * books its outcome.
 *
 * @param id the effect's id within its order, never used twice; with the order's id it makes the idempotency key
 * @param name what is to be done, as process definitions name it: {@code payment.capture}, {@code inventory.reserve}, …
 * @param subject the payment, shipment or return that it is for, if it is for one
 * @param amount how much money it moves, if it moves money
 * @param lines the units that it is about, if it is about units
 * @param codes the coupons that it is about, if it is about coupons
 * @param points how many points it moves
 * @param location where the units are, at a host that names locations
 * @param parts for a reservation at such a host: what was asked of which location, in that order; none before it is known where
 *     the units are
 * @param run the busy state that waits for it; without one the order goes on meanwhile
 * @param status how far it is
 * @param attempts how often the service was called for it
 * @param due when the next call is due
 * @param problem why it was not done yet, after an attempt that did not end well
 */
public record OwedEffect(
        String id,
        String name,
        @Nullable String subject,
        @Nullable Money amount,
        List<LineQuantity> lines,
        List<String> codes,
        long points,
        @Nullable String location,
        List<Allotment> parts,
        @Nullable String run,
        Status status,
        int attempts,
        Instant due,
        @Nullable Problem problem) {

    /** How far an owed effect is. */
    public enum Status {
        /** To be performed when due. */
        OWED,
        /** Its answer was lost: the service is asked for it, and not called again before it is known (P4). */
        UNKNOWN,
        /** Given up: a person has to resolve it. */
        PARKED
    }

    public OwedEffect {
        Checks.requireText(id, "effect");
        Checks.requireText(name, "name of effect", id);
        Checks.requireNotNegative(attempts, "attempts of effect", id);
        lines = List.copyOf(lines);
        codes = List.copyOf(codes);
        parts = List.copyOf(parts);
    }

    /** An effect that no location is named for. */
    public OwedEffect(
            String id,
            String name,
            @Nullable String subject,
            @Nullable Money amount,
            List<LineQuantity> lines,
            List<String> codes,
            long points,
            @Nullable String run,
            Status status,
            int attempts,
            Instant due,
            @Nullable Problem problem) {
        this(id, name, subject, amount, lines, codes, points, null, List.of(), run, status, attempts, due, problem);
    }

    /** The number, from 1, of the part that is to be done next; 0 where there is none, so that the whole is. */
    public int nextPart() {
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i).status() == Allotment.Status.OWED) {
                return i + 1;
            }
        }
        return 0;
    }

    /** The units that no location holds yet for a reservation. */
    public List<LineQuantity> unheld() {
        if (parts.isEmpty()) {
            return lines;
        }
        List<LineQuantity> unheld = new ArrayList<>();
        for (LineQuantity asked : lines) {
            long left = asked.quantity();
            for (Allotment part : parts) {
                left -= part.isHeld() ? part.of(asked.line()) : 0;
            }
            if (left > 0) {
                unheld.add(new LineQuantity(asked.line(), left));
            }
        }
        return unheld;
    }

    /** This effect when the location that is asked next holds its part, and the one behind it is to be asked. */
    public OwedEffect afterPart(List<LineQuantity> backordered, List<LineQuantity> missing) {
        List<Allotment> after = new ArrayList<>(parts);
        int asked = nextPart() - 1;
        after.set(asked, parts.get(asked).held(backordered, missing));
        return allotted(after, due, problem);
    }

    /** This effect when other parts of it are to be done. */
    public OwedEffect allotted(List<Allotment> newParts, Instant newDue, @Nullable Problem newProblem) {
        return new OwedEffect(
                id,
                name,
                subject,
                amount,
                lines,
                codes,
                points,
                location,
                newParts,
                run,
                Status.OWED,
                0,
                newDue,
                newProblem);
    }

    /** This effect after another attempt that left it to be done. */
    public OwedEffect postponed(Status newStatus, int newAttempts, Instant newDue, @Nullable Problem newProblem) {
        return new OwedEffect(
                id,
                name,
                subject,
                amount,
                lines,
                codes,
                points,
                location,
                parts,
                run,
                newStatus,
                newAttempts,
                newDue,
                newProblem);
    }
}
