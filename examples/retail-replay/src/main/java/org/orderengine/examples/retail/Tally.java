package org.orderengine.examples.retail;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.orderengine.model.Money;

/** What became of the rows of a file. */
final class Tally {

    private final Map<String, Integer> setAside = new TreeMap<>();
    private int orders;
    private int orderLines;
    private int returnsMatched;
    private int returnsUnmatched;
    private Money gross = Money.zero(RowReader.POUNDS);
    private Money refunded = Money.zero(RowReader.POUNDS);

    /** An order was delivered, and {@code captured} paid for it. */
    void order(int lines, Money captured) {
        orders++;
        orderLines += lines;
        gross = gross.plus(captured);
    }

    /** The units of a row came back. */
    void matchedReturn() {
        returnsMatched++;
    }

    /** The units of a row were not bought by that customer, as far as the file says. */
    void unmatchedReturn() {
        returnsUnmatched++;
    }

    /** Money went back for goods that came back. */
    void refund(Money amount) {
        refunded = refunded.plus(amount);
    }

    /** Rows are no sale. */
    void setAside(String reason, int rows) {
        setAside.merge(reason, rows, Integer::sum);
    }

    /** All rows that something became of. */
    int rows() {
        return orderLines
                + returnsMatched
                + returnsUnmatched
                + setAside.values().stream().mapToInt(Integer::intValue).sum();
    }

    int orders() {
        return orders;
    }

    int orderLines() {
        return orderLines;
    }

    int returnsMatched() {
        return returnsMatched;
    }

    int returnsUnmatched() {
        return returnsUnmatched;
    }

    /** What was paid for all orders. */
    Money gross() {
        return gross;
    }

    /** What was given back for all returns. */
    Money refunded() {
        return refunded;
    }

    /** How many rows were set aside, by reason. */
    Map<String, Integer> setAside() {
        return Collections.unmodifiableMap(setAside);
    }

    /** One line of JSON. */
    String toJson(int rowsInFile, Duration took) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("rows", rowsInFile);
        json.put("orders", orders);
        json.put("orderLines", orderLines);
        json.put("gross", gross.toDecimal());
        json.put("returnsMatched", returnsMatched);
        json.put("returnsUnmatched", returnsUnmatched);
        json.put("refunded", refunded.toDecimal());
        json.put("setAside", setAside);
        json.put("seconds", BigDecimal.valueOf(took.toMillis()).divide(BigDecimal.valueOf(1000), 3, RoundingMode.UP));
        try {
            return new ObjectMapper().writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a map of numbers and text is always JSON", impossible);
        }
    }
}
