package org.orderengine.decision.flow;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.FireTimer;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.ResolveEffect;
import org.orderengine.decision.ActionExplanation;
import org.orderengine.decision.Codes;
import org.orderengine.decision.action.FactsRequest;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.event.Event;
import org.orderengine.machine.MachineException;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.Flow;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.pricing.quote.PricingFacts;
import org.orderengine.process.compiled.CompiledProcess;

/**
 * Decides commands: the order and the events that come of one, or the code of a refusal.
 *
 * <p>Per kind of command there is one method: {@link #place}, {@link #act}, {@link #fire}, {@link #answer}, {@link #resolve}.
 * {@link #tryKept} decides an action that the order kept. {@link #preview} and {@link #explain} decide like {@code act}, to
 * look only.
 *
 * <pre>{@code
 * Decision decision = decider.act(order, Action.on("o-1", "pay").build(), process, null, now);
 * if (decision instanceof Decision.Accepted accepted) {
 *     session.commit(accepted);
 * }
 * }</pre>
 *
 * <p>Pure: the same order, command, process, facts and instant give the same decision. A refusal is a {@link Decision.Refused},
 * never an exception. Exceptions of a guard come through as a {@link MachineException}.
 *
 * <p>Immutable, so safe for any number of threads.
 */
public final class Decider {

    private final DecisionPolicy policy;

    /** A decider for a shop's policy. */
    public Decider(DecisionPolicy policy) {
        this.policy = policy;
    }

    /** Places an order that was priced. */
    public Decision place(PlaceOrder command, QuoteResult.Quoted quote, CompiledProcess process, Instant now) {
        return Refusals.asValues(command.orderId(), () -> {
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
                    Flow.NONE.withDeadlines(command.deadlines()),
                    command.annotations(),
                    command.promisedAt() == null ? null : command.promisedAt().truncatedTo(ChronoUnit.MICROS));
            Draft draft = Children.draft(placed, now, policy, process);
            draft.apply(new Event.OrderPlaced(placed));
            new StepFollower(process, draft).follow(process.start(draft));
            return StepFollower.finished(draft, process);
        });
    }

    /** The facts that the host's services have to be asked for before an action can be decided; empty when none. */
    public Optional<FactsRequest> factsFor(Order order, Action action) {
        return FactsRequest.of(order, action, policy);
    }

    /**
     * Does an action on an order.
     *
     * @param facts what {@link #factsFor} asked for; null where it asked for nothing
     */
    public Decision act(
            Order order, Action action, CompiledProcess process, @Nullable PricingFacts facts, Instant now) {
        return act(Children.draft(order, now, policy, process, facts), action, process);
    }

    /**
     * Decides what {@link #act} would make of an order now if every service said yes. A busy order keeps nothing for later.
     *
     * @param facts what {@link #factsFor} asked for; null where it asked for nothing
     */
    public Decision preview(
            Order order, Action action, CompiledProcess process, @Nullable PricingFacts facts, Instant now) {
        return act(Children.draft(order, now, policy, process, facts).asPreview(), action, process);
    }

    /**
     * Explains what {@link #act} would decide: by which transition, what its guards say, and what would follow. The same code decides
     * both.
     *
     * @param facts what {@link #factsFor} asked for; null where it asked for nothing
     */
    public ActionExplanation explain(
            Order order, Action action, CompiledProcess process, @Nullable PricingFacts facts, Instant now) {
        return new Explaining(process, Children.draft(order, now, policy, process, facts), action).explain();
    }

    /**
     * Tries the action that an order kept first, as if it arrived now. It is kept no longer, unless one of its guards throws; a
     * refusal stands in the history.
     *
     * @param facts what {@link #factsFor} asked for; null where it asked for nothing
     */
    public Decision tryKept(Order order, CompiledProcess process, @Nullable PricingFacts facts, Instant now) {
        if (!order.flow().isReadyForDeferred()) {
            return new Decision.Unchanged();
        }
        DeferredAction kept = order.flow().deferred().get(0);
        Draft draft = Children.draft(order, now, policy, process, facts);
        draft.apply(new Event.DeferredActionTaken(kept.revision()));
        Decision decision = act(draft, Deferral.action(order.id(), kept), process);
        if (decision instanceof Decision.Accepted) {
            return decision;
        }
        if (decision instanceof Decision.Refused refused && isOfHostCode(refused.problem())) {
            return new Decision.Unchanged();
        }
        Draft without = Children.draft(order, now, policy, process);
        without.apply(
                decision instanceof Decision.Refused refused
                        ? new Event.DeferredActionRefused(kept.revision(), kept.action(), refused.problem())
                        : new Event.DeferredActionTaken(kept.revision()));
        return without.accepted();
    }

    /** Whether a guard of the host threw: the action is tried again when it is mended. */
    private static boolean isOfHostCode(Problem problem) {
        return problem.code().equals(Codes.GUARD_FAILED);
    }

    private static Decision act(Draft draft, Action action, CompiledProcess process) {
        return Refusals.asValues(action.orderId(), new ActionDecision(process, draft, action, process::act)::decide);
    }

    /** Lets a timer fire that is due; a late or double firing changes nothing (F7). */
    public Decision fire(Order order, FireTimer command, CompiledProcess process, Instant now) {
        Draft draft = Children.draft(order, now, policy, process);
        return Refusals.asValues(order.id(), new TimerDecision(process, draft, command)::decide);
    }

    /** Books the answers of services. Answers to effects that are no longer owed are ignored. */
    public Decision answer(Order order, AnswerEffects command, CompiledProcess process, Instant now) {
        return new AnswersDecision(process, () -> Children.draft(order, now, policy, process), command).decide();
    }

    /** Resolves a parked effect as a person decided. */
    public Decision resolve(Order order, ResolveEffect command, CompiledProcess process, Instant now) {
        Draft draft = Children.draft(order, now, policy, process);
        return Refusals.asValues(order.id(), () -> {
            new Resolving(process, draft).resolve(command);
            return StepFollower.finished(draft, process);
        });
    }
}
