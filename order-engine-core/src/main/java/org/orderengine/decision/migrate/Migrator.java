package org.orderengine.decision.migrate;

import java.time.Instant;
import java.util.stream.Collectors;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Stranded;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.flow.Refusals;
import org.orderengine.decision.flow.StepFollower;
import org.orderengine.model.Order;

/**
 * Decides migrations: the order as it stands under another process, or the reasons why it stays where it is.
 *
 * <ol>
 *   <li>An order that follows the new process already is left as it is.
 *   <li>An order of another process, and an ended order where the migration leaves those out, is refused.
 *   <li>{@link MigrationLanding} finds the places of its states, timers and effects. If any has none, the migration is refused
 *       with all of them.
 *   <li>The order follows the new process, and busy states that owe nothing are left.
 * </ol>
 *
 * <pre>{@code
 * Decision decision = migrator.migrate(order, plan, now);
 * }</pre>
 *
 * <p>Pure and immutable, so safe for any number of threads.
 */
public final class Migrator {

    private final DecisionPolicy policy;

    /** A migrator for a shop's policy. */
    public Migrator(DecisionPolicy policy) {
        this.policy = policy;
    }

    /** Moves an order to another process, with everything that it waits for. */
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
                            + ", where nothing more happens; it is migrated only where the migration says so");
        }
        MigrationLanding landing = MigrationLanding.of(order, plan, now);
        return landing.stranded().isEmpty()
                ? Refusals.asValues(order.id(), () -> landed(order, landing, plan, now))
                : stranded(order, landing, plan);
    }

    private static Decision stranded(Order order, MigrationLanding landing, MigrationPlan plan) {
        return Draft.refused(
                Codes.NO_LANDING_PLACE,
                "Order " + order.id() + " has no landing place in "
                        + plan.migration().to() + " for "
                        + landing.stranded().stream().map(Stranded::toString).collect(Collectors.joining("; ")));
    }

    private Decision landed(Order order, MigrationLanding landing, MigrationPlan plan, Instant now) {
        Draft draft = Children.draft(order, now, policy, plan.to());
        draft.apply(landing.event());
        landing.moves().forEach(draft::enter);
        new StepFollower(plan.to(), draft).endDone();
        draft.owe(null, wanted -> true);
        return draft.accepted();
    }
}
