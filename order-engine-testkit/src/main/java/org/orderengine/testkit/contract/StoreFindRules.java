package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
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
        Commit full = committed(
                store,
                revision(1, "full")
                        .buyer("ann")
                        .business("shop")
                        .channel("web")
                        .merchant("acme")
                        .process("virtual-goods")
                        .state("paid")
                        .parked()
                        .backordered()
                        .placedAt(NOON.minusSeconds(1)));
        List<OrderCriteria> matching = List.of(
                OrderCriteria.ALL.ofBuyer("ann"),
                OrderCriteria.ALL.ofBusiness("shop"),
                OrderCriteria.ALL.ofChannel("web"),
                OrderCriteria.ALL.ofMerchant("acme"),
                OrderCriteria.ALL.ofProcess("virtual-goods"),
                OrderCriteria.ALL.inState("paid"),
                OrderCriteria.ALL.parked(true),
                OrderCriteria.ALL.backordered(true),
                OrderCriteria.ALL.placed(NOON.minusSeconds(1), NOON));
        OrderCriteria all = new OrderCriteria(
                "ann", "shop", "web", "acme", "virtual-goods", "paid", true, true, NOON.minusSeconds(1), NOON);
        for (OrderCriteria criteria : matching) {
            assertThat(found(store, criteria)).as("%s", criteria).containsExactly("full");
            assertThat(store.countByState(criteria)).as("%s", criteria).isEqualTo(Map.of("paid", 1L));
        }
        assertThat(found(store, all)).containsExactly("full");
        List<OrderCriteria> others = List.of(
                all.ofBuyer("bob"),
                all.ofBusiness("bob"),
                all.ofChannel("bob"),
                all.ofMerchant("bob"),
                all.ofProcess("bob"),
                all.inState("bob"),
                all.parked(false),
                all.backordered(false),
                all.placed(NOON, NOON.plusSeconds(9)),
                all.placed(NOON.minusSeconds(9), NOON.minusSeconds(1)));
        for (OrderCriteria criteria : others) {
            assertThat(found(store, criteria)).as("%s", criteria).isEmpty();
            assertThat(store.countByState(criteria)).as("%s", criteria).isEmpty();
        }
        assertThat(found(store, OrderCriteria.ALL.parked(false))).containsExactly("plain");
        assertThat(found(store, OrderCriteria.ALL.backordered(false))).containsExactly("plain");
        StoredOrder order = store.find(all, null, 1).orders().get(0);
        assertThat(order.revision()).isEqualTo(1);
        assertThat(order.leaseEpoch()).isZero();
        assertThat(order.document().bytes()).isEqualTo(full.document().bytes());
    }

    @Test
    void s6_1_orders_are_found_by_their_columns_as_last_committed() {
        OrderStore store = store();
        committed(
                store, revision(1, "o-1").state("created").buyer("ann").parked().backordered());
        committed(store, revision(2, "o-1").state("paid").parked());
        committed(
                store,
                revision(3, "o-1")
                        .state("shipped")
                        .buyer("bob")
                        .business("shop")
                        .channel("web")
                        .merchant("acme")
                        .process("other")
                        .placedAt(NOON.plusSeconds(5)));
        OrderCriteria now = new OrderCriteria(
                "bob", "shop", "web", "acme", "other", "shipped", false, false, NOON.plusSeconds(5), null);
        assertThat(found(store, now)).containsExactly("o-1");
        assertThat(found(store, OrderCriteria.ALL)).containsExactly("o-1");
        assertThat(store.countByState(OrderCriteria.ALL)).isEqualTo(Map.of("shipped", 1L));
        for (OrderCriteria before : List.of(
                OrderCriteria.ALL.ofBuyer("ann"),
                OrderCriteria.ALL.ofProcess("physical-goods"),
                OrderCriteria.ALL.inState("created"),
                OrderCriteria.ALL.inState("paid"),
                OrderCriteria.ALL.parked(true),
                OrderCriteria.ALL.backordered(true),
                OrderCriteria.ALL.placed(NOON, NOON.plusSeconds(5)))) {
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
            OrderPage.Cursor after = null;
            do {
                OrderPage page = store.find(OrderCriteria.ALL.ofBuyer("ann"), after, limit);
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
        assertThat(ids(store.find(OrderCriteria.ALL, new OrderPage.Cursor(NOON.minusSeconds(1), "o-1!"), 9)))
                .as("behind a place where there is no order")
                .containsExactly("o-2", "o-3");
    }

    @Test
    void s6_3_a_time_range_includes_its_begin_and_excludes_its_end_on_every_page() {
        OrderStore store = store();
        for (int i = 0; i < 6; i++) {
            committed(store, revision(1, "o-" + i).placedAt(NOON.plusSeconds(i)));
        }
        OrderCriteria range = OrderCriteria.ALL.placed(NOON.plusSeconds(1), NOON.plusSeconds(5));
        OrderPage first = store.find(range, null, 3);
        assertThat(ids(first)).containsExactly("o-4", "o-3", "o-2");
        OrderPage second = store.find(range, first.next(), 3);
        assertThat(ids(second)).containsExactly("o-1");
        assertThat(second.next()).isNull();
        OrderPage from = store.find(range, new OrderPage.Cursor(NOON.plusSeconds(9), "o-9"), 9);
        assertThat(ids(from)).containsExactly("o-4", "o-3", "o-2", "o-1");
    }

    @Test
    void s6_4_orders_are_counted_by_state() {
        OrderStore store = store();
        assertThat(store.countByState(OrderCriteria.ALL)).isEmpty();
        for (int i = 0; i < 5; i++) {
            committed(store, revision(1, "o-" + i).buyer(i < 3 ? "ann" : "bob").state("created"));
        }
        committed(store, revision(2, "o-0").buyer("ann").state("paid"));
        committed(store, revision(2, "o-4").buyer("bob").state("paid"));
        committed(store, revision(3, "o-4").buyer("bob").state("shipped"));
        assertThat(store.countByState(OrderCriteria.ALL)).isEqualTo(Map.of("created", 3L, "paid", 1L, "shipped", 1L));
        assertThat(store.countByState(OrderCriteria.ALL.ofBuyer("ann"))).isEqualTo(Map.of("created", 2L, "paid", 1L));
        assertThat(store.countByState(OrderCriteria.ALL.inState("shipped"))).isEqualTo(Map.of("shipped", 1L));
        assertThat(store.countByState(OrderCriteria.ALL.ofBuyer("eve"))).isEmpty();
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
        assertThat(found(again, OrderCriteria.ALL.ofBuyer("ann"))).containsExactly("o-1");
        assertThat(again.countByState(OrderCriteria.ALL)).isEqualTo(Map.of("created", 1L, "paid", 1L));
        assertThat(again.nextDue()).as("the lease is still there").contains(NOON.plus(LEASE));
        assertThat(onlyClaim(again, NOON.plus(LEASE))).isEqualTo(new Claim("o-1", 2, 2));
        committed(again, revision(3, "o-1").underEpoch(2));
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
