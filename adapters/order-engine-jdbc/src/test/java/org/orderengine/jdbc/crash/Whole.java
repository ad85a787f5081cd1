package org.orderengine.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import org.orderengine.decision.draft.Evolve;
import org.orderengine.json.EventsDocument;
import org.orderengine.json.OrderDocument;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.model.Totals;
import org.orderengine.model.Units;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;

/** What must hold of any stored order by itself: F4, F5, U1, P1 and P2. */
final class Whole {

    private Whole() {}

    static void check(OrderStore store, Order order, String hint) {
        history(store, order, hint);
        for (Line line : order.books().lines()) {
            Units units = line.units();
            assertThat(units.open() + units.reserved() + units.backordered() + units.shipped() + units.cancelled())
                    .as("U1: %s, %s", order, hint)
                    .isEqualTo(units.ordered());
            assertThat(units.delivered()).as("U1: %s, %s", order, hint).isLessThanOrEqualTo(units.shipped());
        }
        for (Payment payment : order.books().payments()) {
            assertThat(payment.captured())
                    .as("P1: %s, %s", order, hint)
                    .isLessThanOrEqualTo(payment.authorized().minus(payment.voided()));
            assertThat(payment.refunded()).as("P1: %s, %s", order, hint).isLessThanOrEqualTo(payment.captured());
        }
        Totals totals = order.totals();
        assertThat(totals.outstanding())
                .as("P2: %s, %s", order, hint)
                .isEqualTo(totals.total().minus(captured(order)).plus(refunded(order)));
    }

    private static void history(OrderStore store, Order order, String hint) {
        StoredOrder stored = store.load(order.id()).orElseThrow();
        Order folded = null;
        long revision = 0;
        for (HistoryRow row : store.history(order.id(), 1, 10_000)) {
            assertThat(row.revision()).as("F4: %s, %s", order.id(), hint).isEqualTo(++revision);
            folded = Evolve.commit(folded, EventsDocument.read(row.events()));
        }
        assertThat(stored.revision()).as("F4: %s, %s", order.id(), hint).isEqualTo(revision);
        assertThat(folded).as("F5: %s, %s", order.id(), hint).isEqualTo(OrderDocument.read(stored.document()));
    }

    static Money captured(Order order) {
        return order.books().payments().stream()
                .map(Payment::captured)
                .reduce(order.books().money(0), Money::plus);
    }

    static Money refunded(Order order) {
        return order.books().payments().stream()
                .map(Payment::refunded)
                .reduce(order.books().money(0), Money::plus);
    }
}
