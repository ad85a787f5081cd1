package org.orderengine.decision;

import org.orderengine.command.Action;
import org.orderengine.event.Event;
import org.orderengine.json.Suggestion;
import org.orderengine.machine.Refusal;
import org.orderengine.machine.Step;
import org.orderengine.model.Order;
import org.orderengine.model.Run;
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
        if (isMoney() && isBooked()) {
            return new Decision.Unchanged();
        }
        if (ChildEvents.isRaised(action.name())) {
            return notTaken();
        }
        Subject standing = Subject.of(order, draft.now());
        boolean isLate = order.position().ended() && Children.isLate(standing, action.name(), process);
        if (order.position().ended() && !isMoney() && !isLate) {
            return Draft.refused(
                    Codes.ORDER_ENDED,
                    "Order " + order.id() + " is " + order.position() + ", where nothing more happens");
        }
        Step<String, String, Subject> asItStands = asking.ask(standing, action.name());
        boolean taken = !(asItStands.refusal().orElse(null) instanceof Refusal.NoCandidate)
                && !order.position().ended();
        if (!isMoney() && Deferral.keeps(process, order, action, asItStands)) {
            return Deferral.keep(draft, action);
        }
        if (!taken && !isMoney() && !isLate) {
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
        return flowing.tell() ? Flowing.finished(draft) : busy();
    }

    /** Ends the decision on what moved the order no further itself; a busy state may have nothing more to wait for. */
    private Decision booked() {
        Flowing flowing = new Flowing(process, draft);
        for (Run run : draft.flow().runs()) {
            flowing.endIfDone(run.state());
        }
        flowing.tell();
        return Flowing.finished(draft);
    }

    private boolean isMoney() {
        return Operations.isNews(action.name());
    }

    private boolean isBooked() {
        return action.payload().get("reference") instanceof String reference
                && (action.name().equals(Operations.CHARGEBACK)
                        ? PaymentOperations.ChargeBack.isBooked(order.books(), reference)
                        : PaymentOperations.Received.isBooked(order.books(), reference));
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
