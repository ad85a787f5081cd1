package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;

/** Finding orders, and what a store keeps when it is closed: S6, S10.2 and S10.3. */
abstract class StoreFindRules extends StoreLeaseRules {

    @Test
    void s6_1_orders_are_found_newest_first_and_by_id_among_equals() {
        OrderStore store = store();
        committed(store, revision(1, "b").placedAt(NOON));
        committed(store, revision(1, "new").placedAt(NOON.plusSeconds(1)));
        committed(store, revision(1, "c").placedAt(NOON));
        committed(store, revision(1, "old").placedAt(NOON.minusSeconds(1)));
        committed(store, revision(1, "a").placedAt(NOON));
        assertThat(found(store, OrderCriteria.ALL)).containsExactly("new", "a", "b", "c", "old");
    }

    @Test
    void s6_1_every_criterion_selects() {
        OrderStore store = store();
        committed(store, revision(1, "plain"));
        CommitBuilder values = revision(1, "full");
        OrderCriteria all = OrderCriteria.ALL;
        for (OrderColumn<?> column : OrderColumn.ALL) {
            Samples.set(values, column);
            all = Samples.selecting(all, column);
        }
        Commit full = committed(store, values);
        for (OrderColumn<?> column : OrderColumn.ALL) {
            OrderCriteria criteria = Samples.selecting(OrderCriteria.ALL, column);
            assertThat(found(store, criteria)).as("%s", criteria).containsExactly("full");
            assertThat(byState(store, criteria)).as("%s", criteria).isEqualTo(Map.of("some state", 1L));
        }
        assertThat(found(store, all)).containsExactly("full");
        for (OrderColumn<?> column : OrderColumn.ALL) {
            for (OrderCriteria criteria : Samples.passingOver(all, column)) {
                assertThat(found(store, criteria)).as("%s", criteria).isEmpty();
                assertThat(byState(store, criteria)).as("%s", criteria).isEmpty();
            }
            if (column.type() == OrderColumn.Type.FLAG) {
                OrderCriteria down =
                        Samples.passingOver(OrderCriteria.ALL, column).get(0);
                assertThat(found(store, down)).as("%s", down).containsExactly("plain");
            }
        }
        StoredOrder order = store.find(all, null, 1).orders().get(0);
        assertThat(order.revision()).isEqualTo(1);
        assertThat(order.leaseEpoch()).isZero();
        assertThat(order.document().bytes()).isEqualTo(full.document().bytes());
    }

    @Test
    void s6_1_orders_are_found_by_their_columns_as_last_committed() {
        OrderStore store = store();
        committed(
                store, revision(1, "o-1").state("created").buyer("ann").parked().with(OrderColumn.BACKORDERED, true));
        committed(store, revision(2, "o-1").state("paid").parked());
        committed(
                store,
                revision(3, "o-1")
                        .state("shipped")
                        .buyer("bob")
                        .with(OrderColumn.BUSINESS, "shop")
                        .with(OrderColumn.CHANNEL, "web")
                        .with(OrderColumn.MERCHANT, "acme")
                        .with(OrderColumn.PROCESS, "other")
                        .placedAt(NOON.plusSeconds(5)));
        OrderCriteria now = OrderCriteria.ALL
                .where(OrderColumn.BUYER, Operator.IS, "bob")
                .where(OrderColumn.BUSINESS, Operator.IS, "shop")
                .where(OrderColumn.CHANNEL, Operator.IS, "web")
                .where(OrderColumn.MERCHANT, Operator.IS, "acme")
                .where(OrderColumn.PROCESS, Operator.IS, "other")
                .where(OrderColumn.STATE, Operator.IS, "shipped")
                .where(OrderColumn.PARKED, Operator.IS, false)
                .where(OrderColumn.BACKORDERED, Operator.IS, false)
                .where(OrderColumn.PLACED_AT, Operator.FROM, NOON.plusSeconds(5));
        assertThat(found(store, now)).containsExactly("o-1");
        assertThat(found(store, OrderCriteria.ALL)).containsExactly("o-1");
        assertThat(byState(store, OrderCriteria.ALL)).isEqualTo(Map.of("shipped", 1L));
        for (OrderCriteria before : List.of(
                OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann"),
                OrderCriteria.ALL.where(OrderColumn.PROCESS, Operator.IS, "physical-goods"),
                OrderCriteria.ALL.where(OrderColumn.STATE, Operator.IS, "created"),
                OrderCriteria.ALL.where(OrderColumn.STATE, Operator.IS, "paid"),
                OrderCriteria.ALL.where(OrderColumn.PARKED, Operator.IS, true),
                OrderCriteria.ALL.where(OrderColumn.BACKORDERED, Operator.IS, true),
                OrderCriteria.ALL
                        .where(OrderColumn.PLACED_AT, Operator.FROM, NOON)
                        .where(OrderColumn.PLACED_AT, Operator.BEFORE, NOON.plusSeconds(5)))) {
            assertThat(found(store, before)).as("%s", before).isEmpty();
        }
    }

