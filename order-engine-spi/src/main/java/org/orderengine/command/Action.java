package org.orderengine.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;

/**
 * An action on an existing order: {@code pay}, {@code ship}, {@code cancel}, or an action of the host's own.
 *
 * <pre>{@code
 * engine.execute(Action.on("o-1", "ship").line("1", 2).set("carrier", "DHL").commandId("c-18").build());
 * }</pre>
 *
 * <p>The keys of each built-in action stand in {@code docs/process.md}. An action that the order's state does not take is
 * refused, and nothing changes.
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param orderId the order
 * @param name the action's name, as the process definition calls it
 * @param payload the values that go with it
 * @param commandId the idempotency key; null makes every call a new command
 */
public record Action(String orderId, String name, Payload payload, @Nullable String commandId) implements Command {

    /** Begins an action on an order. */
    public static Builder on(String orderId, String name) {
        return new Builder(orderId, name);
    }

    /** Builds an action. For one thread. */
    public static final class Builder {
        private final String orderId;
        private final String name;
        private final Map<String, Object> values = new LinkedHashMap<>();
        private final List<Payload> lines = new ArrayList<>();
        private @Nullable String commandId;

        private Builder(String orderId, String name) {
            this.orderId = orderId;
            this.name = name;
        }

        /** Sets the idempotency key. */
        public Builder commandId(String id) {
            this.commandId = id;
            return this;
        }

        /** Adds units of one line: what to ship, cancel or return. */
        public Builder line(String line, long quantity) {
            lines.add(Payload.of(Map.of("line", line, "quantity", quantity)));
            return this;
        }

        /** Sets the amount that the action moves. */
        public Builder amount(Money amount) {
            values.put("amount", amount);
            return this;
        }

        /** Sets one value of the payload; see {@link Payload} for what it may be. */
        public Builder set(String key, Object value) {
            values.put(key, value);
            return this;
        }

        /** The action. */
        public Action build() {
            if (!lines.isEmpty()) {
                values.put("lines", List.copyOf(lines));
            }
            return new Action(orderId, name, Payload.of(values), commandId);
        }
    }
}
