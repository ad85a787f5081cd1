package org.orderengine.decision.flow;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.RefusedException;
import org.orderengine.decision.effect.Cancellations;
import org.orderengine.decision.effect.Desks;
import org.orderengine.decision.effect.Doubts;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.event.Event.EffectResolved;
import org.orderengine.model.Money;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.model.Run;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.vocabulary.EffectKind;

/** Resolves a parked effect as a person decided. */
final class Resolving {

    private final Draft draft;
    private final StepFollower flowing;
    private final AnswerBooking answers;

    Resolving(CompiledProcess process, Draft draft) {
        this.draft = draft;
        this.flowing = new StepFollower(process, draft);
        this.answers = new AnswerBooking(process, draft, flowing);
    }

    /** Resolves an effect, or refuses by {@link RefusedException}. */
    void resolve(ResolveEffect command) {
        OwedEffect effect = parked(command);
        Resolution resolution = command.resolution();
        EffectResolved.Resolution word;
        if (resolution instanceof Resolution.Done done) {
            word = EffectResolved.Resolution.DONE;
            answers.take(effect, done(effect, done.reference(), done.amount()));
        } else if (resolution instanceof Resolution.Declined declined) {
            word = EffectResolved.Resolution.DECLINED;
            answers.takeNo(effect, new Problem(declined.code(), declined.message()));
        } else if (resolution instanceof Resolution.Reverse reverse) {
            word = EffectResolved.Resolution.REVERSE;
            reverse(effect, done(effect, reverse.reference(), reverse.amount()));
        } else {
            word = EffectResolved.Resolution.RETRY;
            retry(effect);
        }
        for (Run run : draft.flow().runs()) {
            flowing.endIfDone(run.state());
        }
        draft.cause(new EffectResolved(effect.id(), word, command.operator(), command.evidence()));
    }

    /** What a person says was done. A part can be said of a payment only. */
    private EffectResult.Done done(OwedEffect effect, @Nullable String reference, @Nullable Money amount) {
        EffectResult.Done done = new EffectResult.Done(reference, List.of(), List.of(), amount);
        if (!AnswerCheck.isMovable(draft, effect, done)) {
            throw Draft.refuse(
                    Codes.AMOUNT_EXCEEDED,
                    "Order " + draft.order().id() + ": " + effect.name() + " " + effect.id() + " was asked for "
                            + effect.amount() + ", and " + amount + " of it cannot be booked");
        }
        return done;
    }

    private OwedEffect parked(ResolveEffect command) {
        OwedEffect effect = named(command.effect());
        if (effect == null) {
            throw Draft.refuse(
                    Codes.UNKNOWN_EFFECT,
                    "Order " + command.orderId() + " owes no effect \"" + command.effect()
                            + "\"; it was done, given up, or never owed");
        }
        if (effect.status() != OwedEffect.Status.PARKED) {
            throw Draft.refuse(
                    Codes.NOT_PARKED,
                    "Order " + command.orderId() + ": " + effect.name() + " " + effect.id() + " is next due at "
                            + effect.due() + " and waits for no person");
        }
        return effect;
    }

    private @Nullable OwedEffect named(String id) {
        for (OwedEffect effect : draft.flow().effects()) {
            if (effect.id().toString().equals(id)) {
                return effect;
            }
        }
        return null;
    }

    /** An effect whose outcome is unknown is queried before it is called again, so that nothing is done twice (P4). */
    private void retry(OwedEffect effect) {
        Problem problem = effect.problem();
        boolean isUnknown = problem != null && Doubts.areIn(problem.code());
        draft.apply(new Event.EffectPostponed(
                effect.id(), isUnknown ? OwedEffect.Status.UNKNOWN : OwedEffect.Status.OWED, 0, draft.now(), problem));
    }

    private void reverse(OwedEffect effect, EffectResult.Done done) {
        if (!Desks.isReversible(effect)) {
            throw Draft.refuse(
                    Codes.NOT_REVERSIBLE,
                    "Order " + draft.order().id() + ": nothing undoes " + effect.name()
                            + "; say that it was done or declined, and set it right by an action");
        }
        answers.take(effect, done);
        OwedEffect left = draft.flow().effect(effect.id());
        if (left != null) {
            answers.giveUp(left, new Problem(Codes.REVERSED, effect.name() + " was reversed"), Run.Ending.DECLINED);
            return;
        }
        Run run = effect.run() == null ? null : draft.flow().run(effect.run());
        if (run != null && run.ending() == Run.Ending.DONE) {
            flowing.dropOthers(run);
            flowing.turnBack(run, Run.Ending.DECLINED, new Problem(Codes.REVERSED, effect.name() + " was reversed"));
            return;
        }
        Desks.undo(draft, null, effect);
        if (EffectKind.of(effect).isReserving()) {
            Cancellations.cancelOpen(draft, effect.lines());
        }
    }
}
