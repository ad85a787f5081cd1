package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderField;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.spi.store.TermValue;

/** S6.1 to S6.9: random queries over random orders are answered as a plain search answers them, also after the orders have changed. */
abstract class StoreOracleRules extends StoreQueryRules {

    private static final int ORDERS = 40;
    private static final int QUERIES = 60;
    private static final List<String> TEXTS = List.of("a", "ab", "B", "\u00e9");
    private static final List<OrderTerm> KINDS = List.of(OrderTerm.SKU, OrderTerm.TAG, OrderTerm.attribute("gift"));

    /** The orders of one try, in the store and in the model. */
    private static final class Tried {
        private final OrderStore store;
        private final OrderStore model = new StoreModel();
        private final Random random;
        private final Map<String, Long> revisions = new HashMap<>();
        private final Map<String, Set<TermValue>> terms = new HashMap<>();

        Tried(OrderStore store, long seed) {
            this.store = store;
            this.random = new Random(seed);
        }

        void change() {
            String id = "o-" + random.nextInt(ORDERS);
            long revision = revisions.merge(id, 1L, Long::sum);
            CommitBuilder commit = revision(revision, id).at(instant()).due(random.nextBoolean() ? instant() : null);
            for (OrderColumn<?> column : OrderColumn.ALL) {
                if (column != OrderColumn.PLACED_AT && (column.isRequired() || random.nextInt(3) > 0)) {
                    set(commit, column);
                }
            }
            Set<TermValue> now = new HashSet<>();
            for (int i = random.nextInt(5); i > 0; i--) {
                now.add(new TermValue(any(KINDS), any(TEXTS)));
            }
            Set<TermValue> before = terms.getOrDefault(id, Set.of());
            // When an order was placed never changes, as with the engine, so that the difference of the terms is
            // enough.
            commit.placedAt(CommitBuilder.NOON.plusSeconds(id.hashCode() % 7)).terms(now, before);
            terms.put(id, now);
            committed(store, commit);
            committed(model, commit);
        }

        private <T> void set(CommitBuilder commit, OrderColumn<T> column) {
            commit.with(column, column.cast(value(column)));
        }

        private Object value(OrderField<?> field) {
            OrderColumn.Type type = field instanceof OrderColumn<?> column ? column.type() : OrderColumn.Type.TEXT;
            return switch (type) {
                case TEXT -> any(TEXTS);
                case FLAG -> random.nextBoolean();
                case NUMBER -> (long) random.nextInt(4) - 1;
                case INSTANT -> instant();
            };
        }

        private Instant instant() {
            return CommitBuilder.NOON.plusSeconds(random.nextInt(9));
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }

        OrderCriteria criteria() {
            OrderCriteria criteria = OrderCriteria.ALL;
            for (int i = random.nextInt(4); i > 0; i--) {
                OrderField<?> field = random.nextInt(3) == 0 ? any(KINDS) : any(OrderColumn.ALL);
                criteria = criteria.and(condition(field));
            }
            return criteria.sorted(any(List.of(OrderSort.By.values())), random.nextBoolean());
        }

        private <T> OrderCondition<T> condition(OrderField<T> field) {
            Operator operator = any(field.operators());
            List<T> values = new ArrayList<>();
            for (int i = operator == Operator.IS ? 1 + random.nextInt(3) : 1; i > 0; i--) {
                values.add(field.cast(value(field)));
            }
            return new OrderCondition<>(field, operator, values);
        }

        void ask() {
            OrderCriteria criteria = criteria();
            int limit = 1 + random.nextInt(15);
            assertThat(pages(store, criteria, limit)).as("%s", criteria).isEqualTo(pages(model, criteria, limit));
            assertThat(store.count(criteria, limit)).as("%s", criteria).isEqualTo(model.count(criteria, limit));
            List<OrderColumn<String>> by =
                    List.of(OrderColumn.STATE, any(List.of(OrderColumn.CHANNEL, OrderColumn.TENANT)));
            boolean isByDay = random.nextBoolean();
            assertThat(sums(store, criteria, by, isByDay))
                    .as("%s", criteria)
                    .isEqualTo(sums(model, criteria, by, isByDay));
        }

        private static Set<String> sums(
                OrderStore asked, OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay) {
            Set<String> sums = new HashSet<>();
            for (OrderSum sum : asked.sums(criteria, by, isByDay)) {
                sums.add(sum.toString());
            }
            return sums;
        }

        private static List<String> pages(OrderStore asked, OrderCriteria criteria, int limit) {
            List<String> pages = new ArrayList<>();
            String after = null;
            do {
                OrderPage page = asked.find(criteria, after, limit);
                pages.add(page.orders().stream().map(StoredOrder::orderId).toList() + " " + page.next());
                after = page.next();
            } while (after != null && pages.size() <= ORDERS);
            return pages;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void s6_random_queries_are_answered_as_a_plain_search_answers_them(long seed) {
        Tried tried = new Tried(store(), seed);
        for (int i = 0; i < 2 * ORDERS; i++) {
            tried.change();
        }
        for (int i = 0; i < QUERIES; i++) {
            tried.ask();
            tried.change();
        }
    }
}
