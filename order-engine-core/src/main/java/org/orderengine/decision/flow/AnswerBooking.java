package org.orderengine.decision.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.UnitsByLocation;
import org.orderengine.decision.effect.Cancellations;
import org.orderengine.decision.effect.Changes;
import org.orderengine.decision.effect.Desks;
import org.orderengine.decision.effect.StockAllocation;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.BuyerStep;
import org.orderengine.model.Intent;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Problem;
import org.orderengine.model.Run;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.text.Texts;

/**
 * Books the answers of services.
 *
 * <ul>
 *   <li>Done: the desk makes the entries, and the effect is no longer owed.
 *   <li>Declined: the effect is given up, and its busy state is turned back. It is parked where the work must happen anyway, or
 *       where the busy state has no transition for a decline.
 *   <li>Failed: the effect is called again later. After the last attempt it is parked, or given up where its busy state has a
 *       transition for a failure.
 *   <li>Pending: the buyer is waited for, and the provider asked once at the end; then the payment is declined.
 *   <li>Unknown: money is queried later, everything else is called again. After the last attempt the effect is parked.
 * </ul>
 *
 * <p>Belongs to one decision and one thread.
 */
public final class AnswerBooking {

    /** The longest that a buyer has to complete a payment. */
    private static final Duration LONGEST_PENDING = Duration.ofHours(1);

    private final CompiledProcess process;
    private final Draft draft;
    private final StepFollower flowing;

    public AnswerBooking(CompiledProcess process, Draft draft, StepFollower flowing) {
        this.process = process;
        this.draft = draft;
        this.flowing = flowing;
    }

    /** Takes the answer to the next part of an effect, or to the whole where it has no parts. */
    public void take(OwedEffect effect, EffectResult result) {
        if (!(result instanceof EffectResult.Allocated)
                && (result instanceof EffectResult.Done || effect.nextPart() == 0)) {
            process.observe(effect, result);
        }
        if (result instanceof EffectResult.Allocated allotted) {
            allotted(effect, allotted);
        } else if (result instanceof EffectResult.Done done && !effect.parts().isEmpty()) {
            held(effect, done);
        } else if (result instanceof EffectResult.Done done) {
            Desks.done(draft, effect, done);
        } else if (result instanceof EffectResult.Declined declined) {
            declined(effect, problem(declined.code(), declined.message()));
        } else if (result instanceof EffectResult.Unknown unknown) {
            unknown(effect, unknown);
        } else if (result instanceof EffectResult.Failed failed) {
            failed(effect, failed);
        } else if (result instanceof EffectResult.Pending pending) {
            pending(effect, pending);
        }
    }

    /**
     * Enters that an operator declines for a service. Work that must happen anyway is owed again under a new id; a promise that the provider
     * does not let go of counts as expired.
     */
    void takeNo(OwedEffect effect, Problem problem) {
        if (Desks.isDueWhateverIsSaid(effect)) {
            draft.apply(new Event.EffectDeclined(effect.id(), problem));
            Desks.neverDone(draft, effect);
            StockAllocation.release(draft, effect, null);
        } else {
            giveUp(effect, problem, Run.Ending.DECLINED);
        }
    }

    private void allotted(OwedEffect effect, EffectResult.Allocated allotted) {
        if (effect.nextPart() == 0 && !StockAllocation.allotted(draft, effect, allotted)) {
            noMore(
                    effect,
                    new Problem(
                            Codes.OUT_OF_STOCK,
                            "Order " + draft.order().id() + ": no location has what is still needed, "
                                    + effect.unheld()));
        }
    }

    /** A location holds its part. The entries are made once every part is held. An effect confirmed by an operator has no location. */
    private void held(OwedEffect effect, EffectResult.Done done) {
        boolean isPart = effect.nextPart() > 0;
        OwedEffect now = isPart ? StockAllocation.held(draft, effect, done) : effect;
        if (now.nextPart() > 0 || (isPart && !now.unheld().isEmpty())) {
            return;
        }
        StockAllocation.book(draft, now);
        if (!isPart) {
            StockAllocation.reserved(draft, now.unheld(), done, null);
        }
        draft.apply(new Event.EffectDone(effect.id(), done.reference()));
    }

    /** No location has the missing units. A partial reservation ends with the units held, if there are any. */
    private void noMore(OwedEffect effect, Problem problem) {
        boolean holdsSome = !UnitsByLocation.of(effect).isEmpty();
        if (holdsSome && EffectKind.of(effect).reserving() == ReservePolicy.PARTIAL) {
            StockAllocation.book(draft, effect);
            Cancellations.cancelOpen(draft, effect.unheld());
            draft.apply(new Event.EffectDone(effect.id(), null));
        } else {
            process.observe(effect, EffectResult.declined(problem.code(), problem.message()));
            saysNo(effect, problem);
        }
    }

    private void declined(OwedEffect effect, Problem problem) {
        if (effect.nextPart() == 0) {
            saysNo(effect, problem);
        } else if (!StockAllocation.declined(draft, effect, problem)) {
            OwedEffect now = draft.flow().effect(effect.id());
            noMore(now == null ? effect : now, problem);
        }
    }

