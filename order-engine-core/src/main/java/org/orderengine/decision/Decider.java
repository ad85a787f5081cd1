package org.orderengine.decision;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.FireTimer;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.event.Event;
import org.orderengine.machine.Refusal;
import org.orderengine.machine.Step;
import org.orderengine.model.Flow;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Run;
import org.orderengine.model.Timer;
import org.orderengine.pricing.PricingFacts;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.ChildKind;
import org.orderengine.process.CompiledProcess;
import org.orderengine.process.Subject;

/**
 * Decides commands: what an order becomes, or why not. Pure: the same order, command, process, books and instant give the same
 * decision. Immutable, shared by all threads.
 */
public final class Decider {

    private final DecisionPolicy policy;

    /** A decider for a shop's policy. */
    public Decider(DecisionPolicy policy) {
        this.policy = policy;
    }

    /** Places an order that was priced. */
    public Decision place(PlaceOrder command, QuoteResult.Quoted quote, CompiledProcess process, Instant now) {
        Order placed = new Order(
                command.orderId(),
                process.definition().reference(),
                command.origin(),
                command.customer().inTier(quote.memberTier()),
                now,
                0,
                quote.books(),
                Flow.NONE);
        Draft draft = new Draft(placed, now, policy, process);
        draft.apply(new Event.OrderPlaced(placed));
        new Flowing(process, draft).follow(process.start(draft));
        return finished(draft);
    }

    /** What the host has to be asked before an action can be decided; empty when nothing. */
    public Optional<FactsRequest> factsFor(Order order, Action action) {
        return FactsRequest.of(order, action, policy.pricing());
    }

    /**
     * Does an action on an order.
     *
     * @param facts what {@link #factsFor} asked for; null where it asked for nothing
     */
    public Decision act(
            Order order, Action action, CompiledProcess process, @Nullable PricingFacts facts, Instant now) {
        if (ChildEvents.isRaised(action.name())) {
            return notTaken(order, action);
        }
        boolean isMoney = Operations.isNews(action.name());
        if (isMoney && isBooked(order, action)) {
            return new Decision.Unchanged();
        }
        boolean isLate = order.position().ended() && isLate(Subject.of(order, now), action.name(), process);
        if (order.position().ended() && !isMoney && !isLate) {
            return Draft.refused(
                    Codes.ORDER_ENDED,
                    "Order " + order.id() + " is " + order.position() + ", where nothing more happens");
        }
        Step<String, String, Subject> asItStands = process.act(Subject.of(order, now), action.name());
        boolean taken = !(asItStands.refusal().orElse(null) instanceof Refusal.NoCandidate)
                && !order.position().ended();
        if (!taken && !isMoney && !isLate) {
            return notTaken(order, action);
        }
        try {
            return previewed(action, act(order, action, process, new Draft(order, now, policy, process, facts), taken));
        } catch (RefusedException refusal) {
            return new Decision.Refused(refusal.problem());
        } catch (ArithmeticException overflow) {
            return Draft.refused(Codes.AMOUNT_OVERFLOW, "an amount of order " + order.id() + " does not fit");
        }
    }

    private Decision act(Order order, Action action, CompiledProcess process, Draft draft, boolean taken) {
        PayloadReader payload =
                new PayloadReader(action.payload(), order.books().currency());
        Operation operation = Operations.of(action.name(), process);
        String subject = operation == null ? null : operation.apply(draft, payload);
        draft.cause(new Event.ActionTaken(action.name(), subject, payload.text("reason")));
        Step<String, String, Subject> step = taken ? process.act(draft, action.name()) : null;
        if (step == null || (!step.accepted() && Operations.isNews(action.name()))) {
            return booked(draft);
        }
        if (!step.accepted()) {
            String why = step.refusal().map(Refusal::message).orElse("");
            return Draft.refused(
                    Codes.GUARD_REFUSED,
                    "Order " + order.id() + " is " + order.position() + "; " + action.name() + " is not possible: "
                            + why);
        }
        if (leavesBusy(order, step)) {
            if (Operations.isNews(action.name())) {
                return booked(draft);
            }
            return busy(order, action.name());
        }
        Flowing flowing = new Flowing(process, draft);
        flowing.follow(step);
        if (!flowing.tell()) {
            return busy(order, action.name());
        }
        return finished(draft);
    }

    /** Whether an action is about a return or the like that is still open although its order has ended (F2). */
    private static boolean isLate(Subject subject, String action, CompiledProcess process) {
        ChildKind kind = process.childOf(action);
        return kind != null && Children.anyTakes(process, subject, kind, action);
    }

    /** A dry run shows what would be, and nothing is committed. */
    private static Decision previewed(Action action, Decision decision) {
        boolean dry = Boolean.TRUE.equals(action.payload().get("dryRun"));
        return dry && decision instanceof Decision.Accepted accepted
                ? new Decision.Previewed(accepted.order())
                : decision;
    }

    /** Lets a timer fire that is due; a late or double firing changes nothing (F7). */
    public Decision fire(Order order, FireTimer command, CompiledProcess process, Instant now) {
        Timer timer = order.flow().timer(command.timer());
        if (timer == null || timer.epoch() != command.epoch() || timer.due().isAfter(now)) {
            return new Decision.Unchanged();
        }
        Draft draft = new Draft(order, now, policy, process);
        if (timer.isOfChild()) {
            return order.flow().isBusy() ? new Decision.Unchanged() : fire(draft, timer);
        }
        Step<String, String, Subject> step = process.timer(draft, timer.name());
        if (leavesBusy(order, step)) {
            return new Decision.Unchanged();
        }
        draft.apply(new Event.TimerFired(timer.name()));
        if (step.accepted()) {
            new Flowing(process, draft).follow(step);
        }
        return finished(draft);
    }

