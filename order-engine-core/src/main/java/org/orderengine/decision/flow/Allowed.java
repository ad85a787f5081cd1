package org.orderengine.decision.flow;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.decision.action.BuiltInAction;
import org.orderengine.decision.action.BuiltInActions;
import org.orderengine.decision.action.FactsRequest;
import org.orderengine.decision.action.Operation;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.RefusedException;
import org.orderengine.machine.IllegalInstanceException;
import org.orderengine.machine.MachineException;
import org.orderengine.machine.Step;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Order;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Question;
import org.orderengine.process.compiled.Subject;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * The actions that an order would take as it stands. Pure and immutable, so safe for any number of threads.
 *
 * <p>An action counts as allowed where:
 *
 * <ol>
 *   <li>a busy state keeps it for later, or
 *   <li>the books have room for it, its machine takes it after its entries in the books, and no busy state is left for it.
 * </ol>
 *
 * <p>An order that has ended allows only what its payments, shipments and returns still take.
 */
public final class Allowed {

    private final DecisionPolicy policy;

    /** The actions allowed under a shop's policy. */
    public Allowed(DecisionPolicy policy) {
        this.policy = policy;
    }

    /** The names of the actions that an order would take now, sorted; none where its process does not have the state that it is in. */
    public List<String> of(Order order, CompiledProcess process, Instant now) {
        try {
            return taken(order, process, now);
        } catch (IllegalInstanceException unknownState) {
            return List.of();
        }
    }

    private List<String> taken(Order order, CompiledProcess process, Instant now) {
        TreeSet<String> allowed = new TreeSet<>();
        if (order.position().ended()) {
            process.childActions().stream()
                    .filter(action -> isLate(order, action, process, now))
                    .forEach(allowed::add);
        } else {
            process.actions().stream()
                    .filter(action -> isAllowed(order, action, process, now))
                    .forEach(allowed::add);
        }
        return List.copyOf(allowed);
    }

    /** Whether an action is allowed; one whose guard throws counts as allowed, since trying it says what is wrong. */
    private boolean isAllowed(Order order, String action, CompiledProcess process, Instant now) {
        try {
            return isTaken(order, action, process, now);
        } catch (MachineException thrown) {
            return true;
        }
    }

    private static boolean isLate(Order order, String action, CompiledProcess process, Instant now) {
        try {
            return BuiltInActions.isLate(Subject.of(order, now, Question.whether(action)), action, process);
        } catch (MachineException thrown) {
            return true;
        }
    }

    private boolean isTaken(Order order, String action, CompiledProcess process, Instant now) {
        Question whether = Question.whether(action);
        Subject subject = Subject.of(order, now, whether);
        Action plain = Action.on(order.id(), action).build();
        if (order.flow().isBusy() && Deferral.keeps(process, order, plain, process.act(subject, action))) {
            return true;
        }
        Operation operation = BuiltInActions.operation(action, process);
        ChildKind kind = process.childOf(action);
        boolean hasRoom = (kind == null || Children.anyTakes(process, subject, kind, action))
                && (operation == null || (operation.isPossible(order) && hasService(operation)));
        if (!hasRoom) {
            return false;
        }
        Step<String, String, Subject> step = process.act(afterwards(order, plain, operation, process, now), action);
        return step.accepted() && !StepFollower.leavesBusy(order, step);
    }

    private boolean hasService(Operation operation) {
        return !(operation instanceof BuiltInAction action)
                || !action.needsGateway()
                || policy.services().has(EffectKind.Service.PAYMENT);
    }

    /** The order as it would stand after an operation without payload; as it stands where the payload decides. */
    private Subject afterwards(
            Order order, Action plain, @Nullable Operation operation, CompiledProcess process, Instant now) {
        Question whether = Question.whether(plain.name());
        if (operation == null || FactsRequest.of(order, plain, policy).isPresent()) {
            return Subject.of(order, now, whether);
        }
        try {
            Draft draft = Children.draft(order, now, policy, process);
            operation.apply(draft, new PayloadReader(Payload.EMPTY, order.books()));
            return new Subject.Standing(order, draft.order(), now, whether);
        } catch (RefusedException | ArithmeticException payloadDecides) {
            return Subject.of(order, now, whether);
        }
    }
}
