package org.orderengine.engine;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.MigrateOrder;
import org.orderengine.command.Migration;
import org.orderengine.decision.Codes;
import org.orderengine.decision.Stranded;
import org.orderengine.decision.migrate.MigrationLanding;
import org.orderengine.decision.migrate.MigrationPlan;
import org.orderengine.dispatch.Handled;
import org.orderengine.dispatch.Redacted;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.spi.store.StoredOrder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One pass over the orders of a process:
 *
 * <ol>
 *   <li>read the orders in batches, newest first;
 *   <li>count those that the migration is not about: migrated already, ended, or following another process;
 *   <li>migrate each of the others by a command of its own, or in a dry run only look for its landing place;
 *   <li>count it, and list what kept it where it is.
 * </ol>
 *
 * <p>Used once, by one thread.
 */
final class MigrationRun {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationRun.class);

    private final Migrations migrations;
    private final MigrationPlan plan;
    private final MigrationOptions options;
    private final List<MigrationReport.Left> listed = new ArrayList<>();
    private final OrderCriteria criteria;
    private final long total;
    private long seen;
    private long migrated;
    private long already;
    private long ended;
    private long elsewhere;
    private long left;

    MigrationRun(Migrations migrations, MigrationPlan plan, MigrationOptions options) {
        this.migrations = migrations;
        this.plan = plan;
        this.options = options;
        this.criteria = OrderCriteria.ALL.where(
                OrderColumn.PROCESS, Operator.IS, migration().from().name());
        this.total = migrations.store().count(criteria, Integer.MAX_VALUE);
    }

    MigrationReport run() {
        String cursor = null;
        do {
            OrderPage page = migrations.store().find(criteria, cursor, options.batchSize());
            page.orders().forEach(this::see);
            cursor = page.next();
            options.progress().accept(counts());
        } while (cursor != null);
        return new MigrationReport(options.dryRun(), counts(), listed);
    }

    private void see(StoredOrder stored) {
        seen++;
        try {
            see(OrderDocument.read(stored.document()));
        } catch (StoreUnavailableException unavailable) {
            throw unavailable;
        } catch (RuntimeException broken) {
            LOG.error("Order {}: it is not migrated", stored.orderId(), Redacted.of(broken));
            leave(
                    stored.orderId(),
                    Codes.MIGRATION_FAILED,
                    List.of(new Stranded(
                            Stranded.Kind.ORDER,
                            stored.orderId(),
                            "it threw " + broken.getClass().getName())));
        }
    }

    private void see(Order order) {
        if (order.process().equals(migration().to())) {
            already++;
        } else if (!order.process().equals(migration().from())) {
            elsewhere++;
        } else if (order.position().ended() && !migration().endedToo()) {
            ended++;
        } else if (options.dryRun()) {
            check(order);
        } else {
            migrate(order.id());
        }
    }

    private void check(Order order) {
        List<Stranded> stranded = stranded(order);
        if (stranded.isEmpty()) {
            migrated++;
        } else {
            leave(order.id(), Codes.NO_LANDING_PLACE, stranded);
        }
    }

    private void migrate(String id) {
        Handled handled = migrations.dispatcher().handle(new MigrateOrder(id, migration(), null));
        if (handled instanceof Handled.Refused refused) {
            refused(id, refused.problem(), refused.order());
        } else if (handled instanceof Handled.Taken) {
            migrated++;
        } else {
            already++;
        }
    }

    /** Counts an order that another commit has changed meanwhile as what it is now. */
    private void refused(String id, Problem problem, @Nullable Order order) {
        switch (problem.code()) {
            case Codes.ORDER_ENDED -> ended++;
            case Codes.OTHER_PROCESS -> elsewhere++;
            default -> {
                leave(
                        id,
                        problem.code(),
                        order == null || !problem.code().equals(Codes.NO_LANDING_PLACE)
                                ? List.of(new Stranded(Stranded.Kind.ORDER, id, problem.message()))
                                : stranded(order));
            }
        }
    }

    private List<Stranded> stranded(Order order) {
        return MigrationLanding.of(order, plan, migrations.time().instant()).stranded();
    }

    private void leave(String order, String code, List<Stranded> stranded) {
        left++;
        if (listed.size() < options.listed()) {
            listed.add(new MigrationReport.Left(order, code, stranded));
        }
    }

    private Migration migration() {
        return plan.migration();
    }

    private MigrationCounts counts() {
        return new MigrationCounts(total, seen, migrated, already, ended, elsewhere, left);
    }
}