    private static Decision fire(Draft draft, Timer timer) {
        draft.apply(new Event.TimerFired(timer.name()));
        Children.fire(draft, timer);
        new Flowing(draft.process(), draft).tell();
        return finished(draft);
    }

    /** Books what services answered; answers to what is not owed any more are passed over. */
    public Decision answer(Order order, AnswerEffects command, CompiledProcess process, Instant now) {
        Draft draft = new Draft(order, now, policy, process);
        Flowing flowing = new Flowing(process, draft);
        Answers answers = new Answers(process, draft, flowing);
        List<String> taken = new ArrayList<>();
        for (AnswerEffects.Answer answer : command.answers()) {
            OwedEffect effect = draft.flow().effect(answer.effect());
            if (effect != null) {
                answers.take(effect, answer.result());
                taken.add(effect.id());
            }
        }
        if (taken.isEmpty()) {
            return new Decision.Unchanged();
        }
        for (Run run : draft.flow().runs()) {
            flowing.endIfDone(run.state());
        }
        flowing.tell();
        draft.cause(new Event.EffectsAnswered(taken));
        return finished(draft);
    }

    /** The actions that the definition would take where the order is, as far as the books have room for them; sorted. */
    public List<String> allowed(Order order, CompiledProcess process, Instant now) {
        TreeSet<String> allowed = new TreeSet<>();
        Subject subject = Subject.of(order, now);
        if (order.position().ended()) {
            process.childActions().stream()
                    .filter(action -> isLate(subject, action, process))
                    .forEach(allowed::add);
            return List.copyOf(allowed);
        }
        for (String action : process.actions()) {
            Operation operation = Operations.of(action, process);
            ChildKind kind = process.childOf(action);
            boolean hasRoom = kind == null || Children.anyTakes(process, subject, kind, action);
            if (hasRoom && (operation == null || operation.isPossible(order))) {
                Step<String, String, Subject> step =
                        process.act(afterwards(order, action, operation, process, now), action);
                if (step.accepted() && !leavesBusy(order, step)) {
                    allowed.add(action);
                }
            }
        }
        return List.copyOf(allowed);
    }

    /** The order as it would stand after an operation without payload; as it stands where the payload decides. */
    private Subject afterwards(
            Order order, String action, @Nullable Operation operation, CompiledProcess process, Instant now) {
        Draft draft = new Draft(order, now, policy, process);
        if (operation == null
                || factsFor(order, Action.on(order.id(), action).build()).isPresent()) {
            return draft;
        }
        try {
            operation.apply(
                    draft, new PayloadReader(Payload.EMPTY, order.books().currency()));
            return draft;
        } catch (RefusedException payloadDecides) {
            return new Draft(order, now, policy, process);
        }
    }

    /** When something is to happen by itself to an order, or null when nothing will. */
    public @Nullable Instant nextDue(Order order, CompiledProcess process) {
        Instant next = null;
        for (OwedEffect effect : Lanes.heads(order)) {
            if (next == null || effect.due().isBefore(next)) {
                next = effect.due();
            }
        }
        for (Timer timer : order.flow().timers()) {
            if ((next == null || timer.due().isBefore(next)) && !isHeldBack(order, timer, process)) {
                next = timer.due();
            }
        }
        return next;
    }

    /** Whether a timer has to wait until a busy state is left. */
    private static boolean isHeldBack(Order order, Timer timer, CompiledProcess process) {
        return order.flow().isBusy()
                && (timer.isOfChild()
                        || leavesBusy(order, process.timer(Subject.of(order, timer.due()), timer.name())));
    }

    static boolean leavesBusy(Order order, Step<String, String, Subject> step) {
        if (!order.flow().isBusy()) {
            return false;
        }
        for (String exited : step.exited()) {
            if (order.flow().run(exited) != null) {
                return true;
            }
        }
        return false;
    }

    private static Decision finished(Draft draft) {
        if (!draft.flow().isBusy()) {
            Settlement.settle(draft);
        }
        draft.owe(null, wanted -> true);
        return draft.accepted();
    }

    /** Ends the decision on news that moved the order no further itself; a busy state may have nothing more to wait for. */
    private static Decision booked(Draft draft) {
        Flowing flowing = new Flowing(draft.process(), draft);
        for (Run run : draft.flow().runs()) {
            flowing.endIfDone(run.state());
        }
        return finished(draft);
    }

    private static boolean isBooked(Order order, Action action) {
        return action.payload().get("reference") instanceof String reference
                && (action.name().equals(Operations.CHARGEBACK)
                        ? PaymentOperations.ChargeBack.isBooked(order.books(), reference)
                        : PaymentOperations.Received.isBooked(order.books(), reference));
    }

    private static Decision notTaken(Order order, Action action) {
        return order.flow().isBusy()
                ? busy(order, action.name())
                : Draft.refused(
                        Codes.NOT_ALLOWED,
                        "Order " + order.id() + " is " + order.position() + "; " + action.name()
                                + " is not allowed there");
    }

    private static Decision busy(Order order, String action) {
        return Draft.refused(
                Codes.BUSY,
                "Order " + order.id() + " is " + order.position() + ", which waits for a service; try " + action
                        + " again later");
    }
}
