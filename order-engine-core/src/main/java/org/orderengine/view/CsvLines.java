package org.orderengine.view;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.FulfilmentState;
import org.orderengine.model.Order;
import org.orderengine.model.PaymentState;
import org.orderengine.model.ReturnState;
import org.orderengine.orders.OrderService;
import org.orderengine.text.Csv;

/** Orders as comma-separated values: the plain members of the light view, the states of payment, parcels and returns, the totals. */
final class CsvLines implements OrderExport.Lines {

    private static final List<String> PLAIN = List.of(
            "order",
            "placedAt",
            "buyer",
            "business",
            "channel",
            "merchant",
            "process",
            "version",
            "state",
            "phase",
            "final",
            "revision",
            "tags");

    private static final List<String> STATES = List.of("paymentState", "fulfilmentState", "returnState");

    private static final List<String> TOTALS = List.of(
            "lines",
            "discount",
            "shipping",
            "charges",
            "tax",
            "surcharge",
            "credit",
            "total",
            "authorized",
            "captured",
            "refunded",
            "chargedBack",
            "outstanding");

    private final OrderJson json;

    CsvLines(OrderService orders) {
        json = new OrderJson(orders);
    }

    @Override
    public String first() {
        return Csv.line(Stream.of(PLAIN, STATES, List.of("currency"), TOTALS)
                .flatMap(List::stream)
                .toList());
    }

    @Override
    public String line(Order order) {
        Map<String, @Nullable Object> view = json.light(order);
        Map<?, ?> totals = (Map<?, ?>) Objects.requireNonNull(view.get("totals"));
        Stream<String> plain = PLAIN.stream().map(name -> text(view.get(name)));
        Stream<String> states = Stream.of(
                PaymentState.of(order.books()).word(),
                FulfilmentState.of(order.books()).word(),
                ReturnState.of(order.books()).word(),
                text(view.get("currency")));
        Stream<String> amounts = TOTALS.stream().map(name -> String.valueOf(totals.get(name)));
        return Csv.line(
                Stream.of(plain, states, amounts).flatMap(cells -> cells).toList());
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof List<?> several
                ? noFormula(several.stream().map(String::valueOf).collect(Collectors.joining(" ")))
                : noFormula(value.toString());
    }

    /** A cell that begins like a formula would be one in a spreadsheet; amounts are not asked, so a negative one stays a number. */
    private static String noFormula(String text) {
        return text.isEmpty() || "=+-@\t\r".indexOf(text.charAt(0)) < 0 ? text : "'" + text;
    }
}
