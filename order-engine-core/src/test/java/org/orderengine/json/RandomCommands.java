package org.orderengine.json;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.model.ChargeTerms;

/** Makes commands, sensible or not, and payloads of everything that they may hold. */
public final class RandomCommands extends RandomOrders {

    private RandomCommands(long seed) {
        super(seed);
    }

    /** Actions with any payload. */
    public static Arbitrary<Action> actions() {
        return seeds().map(seed -> new RandomCommands(seed).action());
    }

    /** Orders to be placed. */
    public static Arbitrary<PlaceOrder> placeOrders() {
        return seeds().map(seed -> new RandomCommands(seed).placeOrder());
    }

    /** Payloads; names that look like the codec's own mark included. */
    public static Arbitrary<Payload> payloads() {
        return seeds().map(seed -> new RandomCommands(seed).payload(3));
    }

    private Action action() {
        return new Action(text(), text(), payload(2), orNull(this::text), by());
    }

    private ChargeTerms chargeTerms() {
        return new ChargeTerms(
                text(),
                anyAmount(),
                orNull(this::text),
                oneOf(List.of(ChargeTerms.Refund.values())),
                orNull(this::text));
    }

    private PlaceOrder placeOrder() {
        return new PlaceOrder(
                text(),
                origin(),
                customer().inTier(null),
                some(
                        4,
                        () -> new PlaceOrder.RequestedLine(
                                orNull(this::text), text(), decimal(), orNull(this::anyAmount), attributes())),
                some(3, this::text),
                anyNumber(),
                orNull(this::text),
                orNull(this::anyAmount),
                some(2, this::chargeTerms),
                orNull(this::text),
                some(2, this::deadline),
                orNull(this::text),
                by(),
                annotations(),
                orNull(this::instant));
    }

    private BigDecimal decimal() {
        return BigDecimal.valueOf(anyNumber(), isOneIn(2) ? 0 : 3);
    }

    /** The same payload, put together in the opposite order at every level. */
    public static Payload reversed(Payload payload) {
        List<Map.Entry<String, @Nullable Object>> entries =
                new ArrayList<>(payload.asMap().entrySet());
        Collections.reverse(entries);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, @Nullable Object> entry : entries) {
            values.put(entry.getKey(), reversedValue(entry.getValue()));
        }
        return Payload.of(values);
    }

    private static @Nullable Object reversedValue(@Nullable Object value) {
        if (value instanceof Payload payload) {
            return reversed(payload);
        }
        if (value instanceof List<?> list) {
            return list.stream().map(RandomCommands::reversedValue).toList();
        }
        return value;
    }
}
