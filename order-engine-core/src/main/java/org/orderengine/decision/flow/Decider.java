package org.orderengine.decision.flow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.FireTimer;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.ResolveEffect;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Stranded;
import org.orderengine.decision.action.FactsRequest;
import org.orderengine.decision.action.Operation;
import org.orderengine.decision.action.Operations;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Evolve;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.decision.draft.RefusedException;
import org.orderengine.decision.effect.Lanes;
import org.orderengine.decision.migrate.Landing;
import org.orderengine.decision.migrate.MigrationPlan;
import org.orderengine.event.Event;
import org.orderengine.machine.MachineException;
import org.orderengine.machine.Step;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.Flow;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.model.Problem;
import org.orderengine.model.Run;
import org.orderengine.model.Stuck;
import org.orderengine.model.Timer;
import org.orderengine.pricing.PricingFacts;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.model.ChildKind;
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
        Problem problem = Deadlines.problem(command.deadlines(), process, policy.deadlines(), now);
        if (problem != null) {
            return new Decision.Refused(problem);
        }
        Order placed = new Order(
                command.orderId(),
                process.definition().reference(),
                command.origin(),
                command.customer().inTier(quote.memberTier()),
                now,
                0,
                quote.books(),
                Flow.NONE.withDeadlines(command.deadlines()));
        Draft draft = new Draft(placed, now, policy, process);
        draft.apply(new Event.OrderPlaced(placed));
        new Flowing(process, draft).follow(process.start(draft));
        return Flowing.finished(draft, process);
    }

    /** What the host has to be asked before an action can be decided; empty when nothing. */
    public Optional<FactsRequest> factsFor(Order order, Action action) {
        return FactsRequest.of(
                order, action, policy.pricing(), policy.reversal().prices());
    }

    /**
     * Does an action on an order.
     *
     * @param facts what {@link #factsFor} asked for; null where it asked for nothing
     */
    public Decision act(
            Order order, Action action, CompiledProcess process, @Nullable PricingFacts facts, Instant now) {
        Draft draft = new Draft(order, now, policy, process, facts);
        Draft decided = Deferral.isDry(action) ? draft.asPreview() : draft;
        return previewed(action, new Acting(process, decided, action, process::act).decide());
    }

    /**
     * What {@link #act} would decide, and why: by which transition, what its guards say, and what would follow. The same code
     * decides both.
     *
     * @param facts what {@link #factsFor} asked for; null where it asked for nothing
     * @throws MachineException if a guard throws
     */
    public ActionExplanation explain(
            Order order, Action action, CompiledProcess process, @Nullable PricingFacts facts, Instant now) {
        return new Explaining(process, new Draft(order, now, policy, process, facts), action).explain();
    }

    /** A dry run shows what would be, and nothing is committed. */
    private static Decision previewed(Action action, Decision decision) {
        return Deferral.isDry(action) && decision instanceof Decision.Accepted accepted
                ? new Decision.Previewed(accepted.order())
                : decision;
    }

    /**
     * The action to be tried first of those that an order kept while it was busy; empty as long as it is, and when it keeps none.
     */
    public Optional<Action> deferred(Order order) {
        return order.flow().isReadyForDeferred()
                ? Optional.of(
                        Deferral.action(order.id(), order.flow().deferred().get(0)))
                : Optional.empty();
    }

    /**
     * Tries the action that an order kept first, as if it arrived now. Whatever becomes of it, it is kept no longer; a refusal
     * stands in the history.
     *
     * @param facts what {@link #factsFor} asked for; null where it asked for nothing
     */
    public Decision tryDeferred(Order order, CompiledProcess process, @Nullable PricingFacts facts, Instant now) {
        if (!order.flow().isReadyForDeferred()) {
            return new Decision.Unchanged();
        }
        DeferredAction kept = order.flow().deferred().get(0);
        Draft draft = new Draft(order, now, policy, process, facts);
        draft.apply(new Event.DeferredActionTaken(kept.revision()));
        Decision decision = new Acting(process, draft, Deferral.action(order.id(), kept), process::act).decide();
        if (decision instanceof Decision.Accepted) {
            return decision;
        }
        Draft without = new Draft(order, now, policy, process);
        without.apply(
                decision instanceof Decision.Refused refused
                        ? new Event.DeferredActionRefused(kept.revision(), kept.action(), refused.problem())
                        : new Event.DeferredActionTaken(kept.revision()));
        return without.accepted();
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
        if (Flowing.leavesBusy(order, step) || UncertainPayments.holdBack(order, step, process)) {
            return new Decision.Unchanged();
        }
        draft.apply(new Event.TimerFired(timer.key()));
        if (UncertainPayments.takesBack(step, process)) {
            Reinstating.remember(draft, timer.name());
        }
        if (step.accepted()) {
            new Flowing(process, draft).follow(step);
        }
        return Flowing.finished(draft, process);
    }

    private static Decision fire(Draft draft, Timer timer) {
        draft.apply(new Event.TimerFired(timer.key()));
        Position before = draft.order().position();
        Children.fire(draft, timer);
        Flowing flowing = new Flowing(draft.process(), draft);
        flowing.tell();
        if (!before.ended() && draft.order().position().equals(before)) {
            goOn(draft.process(), draft, flowing);
        }
        return Flowing.finished(draft, draft.process());
    }

    /** Books what services answered; answers to what is not owed any more are passed over. */
    public Decision answer(Order order, AnswerEffects command, CompiledProcess process, Instant now) {
        Draft draft = new Draft(order, now, policy, process);
        Flowing flowing = new Flowing(process, draft);
        Answers answers = new Answers(process, draft, flowing);
        List<String> taken = new ArrayList<>();
        for (AnswerEffects.Answer answer : command.answers()) {
            OwedEffect effect = draft.flow().effect(answer.effect());
            if (effect != null && effect.nextPart() == answer.part()) {
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
        if (draft.order().position().equals(order.position())) {
            goOn(process, draft, flowing);
        }
        draft.cause(new Event.EffectsAnswered(taken));
        return Flowing.finished(draft, process);
    }

    /** What was answered in the background may be what the order waits for. */
    private static void goOn(CompiledProcess process, Draft draft, Flowing flowing) {
        Step<String, String, Subject> step = process.settle(draft);
        if (step.accepted() && !Flowing.leavesBusy(draft.order(), step)) {
            flowing.follow(step);
        }
    }

    /** Does what a person decided about a parked effect. */
    public Decision resolve(Order order, ResolveEffect command, CompiledProcess process, Instant now) {
        Draft draft = new Draft(order, now, policy, process);
        try {
            new Resolving(process, draft).resolve(command);
        } catch (RefusedException refusal) {
            return new Decision.Refused(refusal.problem());
        }
        return Flowing.finished(draft, process);
    }

    /** Has an order follow another process, with everything that it waits for. */
    public Decision migrate(Order order, MigrationPlan plan, Instant now) {
        if (order.process().equals(plan.migration().to())) {
            return new Decision.Unchanged();
        }
        if (!order.process().equals(plan.migration().from())) {
            return Draft.refused(
                    Codes.OTHER_PROCESS,
                    "Order " + order.id() + " follows " + order.process() + "; this is a " + plan.migration());
        }
        if (order.position().ended() && !plan.migration().endedToo()) {
            return Draft.refused(
                    Codes.ORDER_ENDED,
                    "Order " + order.id() + " is " + order.position()
                            + ", where nothing more happens; it is migrated only" + " where the migration says so");
        }
        Landing landing = Landing.of(order, plan, now);
        if (!landing.stranded().isEmpty()) {
            return Draft.refused(
                    Codes.NO_LANDING_PLACE,
                    "Order " + order.id() + " has no landing place in "
                            + plan.migration().to() + " for "
                            + landing.stranded().stream()
                                    .map(Stranded::toString)
                                    .collect(Collectors.joining("; ")));
        }
        Draft draft = new Draft(order, now, policy, plan.to());
        draft.apply(landing.event());
        landing.moves().forEach(draft::enter);
        Flowing flowing = new Flowing(plan.to(), draft);
        draft.flow().runs().forEach(run -> flowing.endIfDone(run.state()));
        draft.owe(null, wanted -> true);
        return draft.accepted();
    }

    /** The actions that the definition would take where the order is, as far as the books have room for them; sorted. */
    public List<String> allowed(Order order, CompiledProcess process, Instant now) {
        TreeSet<String> allowed = new TreeSet<>();
        Subject subject = Subject.of(order, now);
        if (order.position().ended()) {
            process.childActions().stream()
                    .filter(action -> Children.isLate(subject, action, process))
                    .forEach(allowed::add);
            return List.copyOf(allowed);
        }
        for (String action : process.actions()) {
            Operation operation = Operations.of(action, process);
            ChildKind kind = process.childOf(action);
            boolean hasRoom = kind == null || Children.anyTakes(process, subject, kind, action);
            Action plain = Action.on(order.id(), action).build();
            if (order.flow().isBusy() && Deferral.keeps(process, order, plain, process.act(subject, action))) {
                allowed.add(action);
            } else if (hasRoom && (operation == null || operation.isPossible(order))) {
                Step<String, String, Subject> step =
                        process.act(afterwards(order, action, operation, process, now), action);
                if (step.accepted() && !Flowing.leavesBusy(order, step)) {
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
            return Subject.of(order, now);
        }
        try {
            operation.apply(
                    draft, new PayloadReader(Payload.EMPTY, order.books().currency()));
            return Subject.of(draft.order(), now);
        } catch (RefusedException payloadDecides) {
            return Subject.of(order, now);
        }
    }

    /** Writes down that the due work of an order cannot be done. */
    public static Decision.Accepted stuck(Order order, Stuck stuck) {
        Event event = new Event.WorkStuck(stuck);
        return new Decision.Accepted(Evolve.commit(order, List.of(event)), List.of(event));
    }

    /**
     * The effects of an order that are to be performed or asked for at an instant: the first in their lanes that are due, and what
     * is not known of a payment while a timer that would take the order back waits for it.
     *
     * @param mayAsk whether payments may be asked for before that is due
     */
    public List<OwedEffect> dueEffects(Order order, CompiledProcess process, Instant now, boolean mayAsk) {
        boolean asks = mayAsk
                && order.flow().timers().stream()
                        .anyMatch(timer -> !timer.due().isAfter(now) && awaitsPayment(order, timer, process));
        List<OwedEffect> due = new ArrayList<>(Lanes.heads(order));
        due.removeIf(effect -> effect.due().isAfter(now)
                && !(asks && effect.status() == OwedEffect.Status.UNKNOWN && Payments.isOfPayment(effect)));
        return due;
    }

    /** When something is to happen by itself to an order as it stands at an instant, or null when nothing will. */
    public @Nullable Instant nextDue(Order order, CompiledProcess process, Instant now) {
        Instant next = null;
        for (OwedEffect effect : Lanes.heads(order)) {
            if (next == null || effect.due().isBefore(next)) {
                next = effect.due();
            }
        }
        if (order.flow().isReadyForDeferred()) {
            Instant since = order.flow().deferred().get(0).since();
            next = earlier(next, since.plus(policy.effects().inlineFor()));
        }
        for (Timer timer : order.flow().timers()) {
            if ((next == null || timer.due().isBefore(next))
                    && !isHeldBack(order, timer, process)
                    && (timer.due().isAfter(now) || !awaitsPayment(order, timer, process))) {
                next = timer.due();
            }
        }
        return next;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    private static boolean awaitsPayment(Order order, Timer timer, CompiledProcess process) {
        return UncertainPayments.holdBack(order, process.timer(Subject.of(order, timer.due()), timer.name()), process);
    }

    /** Whether a timer has to wait until a busy state is left. */
    private static boolean isHeldBack(Order order, Timer timer, CompiledProcess process) {
        return order.flow().isBusy()
                && (timer.isOfChild()
                        || Flowing.leavesBusy(order, process.timer(Subject.of(order, timer.due()), timer.name())));
    }
}
