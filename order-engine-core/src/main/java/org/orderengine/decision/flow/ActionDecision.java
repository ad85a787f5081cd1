package org.orderengine.decision.flow;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.Codes;
import org.orderengine.decision.action.BuiltInAction;
import org.orderengine.decision.action.BuiltInActions;
import org.orderengine.decision.action.Operation;
import org.orderengine.decision.action.PaymentNotice;
import org.orderengine.decision.child.Stepping;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.effect.Proposals;
import org.orderengine.event.Event;
import org.orderengine.machine.Refusal;
import org.orderengine.machine.Step;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.model.Run;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Subject;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.Stance;
import org.orderengine.text.Suggestion;
import org.orderengine.text.Texts;

/**
 * Decides one action on one order:
 *
 * <ol>
 *   <li>A notification that was booked before changes nothing. One of the charge that a payment waits for counts as its answer.
 *   <li>An order that has ended refuses the action, unless it is one that is taken even then.
 *   <li>The process is asked for the order as it stands: whether any transition takes the action.
 *   <li>A busy state may keep the action for later.
 *   <li>An action that needs a transition and has none is refused.
 *   <li>The action makes its entries in the books.
 *   <li>The process is asked again, for the order as it would stand then: its guards see what the action has done.
 *   <li>The step that it takes is followed.
 * </ol>
 *
 * <p>Where an action is taken, it says itself ({@link Stance}). Belongs to one decision and one thread.
 */
