package org.orderengine.decision.flow;

import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.Codes;
import org.orderengine.decision.action.Operation;
import org.orderengine.decision.action.Operations;
import org.orderengine.decision.action.PaymentNotice;
import org.orderengine.decision.action.PaymentOperations;
import org.orderengine.decision.child.Asking;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.RefusedException;
import org.orderengine.decision.effect.Proposals;
import org.orderengine.event.Event;
import org.orderengine.json.Suggestion;
import org.orderengine.machine.Refusal;
import org.orderengine.machine.Step;
import org.orderengine.model.Order;
import org.orderengine.model.Run;
import org.orderengine.process.ActionNames;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.CompiledProcess;
import org.orderengine.process.Subject;

/** One action on one order, on its way to a decision: first its entries in the books, then its transition. */
final class Acting {

    private final CompiledProcess process;
    private final Draft draft;
    private final Order order;
    private final Action action;
    private final Asking asking;

    Acting(CompiledProcess process, Draft draft, Action action, Asking asking) {
        this.process = process;
        this.draft = draft;
        this.order = draft.order();
        this.action = action;
        this.asking = asking;
    }

    Decision decide() {
        if (isChargedBackAlready()) {
            return new Decision.Unchanged();
        }
        if (action.name().equals(Operations.PAYMENT_RECEIVED)) {
            Decision notified = notified();
            if (notified != null) {
                return notified;
            }
        }
        if (ChildEvents.isRaised(action.name())) {
            return notTaken();
        }
        Subject standing = Subject.of(order, draft.now());
        boolean isLate = order.position().ended()
                && Children.isLate(standing, action.name(), Operations.isBuiltIn(action.name()), process);
        if (order.position().ended() && !isMoney() && !isLate) {
            return Draft.refused(
                    Codes.ORDER_ENDED,
                    "Order " + order.id() + " is " + order.position() + ", where nothing more happens");
        }
        Step<String, String, Subject> asItStands = asking.ask(standing, action.name());
        boolean taken = !isFilling()
                && !(asItStands.refusal().orElse(null) instanceof Refusal.NoCandidate)
                && !order.position().ended();
        if (!isMoney() && !isExtension() && !isFilling() && Deferral.keeps(process, order, action, asItStands)) {
            return Deferral.keep(draft, action);
        }
        if (!taken && !isMoney() && !isExtension() && !isFilling() && !isLate) {
            return notTaken();
        }
        try {
            return act(taken);
        } catch (RefusedException refusal) {
            return new Decision.Refused(refusal.problem());
        } catch (ArithmeticException overflow) {
            return Draft.refused(Codes.AMOUNT_OVERFLOW, "an amount of order " + order.id() + " does not fit");
        }
    }

    private Decision act(boolean taken) {
        PayloadReader payload =
                new PayloadReader(action.payload(), order.books().currency());
        Operation operation = Operations.of(action.name(), process);
        String subject = operation == null ? null : operation.apply(draft, payload);
        draft.cause(new Event.ActionTaken(action.name(), subject, payload.text("reason")));
        Proposals.settle(draft);
        Step<String, String, Subject> step = taken ? asking.ask(draft, action.name()) : null;
        if (step == null || (!step.accepted() && isMoney())) {
            return booked();
        }
        if (!step.accepted()) {
            String why = step.refusal().map(Refusal::message).orElse("");
            return Draft.refused(Codes.GUARD_REFUSED, where() + action.name() + " is not possible: " + why);
        }
        if (Flowing.leavesBusy(order, step)) {
            return isMoney() ? booked() : busy();
        }
        Flowing flowing = new Flowing(process, draft);
        flowing.follow(step);
        return flowing.tell() ? Flowing.finished(draft, process) : busy();
    }

    /** Ends the decision on what moved the order no further itself; a busy state may have nothing more to wait for. */
    private Decision booked() {
        Flowing flowing = new Flowing(process, draft);
        for (Run run : draft.flow().runs()) {
            flowing.endIfDone(run.state());
        }
        flowing.tell();
        return Flowing.finished(draft, process);
    }

    private boolean isMoney() {
        return Operations.isNews(action.name());
    }

    /** Whether goods arrived, which is booked in every state and moves nothing. */
    private boolean isFilling() {
        return action.name().equals(Operations.FILL_BACKORDER);
    }

    /** Whether a timer is to be set, which any state takes unless the process says otherwise. */
    private boolean isExtension() {
        return action.name().equals(ActionNames.EXTEND) && !process.actions().contains(ActionNames.EXTEND);
    }

    /** Takes a notification for the answer that a payment waits for, or knows it already; null where it is news. */
    private @Nullable Decision notified() {
        try {
            PaymentNotice notice = PaymentNotice.of(
                    order, new PayloadReader(action.payload(), order.books().currency()));
            if (notice == null || notice.isRepeated()) {
                return notice == null ? null : new Decision.Unchanged();
            }
            return notice.isAnswer() ? answered(notice) : null;
        } catch (RefusedException refusal) {
            return new Decision.Refused(refusal.problem());
        }
    }

    private Decision answered(PaymentNotice notice) {
        Flowing flowing = new Flowing(process, draft);
        notice.answer(draft, new Answers(process, draft, flowing)::take);
        for (Run run : draft.flow().runs()) {
            flowing.endIfDone(run.state());
        }
        draft.cause(new Event.ActionTaken(action.name(), notice.payment().id(), null));
        if (!order.flow().isBusy() && !order.position().ended()) {
            Step<String, String, Subject> step = asking.ask(draft, action.name());
            if (step.accepted()) {
                flowing.follow(step);
            }
        }
        return Flowing.finished(draft, process);
    }

    private boolean isChargedBackAlready() {
        return action.name().equals(Operations.CHARGEBACK)
                && action.payload().get("reference") instanceof String reference
                && PaymentOperations.ChargeBack.isBooked(order.books(), reference);
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

    /** What no state of the process takes is misspelled more likely than early. */
    private String whyNot(String known) {
        return process.takes(action.name())
                ? known
                : "process " + process.definition().reference() + " has no action " + action.name()
                        + Suggestion.didYouMean(action.name(), process.actions());
    }
}
