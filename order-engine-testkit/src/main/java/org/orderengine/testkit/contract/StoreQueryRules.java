package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.spi.store.CommitResult.COMMITTED;
import static org.orderengine.spi.store.CommitResult.CONFLICT;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.TermValue;

/** Terms, states, sorts, cursors, counts and sums: S6.4 to S6.9. */
abstract class StoreQueryRules extends StoreFindRules {

    private static Set<TermValue> terms(OrderTerm kind, String... values) {
        return Arrays.stream(values).map(value -> new TermValue(kind, value)).collect(Collectors.toUnmodifiableSet());
    }

    private static OrderCriteria by(OrderTerm kind, String value) {
        return OrderCriteria.ALL.where(kind, Operator.IS, value);
    }

    private static void assertRefused(String code, Runnable query) {
        assertThatThrownBy(query::run)
                .isInstanceOfSatisfying(QueryRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo(code));
    }

    @Test
    void s6_4_orders_are_counted_exactly_up_to_the_bound() {
        OrderStore store = store();
        assertThat(store.count(OrderCriteria.ALL, 1)).isZero();
        for (int i = 0; i < 5; i++) {
            committed(store, revision(1, "o-" + i).buyer(i < 3 ? "ann" : "bob").state("created"));
        }
        committed(store, revision(2, "o-0").buyer("ann").state("paid"));
        OrderCriteria created = OrderCriteria.ALL.where(OrderColumn.STATE, Operator.IS, "created");
        for (int most : new int[] {1, 2, 3, 4, 5, 100}) {
            assertThat(store.count(OrderCriteria.ALL, most)).isEqualTo(Math.min(5, most));
            assertThat(store.count(created, most)).isEqualTo(Math.min(4, most));
            assertThat(store.count(created.where(OrderColumn.BUYER, Operator.IS, "ann"), most))
                    .isEqualTo(Math.min(2, most));
            assertThat(store.count(OrderCriteria.ALL.anyOf(OrderColumn.BUYER, "ann", "bob", "eve"), most))
                    .isEqualTo(Math.min(5, most));
        }
        assertThat(store.count(OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "eve"), 5))
                .isZero();
    }

    @Test
    void s6_5_an_order_is_found_by_each_of_its_terms_whole_or_by_its_beginning() {
        OrderStore store = store();
        Set<TermValue> lamps = terms(OrderTerm.SKU, "LAMP-1", "LAMP-2", "CUP");
        committed(store, revision(1, "o-1").terms(lamps, Set.of()));
        committed(store, revision(1, "o-2").placedAt(NOON.plusSeconds(1)).terms(terms(OrderTerm.SKU, "CUP"), Set.of()));
        committed(store, revision(1, "o-3").terms(terms(OrderTerm.COUPON, "CUP"), Set.of()));
        assertThat(found(store, by(OrderTerm.SKU, "LAMP-2"))).containsExactly("o-1");
        assertThat(found(store, by(OrderTerm.SKU, "CUP"))).containsExactly("o-2", "o-1");
        assertThat(found(store, by(OrderTerm.SKU, "LAMP"))).isEmpty();
        assertThat(found(store, by(OrderTerm.SKU, "cup"))).isEmpty();
        OrderCriteria beginning = OrderCriteria.ALL.where(OrderTerm.SKU, Operator.PREFIX, "LAMP");
        assertThat(found(store, beginning)).as("once, though by two terms").containsExactly("o-1");
        assertThat(store.count(beginning, 10)).isEqualTo(1);
        assertThat(found(store, OrderCriteria.ALL.where(OrderTerm.SKU, Operator.PREFIX, "AMP")))
                .as("nothing is found by what it contains")
                .isEmpty();
        assertThat(found(store, OrderCriteria.ALL.anyOf(OrderTerm.SKU, "LAMP-1", "LAMP-2", "CUP")))
                .containsExactly("o-2", "o-1");
        assertThat(store.count(OrderCriteria.ALL.anyOf(OrderTerm.SKU, "LAMP-1", "LAMP-2"), 10))
                .isEqualTo(1);
        assertThat(found(store, by(OrderTerm.SKU, "CUP").where(OrderTerm.COUPON, Operator.IS, "CUP")))
                .isEmpty();
    }

    @Test
    void s6_5_a_commit_that_names_the_difference_leaves_exactly_the_terms_of_now() {
        OrderStore store = store();
        Set<TermValue> first = terms(OrderTerm.TAG, "gift", "fragile");
        Set<TermValue> second = terms(OrderTerm.TAG, "gift", "late", "%", "a\"b'c\\");
        committed(store, revision(1, "o-1").terms(first, Set.of()));
        assertThat(store.commit(
                        revision(2, "o-1").underEpoch(7).terms(second, first).build()))
                .isEqualTo(CONFLICT);
        assertThat(found(store, by(OrderTerm.TAG, "late")))
                .as("of a commit that conflicted")
                .isEmpty();
        committed(store, revision(2, "o-1").terms(second, first));
        committed(store, revision(3, "o-1").terms(second, second));
        assertThat(found(store, by(OrderTerm.TAG, "fragile"))).isEmpty();
        for (TermValue term : second) {
            assertThat(found(store, by(OrderTerm.TAG, term.value())))
                    .as("%s", term)
                    .containsExactly("o-1");
        }
        committed(store, revision(4, "o-1").placedAt(NOON.plusSeconds(9)).replacingTerms(first));
        assertThat(found(store, by(OrderTerm.TAG, "late"))).isEmpty();
        assertThat(found(
                        store,
                        by(OrderTerm.TAG, "fragile").where(OrderColumn.PLACED_AT, Operator.FROM, NOON.plusSeconds(9))))
                .containsExactly("o-1");
    }

    @Test
    void s6_5_many_terms_are_written_and_read_in_their_normal_form() {
        OrderStore store = store();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            numbers.add("T-" + i);
        }
        committed(store, revision(1, "o-1").terms(terms(OrderTerm.TRACKING, numbers.toArray(new String[0])), Set.of()));
        committed(store, revision(1, "o-2").terms(terms(OrderTerm.PHONE, "+49 (30) 1234-5"), Set.of()));
        committed(store, revision(1, "o-3").terms(terms(OrderTerm.EMAIL, " Ann@Example.ORG "), Set.of()));
        assertThat(store.commit(revision(2, "o-3")
                        .terms(Set.of(), terms(OrderTerm.EMAIL, "ann@example.org"))
                        .build()))
                .isEqualTo(COMMITTED);
        for (String number : numbers) {
            assertThat(found(store, by(OrderTerm.TRACKING, number))).containsExactly("o-1");
        }
        assertThat(found(store, by(OrderTerm.PHONE, "0049 30 12345"))).isEmpty();
        assertThat(found(store, by(OrderTerm.PHONE, "49 30 12345"))).containsExactly("o-2");
        assertThat(found(store, by(OrderTerm.EMAIL, "ann@example.org"))).isEmpty();
    }

    @Test
    void s6_6_an_order_is_found_by_the_name_of_each_of_its_states() {
        OrderStore store = store();
        committed(store, revision(1, "alone").state("packing"));
        Set<TermValue> names = OrderIndex.stateNames(List.of("open", "packing", "invoicing"));
        committed(
                store,
                revision(1, "both")
                        .placedAt(NOON.plusSeconds(1))
                        .state("packing,invoicing")
                        .terms(names, Set.of()));
        for (String name : new String[] {"open", "invoicing"}) {
            OrderCriteria criteria = OrderCriteria.ALL.where(OrderColumn.STATE, Operator.IS, name);
            assertThat(found(store, criteria)).as(name).containsExactly("both");
            assertThat(store.count(criteria, 9)).isEqualTo(1);
            assertThat(found(store, criteria.where(OrderColumn.PLACED_AT, Operator.BEFORE, NOON.plusSeconds(1))))
                    .isEmpty();
        }
        OrderCriteria packing = OrderCriteria.ALL.where(OrderColumn.STATE, Operator.IS, "packing");
        assertThat(found(store, packing)).containsExactly("both", "alone");
        assertThat(found(store, packing.sorted(OrderSort.By.UPDATED, true))).containsExactlyInAnyOrder("both", "alone");
        assertThat(found(store, OrderCriteria.ALL.anyOf(OrderColumn.STATE, "open", "packing", "invoicing")))
                .containsExactly("both", "alone");
        assertThat(store.count(OrderCriteria.ALL.anyOf(OrderColumn.STATE, "open", "packing"), 9))
                .isEqualTo(2);
        committed(
                store,
                revision(2, "both").placedAt(NOON.plusSeconds(1)).state("done").terms(Set.of(), names));
        assertThat(found(store, packing)).containsExactly("alone");
    }

    @Test
    void s6_1_lists_are_sorted_as_asked_for_and_backwards() {
        OrderStore store = store();
        committed(
                store,
                revision(1, "a")
                        .placedAt(NOON)
                        .at(NOON.plusSeconds(3))
                        .with(OrderColumn.TOTAL, 20L)
                        .due(NOON));
        committed(
                store,
                revision(1, "b")
                        .placedAt(NOON.plusSeconds(1))
                        .at(NOON.plusSeconds(2))
                        .with(OrderColumn.TOTAL, 10L));
        committed(
                store,
                revision(1, "c")
                        .placedAt(NOON.plusSeconds(1))
                        .at(NOON.plusSeconds(1))
                        .with(OrderColumn.TOTAL, 20L)
                        .due(NOON.plusSeconds(5)));
        committed(store, revision(1, "d").placedAt(NOON.plusSeconds(2)).at(NOON.plusSeconds(2)));
        Map<OrderSort.By, List<String>> descending = Map.of(
                OrderSort.By.PLACED, List.of("d", "b", "c", "a"),
                OrderSort.By.UPDATED, List.of("a", "b", "d", "c"),
                OrderSort.By.TOTAL, List.of("a", "c", "b"),
                OrderSort.By.DUE, List.of("c", "a"));
        descending.forEach((by, expected) -> {
            List<String> backwards = new ArrayList<>(expected);
            Collections.reverse(backwards);
            for (OrderCriteria criteria :
                    List.of(OrderCriteria.ALL, OrderCriteria.ALL.where(OrderColumn.ENDED, Operator.IS, false))) {
                assertThat(paged(store, criteria.sorted(by, false)))
                        .as("%s", by)
                        .isEqualTo(expected);
                assertThat(paged(store, criteria.sorted(by, true)))
                        .as("%s ascending", by)
                        .isEqualTo(backwards);
            }
        });
        store.release(onlyClaim(store, NOON), NOON.plusSeconds(9));
        assertThat(paged(store, OrderCriteria.ALL.sorted(OrderSort.By.DUE, true)))
                .as("by when it is due now")
                .containsExactly("c", "a");
    }

    private static List<String> paged(OrderStore store, OrderCriteria criteria) {
        List<String> all = new ArrayList<>();
        String after = null;
        do {
            OrderPage page = store.find(criteria, after, 1);
            all.addAll(ids(page));
            after = page.next();
        } while (after != null && all.size() < 100);
        return all;
    }

    @Test
    void s6_1_among_equals_orders_come_by_id_character_by_character() {
        OrderStore store = store();
        List<String> expected = List.of("A", "a", "a ", "ab", "\u00e9", "\uffe5", "\ud83d\uded2");
        for (String id : expected) {
            committed(store, revision(1, id).due(NOON));
        }
        assertThat(paged(store, OrderCriteria.ALL)).isEqualTo(expected);
        List<String> claimed = new ArrayList<>();
        for (int i = 0; i < expected.size(); i++) {
            claimed.addAll(claimed(store, NOON, 1));
        }
        assertThat(claimed).isEqualTo(expected);
    }

    @Test
    void s6_7_a_cursor_serves_its_own_criteria_only() {
        OrderStore store = store();
        for (int i = 0; i < 3; i++) {
            committed(store, revision(1, "o-" + i).buyer("ann").with(OrderColumn.TENANT, "t"));
        }
        OrderCriteria criteria = OrderCriteria.ALL.where(OrderColumn.TENANT, Operator.IS, "t");
        String cursor = store.find(criteria, null, 1).next();
        assertThat(ids(store.find(criteria, cursor, 1))).containsExactly("o-1");
        for (OrderCriteria other : List.of(
                OrderCriteria.ALL,
                OrderCriteria.ALL.where(OrderColumn.TENANT, Operator.IS, "u"),
                criteria.where(OrderColumn.BUYER, Operator.IS, "ann"),
                criteria.sorted(OrderSort.By.PLACED, true),
                criteria.sorted(OrderSort.By.UPDATED, false))) {
            assertRefused("cursor-unfit", () -> store.find(other, cursor, 1));
        }
        for (String none : new String[] {"", "x", cursor + "!", "::", "a:b:c"}) {
            assertRefused("cursor-unfit", () -> store.find(criteria, none, 1));
        }
    }

    @Test
    void s6_9_sums_are_over_the_orders_that_match_by_group_and_day() {
        OrderStore store = store();
        summed(store, "a", Duration.ZERO, "EUR", "web", 100);
        summed(store, "b", Duration.ofHours(11), "EUR", "web", 50);
        summed(store, "c", Duration.ofHours(12), "EUR", null, 7);
        summed(store, "d", Duration.ZERO, "JPY", "web", 9000);
        committed(store, revision(1, "e").buyer("bob"));
        OrderCriteria ann = OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann");
        assertThat(described(store.sums(ann, List.of(), false)))
                .containsExactly(
                        "EUR: 3 orders 157 captured 314 refunded 3 units 6",
                        "JPY: 1 orders 9000 captured 18000 refunded 1 units 2");
        assertThat(described(store.sums(ann, List.of(OrderColumn.CHANNEL), true)))
                .containsExactly(
                        "2026-01-01 web EUR: 2 orders 150 captured 300 refunded 2 units 4",
                        "2026-01-01 web JPY: 1 orders 9000 captured 18000 refunded 1 units 2",
                        "2026-01-02 null EUR: 1 orders 7 captured 14 refunded 1 units 2");
        assertThat(described(
                        store.sums(OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "bob"), List.of(), false)))
                .containsExactly("null: 1 orders 0 captured 0 refunded 0 units 0");
        assertThat(store.sums(ann.where(OrderColumn.CHANNEL, Operator.IS, "none"), List.of(), true))
                .isEmpty();
    }

    private static void summed(
            OrderStore store, String id, Duration later, String currency, @Nullable String channel, long total) {
        committed(
                store,
                revision(1, id)
                        .placedAt(NOON.plus(later))
                        .buyer("ann")
                        .with(OrderColumn.CURRENCY, currency)
                        .with(OrderColumn.CHANNEL, channel)
                        .with(OrderColumn.TOTAL, total)
                        .with(OrderColumn.CAPTURED, 2 * total)
                        .with(OrderColumn.REFUNDED, 1L)
                        .with(OrderColumn.UNITS, 2L));
    }

    private static List<String> described(List<OrderSum> sums) {
        Map<String, String> sorted = new TreeMap<>();
        for (OrderSum sum : sums) {
            LocalDate day = sum.day();
            String group = (day == null ? "" : day + " ")
                    + sum.group().values().stream().map(String::valueOf).collect(Collectors.joining(" "));
            sorted.put(
                    group,
                    group + ": " + sum.orders() + " orders " + sum.total() + " captured " + sum.captured()
                            + " refunded " + sum.refunded() + " units " + sum.units());
        }
        return List.copyOf(sorted.values());
    }
}