@SuppressWarnings(
        "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be null.
final class ActionDecision {

    private final CompiledProcess process;
    private final Draft draft;
    private final Order order;
    private final Action action;
    private final Stepping asking;
    private final PayloadReader payload;
    private final @Nullable BuiltInAction builtIn;
    private final Stance stance;
    private final Map<String, @Nullable Object> kept;

    ActionDecision(CompiledProcess process, Draft draft, Action action, Stepping asking) {
        this.process = process;
        this.draft = draft;
        this.order = draft.order();
        this.action = action;
        this.asking = asking;
        this.payload = new PayloadReader(action.payload(), order.books());
        this.builtIn = BuiltInActions.named(action.name());
        this.stance = BuiltInActions.stance(action.name(), process);
        this.kept = kept();
        draft.about(action, kept);
    }

    Decision decide() {
        if (builtIn != null && builtIn.isBooked(order, payload)) {
            return new Decision.Unchanged();
        }
        PaymentNotice answer = builtIn == null ? null : builtIn.answer(order, payload);
        return answer == null ? decideNews() : answered(answer);
    }

    private Decision decideNews() {
        if (ChildEvents.isRaised(action.name())) {
            return notTaken();
        }
        long characters = builtIn == null ? Deferral.characters(kept) : 0;
        int most = draft.policy().limits().deferredCharacters();
        if (characters > most) {
            return Draft.refused(
                    Codes.LIMIT_EXCEEDED,
                    "the payload of " + action.name() + " has " + characters + " characters; at most " + most
                            + " are kept in the history");
        }
        boolean ended = order.position().ended();
        boolean isLate = ended && BuiltInActions.isLate(asFound(), action.name(), process);
        if (ended && !isLate && !stance.isInFinalStates()) {
            return Draft.refused(
                    Codes.ORDER_ENDED,
                    "Order " + order.id() + " is " + order.position() + ", where nothing more happens");
        }
        Step<String, String, Subject> asItStands = asItStands();
        if (!draft.isPreview() && stance.needsTransition() && Deferral.keeps(process, order, action, asItStands)) {
            return Deferral.keep(draft, action);
        }
        boolean moves = stance.mayMove() && !ended && isTaken(asItStands);
        if (stance.needsTransition() && !moves && !isLate) {
            return notTaken();
        }
        enter();
        Problem tooLarge = stance == Stance.EVEN_AFTER_END
                ? null
                : Growth.problem(order, draft.order(), draft.policy().limits());
        if (tooLarge != null) {
            return new Decision.Refused(tooLarge);
        }
        return moves ? follow(asItWouldStand()) : booked();
    }

    /** What the process does with the action as the order stands: whether it takes it, and whether it leaves a busy state. */
    private Step<String, String, Subject> asItStands() {
        return asking.ask(asFound(), action.name());
    }

    /** What the process does with the action once the books have its entries: the answer that counts. */
    private Step<String, String, Subject> asItWouldStand() {
        return asking.ask(draft, action.name());
    }

    private Subject asFound() {
        return Subject.of(order, draft.now(), draft.question());
    }

    /** Whether a transition is there for it; its guards are asked later. */
    private static boolean isTaken(Step<String, String, Subject> step) {
        return !(step.refusal().orElse(null) instanceof Refusal.NoCandidate);
    }

    /** Makes the action's entries in the books. */
    private void enter() {
        Operation operation = BuiltInActions.operation(action.name(), process);
        String subject = operation == null ? null : operation.apply(draft, payload);
        draft.cause(new Event.ActionTaken(action.name(), subject, payload.text(ActionDescription.REASON), kept));
        Proposals.settle(draft);
    }

    /** What the books do not tell of the payload: all of it where the action is the host's own, otherwise its attributes. */
    private Map<String, @Nullable Object> kept() {
        Map<String, @Nullable Object> kept =
                new LinkedHashMap<>(action.payload().toMap());
        if (builtIn == null) {
            kept.remove(ActionDescription.REASON.name());
        } else {
            kept.keySet().retainAll(stance == Stance.ANYWHERE ? Set.of() : Set.of(ActionDescription.ATTRIBUTES.name()));
        }
        return kept;
    }

    private Decision follow(Step<String, String, Subject> step) {
        boolean staysBooked = stance == Stance.EVEN_AFTER_END;
        if (!step.accepted()) {
            String why = Texts.ofHost(step.refusal().map(Refusal::message).orElse(""));
            return staysBooked
                    ? booked()
                    : Draft.refused(Codes.GUARD_REFUSED, where() + action.name() + " is not possible: " + why);
        }
        if (StepFollower.leavesBusy(order, step)) {
            return staysBooked ? booked() : busy();
        }
        StepFollower flowing = new StepFollower(process, draft);
        flowing.follow(step);
        return flowing.tell() ? StepFollower.finished(draft, process) : busy();
    }

    /** Ends the decision on an action that moved the order no further. A busy state may now owe nothing. */
    private Decision booked() {
        StepFollower flowing = new StepFollower(process, draft);
        for (Run run : draft.flow().runs()) {
            flowing.endIfDone(run.state());
        }
        flowing.tell();
        return StepFollower.finished(draft, process);
    }

    /** Books the answer that a payment waits for, and moves the order if it rests and takes the action. */
    private Decision answered(PaymentNotice notice) {
        StepFollower flowing = new StepFollower(process, draft);
        notice.answer(draft, new AnswerBooking(process, draft, flowing)::take);
        for (Run run : draft.flow().runs()) {
            flowing.endIfDone(run.state());
        }
        draft.cause(new Event.ActionTaken(action.name(), notice.payment().id(), null, kept));
        if (!order.flow().isBusy() && !order.position().ended()) {
            Step<String, String, Subject> step = asItWouldStand();
            if (step.accepted()) {
                flowing.follow(step);
            }
        }
        return StepFollower.finished(draft, process);
    }

    private Decision notTaken() {
        return order.flow().isBusy()
                ? busy()
                : Draft.refused(Codes.NOT_ALLOWED, where() + whyNot(action.name() + " is not allowed there"));
    }

    private Decision busy() {
        return Draft.refused(
                Codes.BUSY, where() + whyNot("it waits for a service; try " + action.name() + " again later"));
    }

    private String where() {
        return "Order " + order.id() + " is " + order.position() + "; ";
    }

    /** An action that no state of the process takes is more likely misspelled than early. */
    private String whyNot(String known) {
        return process.takes(action.name())
                ? known
                : "process " + process.definition().reference() + " has no action " + action.name()
                        + Suggestion.didYouMean(action.name(), process.actions());
    }
}
