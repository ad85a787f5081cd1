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
 * Decides migrations: what an order becomes under another process, or what keeps it where it is. Pure and immutable, so safe for any
 * number of threads.
 */
public final class Migrator {

    private final DecisionPolicy policy;

    /** A migrator for a shop's policy. */
    public Migrator(DecisionPolicy policy) {
        this.policy = policy;
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
