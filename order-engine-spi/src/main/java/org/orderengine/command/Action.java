package org.orderengine.command;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Actor;
import org.orderengine.model.By;
import org.orderengine.model.Money;

/**
 * An action on an existing order: {@code pay}, {@code ship}, {@code cancel}, or an action of the host's own.
 *
 * <pre>{@code
 * engine.execute(Action.on("o-1", "ship").line("1", 2).set("carrier", "DHL").commandId("c-18").build());
 * }</pre>
 *
 * <p>Every action takes {@code reason} and {@code attributes}, the host's own texts: the history keeps them, and guards and the host's
 * effects see them. The keys of each built-in action stand in {@code docs/process.md}. An action that the order's state does not take is
 * refused, and nothing changes.
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param orderId the order
 * @param name the action's name, as the process definition calls it
 * @param payload the values that go with it
 * @param commandId the idempotency key; null makes every call a new command
 * @param by who gave it, and why
 */
public record Action(String orderId, String name, Payload payload, @Nullable String commandId, By by)
        implements Command {

    public Action {
        Given.given(orderId, "the order's id");
        Given.given(name, "the action's name");
        Given.given(payload, "the payload");
        Given.given(by, "who gave the command");
    }

    /** An action of a program that says nothing of itself. */
    public Action(String orderId, String name, Payload payload, @Nullable String commandId) {
        this(orderId, name, payload, commandId, By.SYSTEM);
    }

    /** This action as another author gives it. */
    public Action withBy(By newBy) {
        return new Action(orderId, name, payload, commandId, newBy);
    }

    /** An action on an order, to be completed. */
    public static Builder on(String orderId, String name) {
        return new Builder(orderId, name);
    }

    /** Builds an action. For one thread. */
    public static final class Builder {
        private final String orderId;
        private final String name;
        private final Map<String, @Nullable Object> values = new LinkedHashMap<>();
        private final Map<String, @Nullable String> attributes = new LinkedHashMap<>();
        private final List<Payload> lines = new ArrayList<>();
        private @Nullable String commandId;
        private By by = By.SYSTEM;

        private Builder(String orderId, String name) {
            this.orderId = orderId;
            this.name = name;
        }

        /** Sets the idempotency key. */
        public Builder commandId(String id) {
            this.commandId = id;
            return this;
        }

        /** Sets who does it. */
        public Builder by(Actor actor) {
            by = By.of(Given.given(actor, "who does the action")).because(by.reason());
            return this;
        }

        /** Sets why it is done, for the history. */
        public Builder because(@Nullable String reason) {
            by = by.because(reason);
            return this;
        }

        /** Sets one text of the host's own. For {@code annotate} null removes it from the order. */
        public Builder attribute(String name, @Nullable String text) {
            attributes.put(Given.given(name, "the name of an attribute"), text);
            return this;
        }

        /** Adds units of one line: what to ship, cancel or return. */
        public Builder line(String line, long quantity) {
            lines.add(Payload.of(Map.of("line", Given.given(line, "the line"), "quantity", quantity)));
            return this;
        }

        /** Adds a quantity of one line of goods that are measured. */
        public Builder line(String line, BigDecimal quantity) {
            lines.add(Payload.of(
                    Map.of("line", Given.given(line, "the line"), "quantity", Given.given(quantity, "the quantity"))));
            return this;
        }

        /** Sets the amount that the action moves. */
        public Builder amount(Money amount) {
            values.put("amount", amount);
            return this;
        }

        /** Sets one value of the payload; see {@link Payload} for what it may be. */
        public Builder set(String key, @Nullable Object value) {
            values.put(key, value);
            return this;
        }

        /** The action. */
        public Action build() {
            if (!lines.isEmpty()) {
                values.put("lines", List.copyOf(lines));
            }
            if (!attributes.isEmpty()) {
                values.put("attributes", Payload.of(attributes));
            }
            return new Action(orderId, name, Payload.of(values), commandId, by);
        }
    }
}
