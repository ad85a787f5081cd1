package org.orderengine.orders.stored;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.FulfilmentState;
import org.orderengine.model.PaymentState;
import org.orderengine.model.Phase;
import org.orderengine.model.ReturnState;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.TermValue;

/**
 * What has to be known to ask a store for orders: which values there are, and what stands in the store for a term.
 *
 * @param values the values of columns whose values are known
 * @param seal what stands in the store for a term; null where every term stands for itself
 */
public record Querying(Map<OrderColumn<String>, List<String>> values, @Nullable UnaryOperator<TermValue> seal) {

    /** The values that are known of these states and processes, and of every order. */
    public static Querying of(
            Collection<String> states, Collection<String> processes, @Nullable UnaryOperator<TermValue> seal) {
        return new Querying(
                Map.of(
                        OrderColumn.STATE,
                        List.copyOf(states),
                        OrderColumn.PROCESS,
                        List.copyOf(processes),
                        OrderColumn.PHASE,
                        Arrays.stream(Phase.values()).map(Phase::word).toList(),
                        OrderColumn.PAYMENT_STATE,
                        Arrays.stream(PaymentState.values())
                                .map(PaymentState::word)
                                .toList(),
                        OrderColumn.FULFILMENT_STATE,
                        Arrays.stream(FulfilmentState.values())
                                .map(FulfilmentState::word)
                                .toList(),
                        OrderColumn.RETURN_STATE,
                        Arrays.stream(ReturnState.values())
                                .map(ReturnState::word)
                                .toList()),
                seal);
    }

    /** The values of a column by which orders are counted: those that the criteria ask for, or all. */
    List<String> values(OrderColumn<String> column, OrderCriteria criteria) {
        List<String> known = values.get(column);
        if (known == null) {
            throw new IllegalArgumentException("The values of " + column
                    + " are not known, so orders are not counted by it: give" + " one of "
                    + values.keySet().stream().map(OrderColumn::name).sorted().toList());
        }
        for (OrderCondition<?> condition : criteria.conditions()) {
            if (condition.field() == column && condition.operator() == Operator.IS) {
                return condition.values().stream().map(column::cast).toList();
            }
        }
        return known;
    }

    /** Criteria as the store knows them. */
    OrderCriteria sealed(OrderCriteria criteria) {
        UnaryOperator<TermValue> sealing = seal;
        if (sealing == null) {
            return criteria;
        }
        OrderCriteria sealed = criteria;
        for (OrderCondition<?> condition : criteria.conditions()) {
            if (condition.field() instanceof OrderTerm kind && kind.isPersonal()) {
                if (condition.operator() != Operator.IS) {
                    throw QueryRefusedException.termSealed(kind);
                }
                List<String> values = new ArrayList<>();
                for (Object value : condition.values()) {
                    values.add(
                            sealing.apply(new TermValue(kind, (String) value)).value());
                }
                sealed = sealed.and(new OrderCondition<>(kind, Operator.IS, values));
            }
        }
        return sealed;
    }
}