    @Test
    void s6_2_pages_follow_each_other_without_gap_or_repetition() {
        OrderStore store = store();
        List<String> expected = new ArrayList<>();
        for (int minute = 5; minute >= 0; minute--) {
            for (char id = 'a'; id <= 'd'; id++) {
                expected.add(minute + "-" + id);
            }
        }
        for (int minute = 0; minute <= 5; minute++) {
            for (char id = 'd'; id >= 'a'; id--) {
                String orderId = minute + "-" + id;
                committed(
                        store,
                        revision(1, orderId)
                                .placedAt(NOON.plusSeconds(60L * minute))
                                .buyer("ann"));
                committed(store, revision(1, "other " + orderId).placedAt(NOON.plusSeconds(60L * minute)));
            }
        }
        for (int limit : new int[] {1, 3, 4, 23, 24, 25}) {
            List<String> read = new ArrayList<>();
            String after = null;
            do {
                OrderPage page =
                        store.find(OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann"), after, limit);
                page.orders().forEach(order -> read.add(order.orderId()));
                after = page.next();
                boolean more = read.size() < expected.size();
                assertThat(page.orders().size()).isBetween(1, limit);
                assertThat(after != null).as("a cursor exactly if more follow").isEqualTo(more);
            } while (after != null);
            assertThat(read).as("pages of %s", limit).isEqualTo(expected);
        }
    }

    @Test
    void s6_2_an_order_placed_meanwhile_does_not_shift_the_pages_that_follow() {
        OrderStore store = store();
        for (int i = 0; i < 4; i++) {
            committed(store, revision(1, "o-" + i).placedAt(NOON.minusSeconds(i)));
        }
        OrderPage first = store.find(OrderCriteria.ALL, null, 2);
        assertThat(ids(first)).containsExactly("o-0", "o-1");
        committed(store, revision(1, "newer").placedAt(NOON.plusSeconds(1)));
        committed(store, revision(2, "o-1").state("paid"));
        assertThat(ids(store.find(OrderCriteria.ALL, first.next(), 2))).containsExactly("o-2", "o-3");
        assertThat(ids(store.find(OrderCriteria.ALL, behind(NOON.minusSeconds(1), "o-1!", OrderCriteria.ALL), 9)))
                .as("behind a place where there is no order")
                .containsExactly("o-2", "o-3");
    }

    @Test
    void s6_3_a_time_range_includes_its_begin_and_excludes_its_end_on_every_page() {
        OrderStore store = store();
        for (int i = 0; i < 6; i++) {
            committed(store, revision(1, "o-" + i).placedAt(NOON.plusSeconds(i)));
        }
        OrderCriteria range = OrderCriteria.ALL
                .where(OrderColumn.PLACED_AT, Operator.FROM, NOON.plusSeconds(1))
                .where(OrderColumn.PLACED_AT, Operator.BEFORE, NOON.plusSeconds(5));
        OrderPage first = store.find(range, null, 3);
        assertThat(ids(first)).containsExactly("o-4", "o-3", "o-2");
        OrderPage second = store.find(range, first.next(), 3);
        assertThat(ids(second)).containsExactly("o-1");
        assertThat(second.next()).isNull();
        OrderPage from = store.find(range, behind(NOON.plusSeconds(9), "o-9", range), 9);
        assertThat(ids(from)).containsExactly("o-4", "o-3", "o-2", "o-1");
    }

    @Test
    void s6_4_orders_are_counted_by_state() {
        OrderStore store = store();
        assertThat(byState(store, OrderCriteria.ALL)).isEmpty();
        for (int i = 0; i < 5; i++) {
            committed(store, revision(1, "o-" + i).buyer(i < 3 ? "ann" : "bob").state("created"));
        }
        committed(store, revision(2, "o-0").buyer("ann").state("paid"));
        committed(store, revision(2, "o-4").buyer("bob").state("paid"));
        committed(store, revision(3, "o-4").buyer("bob").state("shipped"));
        assertThat(byState(store, OrderCriteria.ALL)).isEqualTo(Map.of("created", 3L, "paid", 1L, "shipped", 1L));
        assertThat(byState(store, OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann")))
                .isEqualTo(Map.of("created", 2L, "paid", 1L));
        assertThat(byState(store, OrderCriteria.ALL.where(OrderColumn.STATE, Operator.IS, "shipped")))
                .isEqualTo(Map.of("shipped", 1L));
        assertThat(byState(store, OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "eve")))
                .isEmpty();
    }

    @Test
    void s10_2_closing_again_does_nothing() {
        OrderStore store = open();
        committed(store, revision(1, "o-1"));
        store.close();
        store.close();
        discard(store);
    }

    @Test
    void s10_3_what_was_committed_is_there_after_opening_again() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").byCommand("place").buyer("ann").due(NOON));
        Claim claim = onlyClaim(store, NOON);
        Commit second = committed(
                store,
                revision(2, "o-1").byCommand("pay").buyer("ann").due(NOON).underEpoch(claim.leaseEpoch()));
        Commit other = committed(
                store, revision(1, "o-2").state("paid").due(NOON.plus(LEASE).plusSeconds(1)));
        OrderStore again = reopened(store);
        assertHolds(again, second, claim.leaseEpoch());
        assertHolds(again, other);
        assertSame(again.findCommand("o-1", "pay").orElse(null), second.row());
        assertThat(again.history("o-1", 1, 10)).hasSize(2);
        assertThat(found(again, OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann")))
                .containsExactly("o-1");
        assertThat(byState(again, OrderCriteria.ALL)).isEqualTo(Map.of("created", 1L, "paid", 1L));
        assertThat(again.nextDue()).as("the lease is still there").contains(NOON.plus(LEASE));
        assertThat(onlyClaim(again, NOON.plus(LEASE))).isEqualTo(new Claim("o-1", 2, 2));
        committed(again, revision(3, "o-1").underEpoch(2));
    }

    private static String behind(Instant placedAt, String orderId, OrderCriteria criteria) {
        return new OrderPlace(ChronoUnit.MICROS.between(Instant.EPOCH, placedAt), orderId).cursor(criteria);
    }

    static List<String> found(OrderStore store, OrderCriteria criteria) {
        OrderPage page = store.find(criteria, null, 1000);
        assertThat(page.next()).isNull();
        return ids(page);
    }

    static List<String> ids(OrderPage page) {
        return page.orders().stream().map(StoredOrder::orderId).toList();
    }
}
