package org.orderengine.decision.flow;

import java.time.Instant;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Happening;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.decision.draft.Payments;
import org.orderengine.decision.draft.Places;
import org.orderengine.decision.draft.Wanted;
import org.orderengine.decision.effect.Allotting;
import org.orderengine.decision.effect.BookEffect;
import org.orderengine.decision.effect.Cancellations;
import org.orderengine.decision.effect.Changes;
import org.orderengine.decision.effect.Plan;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.Money;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Problem;
import org.orderengine.model.Run;
import org.orderengine.model.Shipment;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.CompiledProcess;
import org.orderengine.process.EffectNames;

/** What the answers of services mean for an order. */
public final class Answers {

    private final CompiledProcess process;
    private final Draft draft;
    private final Flowing flowing;

    public Answers(CompiledProcess process, Draft draft, Flowing flowing) {
        this.process = process;
        this.draft = draft;
        this.flowing = flowing;
    }

    /** Takes what was answered for the part of an effect that is to be done next, or for the whole where it has none. */
    public void take(OwedEffect effect, EffectResult result) {
        if (!(result instanceof EffectResult.Allotted)
                && (result instanceof EffectResult.Done || effect.nextPart() == 0)) {
            process.observe(effect, result);
        }
        if (result instanceof EffectResult.Allotted allotted) {
            allotted(effect, allotted);
        } else if (result instanceof EffectResult.Done done && !effect.parts().isEmpty()) {
            held(effect, done);
        } else if (result instanceof EffectResult.Done done && isBookedElsewhere(effect, done)) {
            merge(effect, done);
        } else if (result instanceof EffectResult.Done done) {
            BookEffect.done(draft, effect, done);
            draft.apply(new Event.EffectDone(effect.id(), done.reference()));
        } else if (result instanceof EffectResult.Declined declined) {
            declined(effect, new Problem(declined.code(), declined.message()));
        } else if (result instanceof EffectResult.Unknown unknown) {
            unknown(effect, unknown);
        } else if (result instanceof EffectResult.Failed failed) {
            failed(effect, failed);
        }
    }