    private void saysNo(OwedEffect effect, Problem problem) {
        Intent instead = Desks.instead(draft, effect);
        if (instead != null) {
            draft.apply(new Event.EffectDeclined(effect.id(), problem));
            draft.owe(effect.run(), instead);
            return;
        }
        if (Desks.isDueWhateverIsSaid(effect) || isWithoutWayBack(effect)) {
            park(effect, problem);
            return;
        }
        giveUp(effect, problem, Run.Ending.DECLINED);
    }

    /** Whether a busy state waits for an effect, and has no transition for a decline. */
    private boolean isWithoutWayBack(OwedEffect effect) {
        return effect.run() != null
                && draft.flow().run(effect.run()) != null
                && process.state(effect.run()).declined().isEmpty();
    }

    /** Ends an effect that will not be done, and turns back what depends on it. */
    void giveUp(OwedEffect effect, Problem problem, Run.Ending ending) {
        PendingChange change = draft.flow().change();
        draft.apply(new Event.EffectDeclined(effect.id(), problem));
        Run run = effect.run() == null ? null : draft.flow().run(effect.run());
        for (OwedEffect other : draft.flow().effects()) {
            if (run == null ? Desks.fallsWith(other, effect) : run.state().equals(other.run())) {
                draft.apply(new Event.EffectDropped(other.id()));
            }
        }
        Desks.givenUp(draft, effect);
        if (run != null) {
            flowing.turnBack(run, ending, problem);
        }
        StockAllocation.release(draft, effect, run == null ? null : run.state());
        if (run == null && change != null && Changes.needs(change, effect)) {
            Changes.takeBack(draft, change);
        } else if (run == null) {
            Desks.letBe(draft, effect);
        }
    }

    private void unknown(OwedEffect effect, EffectResult.Unknown unknown) {
        Attempts attempts = Attempts.after(effect, OwedEffect.Status.UNKNOWN);
        Problem problem = problem(Codes.OUTCOME_UNKNOWN, unknown.message());
        Instant next = attempts.nextAfterLost(draft);
        if (next == null) {
            park(effect, problem);
        } else {
            postpone(effect, OwedEffect.Status.UNKNOWN, attempts, next, problem);
        }
    }

    /** Waits for the buyer. One who has not come when the provider is asked has left. */
    private void pending(OwedEffect effect, EffectResult.Pending pending) {
        if (UncertainPayments.isPending(effect)) {
            left(effect);
            return;
        }
        Attempts attempts = Attempts.after(effect, OwedEffect.Status.UNKNOWN);
        Instant latest = draft.now().plus(LONGEST_PENDING);
        Instant until = pending.until().isBefore(latest) ? pending.until() : latest;
        draft.apply(new Event.EffectPostponed(
                effect.id(),
                OwedEffect.Status.UNKNOWN,
                attempts.number(),
                attempts.streak(),
                until,
                new Problem(Codes.BUYER_PENDING, "the buyer has to complete the payment until " + until),
                pending.data().isEmpty() ? null : new BuyerStep(pending.data())));
    }

    /** Declines a payment that its buyer did not complete, and has the provider close what was never authorized. */
    private void left(OwedEffect effect) {
        saysNo(effect, new Problem(Codes.BUYER_LEFT, "the buyer did not complete the payment in time"));
        Payment payment = effect.subject() == null ? null : draft.books().payment(effect.subject());
        if (payment != null && payment.isEmpty() && draft.flow().effect(effect.id()) == null) {
            draft.want(EffectKind.PAYMENT_VOID.units(payment.id(), List.of()));
        }
    }

    private void failed(OwedEffect effect, EffectResult.Failed failed) {
        Attempts attempts = Attempts.after(effect, OwedEffect.Status.OWED);
        Instant next = failed.retryable() ? attempts.nextRetry(draft) : null;
        if (next != null) {
            postpone(effect, OwedEffect.Status.OWED, attempts, next, problem(Codes.SERVICE_FAILED, failed.message()));
            return;
        }
        boolean leaves = effect.run() != null
                && !Desks.isGivingBack(effect)
                && !process.state(effect.run()).failed().isEmpty();
        if (leaves) {
            giveUp(effect, problem(Codes.SERVICE_FAILED, failed.message()), Run.Ending.FAILED);
        } else {
            park(effect, problem(Codes.GAVE_UP, failed.message()));
        }
    }

    private void postpone(
            OwedEffect effect, OwedEffect.Status status, Attempts attempts, Instant due, Problem problem) {
        draft.apply(new Event.EffectPostponed(effect.id(), status, attempts.number(), attempts.streak(), due, problem));
    }

    /** Leaves an effect to a person, after the attempt that this answer is. */
    void park(OwedEffect effect, Problem problem) {
        postpone(
                effect,
                OwedEffect.Status.PARKED,
                Attempts.after(effect, OwedEffect.Status.PARKED),
                draft.now(),
                problem);
    }

    private static Problem problem(String code, @Nullable String message) {
        return new Problem(code, Texts.ofHost(message));
    }
}
