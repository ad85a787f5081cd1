package org.orderengine.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.dispatch.Handled;
import org.orderengine.dispatch.Redacted;
import org.orderengine.dispatch.Upkeep;
import org.orderengine.json.DocumentException;
import org.orderengine.model.By;
import org.orderengine.model.Problem;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One batch of upkeep: a page of orders, one after the other. An order that fails keeps no other waiting. For one thread. */
final class UpkeepRun {

    private static final Logger LOG = LoggerFactory.getLogger(UpkeepRun.class);
    private static final int ORDERS = 200;

    /** What is done to an order; why not, where it is left. */
    private interface Work {
        @Nullable
        Problem on(StoredOrder order);
    }

    private final Upkeep upkeep;
    private final List<UpkeepBatch.Left> left = new ArrayList<>();
    private int done;

    UpkeepRun(Upkeep upkeep) {
        this.upkeep = upkeep;
    }

    /** Has a page of all orders be found by what they are now. */
    UpkeepBatch reindex(@Nullable String after) {
        OrderPage page = page(OrderCriteria.ALL, after);
        page.orders().forEach(order -> count(order, upkeep::reindex));
        return batch(page);
    }

    /** Archives what has ended and not changed since an instant, of a page: all of it is exported before any of it is removed. */
    UpkeepBatch archive(Instant before, Consumer<List<String>> export, @Nullable String after) {
        OrderPage page = page(
                OrderCriteria.ALL
                        .where(OrderColumn.UPDATED_AT, Operator.BEFORE, before)
                        .where(OrderColumn.ENDED, Operator.IS, true)
                        .sorted(OrderSort.By.UPDATED, true),
                after);
        List<StoredOrder> over = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (StoredOrder order : page.orders()) {
            Problem problem = attempt(order, stored -> {
                Problem open = upkeep.open(stored);
                if (open == null) {
                    lines.add(upkeep.exported(stored));
                    over.add(stored);
                }
                return open;
            });
            note(order, problem);
        }
        if (!lines.isEmpty()) {
            export.accept(List.copyOf(lines));
        }
        over.forEach(order -> count(order, upkeep::archive));
        return batch(page);
    }

    /** Erases the personal data of a page of a buyer's orders. */
    UpkeepBatch erase(String buyer, By by, @Nullable String after) {
        OrderPage page = page(OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, buyer), after);
        page.orders()
                .forEach(order -> count(
                        order,
                        stored -> upkeep.erase(stored.orderId(), by) instanceof Handled.Refused refused
                                ? refused.problem()
                                : null));
        return batch(page);
    }

    private OrderPage page(OrderCriteria criteria, @Nullable String after) {
        return upkeep.store().find(criteria.walking(), after, ORDERS);
    }

    private void count(StoredOrder order, Work work) {
        Problem problem = attempt(order, work);
        if (problem == null) {
            done++;
        }
        note(order, problem);
    }

    private void note(StoredOrder order, @Nullable Problem problem) {
        if (problem != null) {
            left.add(new UpkeepBatch.Left(order.orderId(), problem.code(), Texts.shown(problem.message())));
        }
    }

    private static @Nullable Problem attempt(StoredOrder order, Work work) {
        try {
            return work.on(order);
        } catch (StoreUnavailableException unavailable) {
            throw unavailable;
        } catch (DocumentException unreadable) {
            return new Problem(
                    Codes.ORDER_UNREADABLE, "Order " + order.orderId() + " cannot be read: " + unreadable.getMessage());
        } catch (RuntimeException broken) {
            LOG.error("Order {}: upkeep left it as it is", order.orderId(), Redacted.of(broken));
            return new Problem(
                    Codes.UPKEEP_FAILED, "it threw " + broken.getClass().getName());
        }
    }

    private UpkeepBatch batch(OrderPage page) {
        return new UpkeepBatch(page.orders().size(), done, left, page.next());
    }
}