    /** Whether a charge is the money that a notification without the payment's name brought before (P3). */
    private boolean isBookedElsewhere(OwedEffect effect, EffectResult.Done done) {
        if (!Payments.isOfPayment(effect) || done.reference() == null || effect.amount() == null) {
            return false;
        }
        for (Payment payment : draft.books().payments()) {
            if (!payment.id().equals(effect.subject())
                    && done.reference().equals(payment.reference())
                    && payment.captured().compareTo(effect.amount()) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void merge(OwedEffect effect, EffectResult.Done done) {
        draft.apply(new Event.EffectDone(effect.id(), done.reference()));
        for (OwedEffect other : draft.flow().effects()) {
            if (Payments.isOfPayment(other)
                    && effect.subject() != null
                    && effect.subject().equals(other.subject())) {
                draft.apply(new Event.EffectDropped(other.id()));
            }
        }
        if (effect.subject() != null) {
            Children.happen(draft, Happening.payment(effect.subject(), ChildEvents.MERGED));
        }
    }

    /** What a person says is not done and will not be: what is owed all the same, the books make anew another intent of. */
    void takeNo(OwedEffect effect, Problem problem) {
        if (Plan.isDueWhateverIsSaid(effect)) {
            draft.apply(new Event.EffectDeclined(effect.id(), problem));
            Allotting.release(draft, effect, null);
        } else {
            giveUp(effect, problem, Run.Ending.DECLINED);
        }
    }

    private void allotted(OwedEffect effect, EffectResult.Allotted allotted) {
        if (effect.nextPart() == 0 && !Allotting.allotted(draft, effect, allotted)) {
            noMore(
                    effect,
                    new Problem(
                            Codes.OUT_OF_STOCK,
                            "Order " + draft.order().id() + ": no location has what is still needed, "
                                    + effect.unheld()));
        }
    }

    /** A location holds its part; the books hear of it once every part is held. What a person says is held has no location. */
    private void held(OwedEffect effect, EffectResult.Done done) {
        boolean isPart = effect.nextPart() > 0;
        OwedEffect now = isPart ? Allotting.held(draft, effect, done) : effect;
        if (now.nextPart() > 0 || (isPart && !now.unheld().isEmpty())) {
            return;
        }
        Allotting.book(draft, now);
        if (!isPart) {
            BookEffect.reserved(draft, now.unheld(), done, null);
        }
        draft.apply(new Event.EffectDone(effect.id(), done.reference()));
    }

    /** No location has what is still looked for: whoever takes less takes what is held, if that is anything. */
    private void noMore(OwedEffect effect, Problem problem) {
        boolean holdsSome = !Places.of(effect).isEmpty();
        if (holdsSome && effect.name().equals(EffectNames.INVENTORY_RESERVE_PARTIAL)) {
            Allotting.book(draft, effect);
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
        } else if (!Allotting.declined(draft, effect, problem)) {
            OwedEffect now = draft.flow().effect(effect.id());
            noMore(now == null ? effect : now, problem);
        }
    }

    private void saysNo(OwedEffect effect, Problem problem) {
        if (Plan.isDueWhateverIsSaid(effect) || isWithoutWayBack(effect)) {
            park(effect, problem);
            return;
        }
        giveUp(effect, problem, Run.Ending.DECLINED);
    }

    /** Whether a busy state waits for an effect, and does not say where it leads when a service says no. */
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
            if (run == null ? isNextOf(other, effect) : run.state().equals(other.run())) {
                draft.apply(new Event.EffectDropped(other.id()));
            }
        }
        if (Payments.isOfPayment(effect) && effect.subject() != null) {
            Children.happen(draft, Happening.payment(effect.subject(), ChildEvents.DECLINED));
        }
        if (run != null) {
            flowing.turnBack(run, ending, problem);
        }
        Allotting.release(draft, effect, run == null ? null : run.state());
        if (run != null) {
            return;
        }
        if (effect.name().equals(EffectNames.LOGISTICS_DISPATCH) && effect.subject() != null) {
            notFetched(effect.subject());
        } else if (change != null && Changes.needs(change, effect)) {
            Changes.takeBack(draft, change);
        } else if (EffectNames.isReserving(effect.name())) {
            Cancellations.cancelOpen(draft, effect.lines());
        } else if (effect.name().equals(EffectNames.PAYMENT_CAPTURE) && effect.subject() != null) {
            letGo(effect.subject());
        }
    }

    private void notFetched(String id) {
        Shipment shipment = draft.books().shipment(id);
        if (shipment != null && shipment.stage() == Shipment.Stage.PREPARED) {
            Parcels.cancel(draft, id);
        }
    }

    private void letGo(String id) {
        Payment payment = draft.books().payment(id);
        Money room = payment == null ? null : Payments.room(draft.order(), payment);
        if (room != null && room.isPositive()) {
            draft.want(Wanted.money(EffectNames.PAYMENT_VOID, id, room));
        }
    }

    private static boolean isNextOf(OwedEffect other, OwedEffect effect) {
        return Payments.isOfPayment(effect)
                && Payments.isOfPayment(other)
                && other.run() == null
                && effect.subject() != null
                && effect.subject().equals(other.subject());
    }

    private void unknown(OwedEffect effect, EffectResult.Unknown unknown) {
        int queries = effect.status() == OwedEffect.Status.UNKNOWN ? effect.attempts() + 1 : 0;
        Problem problem = new Problem(Codes.OUTCOME_UNKNOWN, unknown.message());
        Instant next = draft.policy().effects().queryAt(effect.name(), draft.now(), queries);
        if (next == null) {
            park(effect, problem);
        } else {
            postpone(effect, OwedEffect.Status.UNKNOWN, queries, next, problem);
        }
    }

    private void failed(OwedEffect effect, EffectResult.Failed failed) {
        int attempts = effect.status() == OwedEffect.Status.OWED ? effect.attempts() + 1 : 1;
        Problem problem = new Problem(Codes.SERVICE_FAILED, failed.message());
        String key = draft.order().id() + "/" + effect.id();
        Instant next =
                failed.retryable() ? draft.policy().effects().retryAt(effect.name(), draft.now(), attempts, key) : null;
        if (next != null) {
            postpone(effect, OwedEffect.Status.OWED, attempts, next, problem);
            return;
        }
        boolean leaves = effect.run() != null
                && !Plan.isGivingBack(effect)
                && !process.state(effect.run()).failed().isEmpty();
        if (leaves) {
            giveUp(effect, problem, Run.Ending.FAILED);
        } else {
            park(effect, new Problem(Codes.GAVE_UP, failed.message()));
        }
    }

    private void postpone(OwedEffect effect, OwedEffect.Status status, int attempts, Instant due, Problem problem) {
        draft.apply(new Event.EffectPostponed(effect.id(), status, attempts, due, problem));
    }

    private void park(OwedEffect effect, Problem problem) {
        postpone(effect, OwedEffect.Status.PARKED, effect.attempts(), draft.now(), problem);
    }
}
