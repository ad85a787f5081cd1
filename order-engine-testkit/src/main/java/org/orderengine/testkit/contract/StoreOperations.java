package org.orderengine.testkit.contract;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderField;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderTerm;

/** Random operations on a handful of orders, most of them such that they find something to do. */
@SuppressWarnings("NullAway") // From JDK 22 on it takes type variables for never null.
final class StoreOperations {

    private StoreOperations() {}

    static Arbitrary<StoreOperation> any() {
        return Arbitraries.frequencyOf(
                Tuple.of(10, put()),
                Tuple.of(3, take()),
                Tuple.of(2, release()),
                Tuple.of(2, replace()),
                Tuple.of(1, archive()),
                Tuple.of(1, find()),
                Tuple.of(1, count()),
                Tuple.of(1, read()));
    }

    private static Arbitrary<StoreOperation> put() {
        return Combinators.combine(
                        Combinators.combine(order(), mostlyZero(), mostlyZero())
                                .as((order, revisionOff, epochOff) -> Tuple.of(order, revisionOff, epochOff)),
                        Arbitraries.of(StoreOperation.COMMANDS).injectNull(0.6),
                        minute().injectNull(0.2),
                        minute(),
                        state(),
                        buyer().injectNull(0.2),
                        Combinators.combine(Arbitraries.of(true, false, false), tag().injectNull(0.5))
                                .as(Tuple::of),
                        Arbitraries.of(true, false))
                .as((base, command, due, placed, state, buyer, shown, releases) -> new StoreOperation.Put(
                        base.get1(),
                        base.get2(),
                        base.get3(),
                        command,
                        due,
                        placed,
                        state,
                        buyer,
                        shown.get1(),
                        shown.get2(),
                        releases));
    }

    private static Arbitrary<StoreOperation> take() {
        return Combinators.combine(
                        minute(),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.integers().between(1, 5))
                .as(StoreOperation.Take::new);
    }

    private static Arbitrary<StoreOperation> release() {
        return Combinators.combine(order(), mostlyZero(), mostlyZero(), minute().injectNull(0.2))
                .as(StoreOperation.Release::new);
    }

    private static Arbitrary<StoreOperation> replace() {
        return Combinators.combine(order(), mostlyZero(), buyer().injectNull(0.2), Arbitraries.of(true, false))
                .as(StoreOperation.Replace::new);
    }

    private static Arbitrary<StoreOperation> archive() {
        return Combinators.combine(order(), mostlyZero()).as(StoreOperation.Archive::new);
    }

    private static Arbitrary<StoreOperation> find() {
        return Combinators.combine(criteria(), Arbitraries.integers().between(1, 5))
                .as(StoreOperation.Find::new);
    }

    private static Arbitrary<StoreOperation> count() {
        return criteria().map(StoreOperation.CountByState::new);
    }

    private static Arbitrary<StoreOperation> read() {
        Arbitrary<Integer> few = Arbitraries.integers().between(1, 4);
        return Arbitraries.oneOf(
                order().map(StoreOperation.Load::new),
                Combinators.combine(order(), few, few).as(StoreOperation.History::new),
                Combinators.combine(order(), Arbitraries.of(StoreOperation.COMMANDS))
                        .as(StoreOperation.FindCommand::new),
                Arbitraries.just(new StoreOperation.NextDue()));
    }

    private static Arbitrary<OrderCriteria> criteria() {
        return Combinators.combine(
                        buyers().injectNull(0.5),
                        state().injectNull(0.5),
                        Arbitraries.of(true, false).injectNull(0.6),
                        minute().map(StoreOperation::minute).injectNull(0.6),
                        minute().map(StoreOperation::minute).injectNull(0.6),
                        tag().injectNull(0.7),
                        Arbitraries.of(Operator.IS, Operator.PREFIX),
                        Combinators.combine(Arbitraries.of(OrderSort.By.values()), Arbitraries.of(true, false))
                                .as(OrderSort::new))
                .as((buyers, state, parked, from, before, tag, operator, sort) -> {
                    OrderCriteria criteria = OrderCriteria.ALL.sorted(sort.by(), sort.isAscending());
                    if (buyers != null) {
                        criteria = criteria.and(new OrderCondition<>(OrderColumn.BUYER, Operator.IS, buyers));
                    }
                    criteria = and(criteria, OrderColumn.STATE, Operator.IS, state);
                    criteria = and(criteria, OrderColumn.PARKED, Operator.IS, parked);
                    criteria = and(criteria, OrderColumn.PLACED_AT, Operator.FROM, from);
                    criteria = and(criteria, OrderTerm.TAG, operator, tag);
                    return and(criteria, OrderColumn.PLACED_AT, Operator.BEFORE, before);
                });
    }

    private static Arbitrary<List<String>> buyers() {
        return buyer().list().uniqueElements().ofMinSize(1).ofMaxSize(2);
    }

    private static Arbitrary<String> tag() {
        return Arbitraries.of("red", "redder", "blue");
    }

    private static <T> OrderCriteria and(
            OrderCriteria criteria, OrderField<T> field, Operator operator, @Nullable T value) {
        return value == null ? criteria : criteria.where(field, operator, value);
    }

    private static Arbitrary<String> order() {
        return Arbitraries.of(StoreOperation.ORDERS);
    }

    private static Arbitrary<String> state() {
        return Arbitraries.of("created", "paid", "paid,packed");
    }

    private static Arbitrary<String> buyer() {
        return Arbitraries.of("ann", "bob");
    }

    private static Arbitrary<Integer> minute() {
        return Arbitraries.integers().between(0, 6);
    }

    private static Arbitrary<Integer> mostlyZero() {
        return Arbitraries.frequency(Tuple.of(8, 0), Tuple.of(1, -1), Tuple.of(1, 1));
    }
}
