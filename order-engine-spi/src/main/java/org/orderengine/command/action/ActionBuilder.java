package org.orderengine.command.action;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.model.Actor;
import org.orderengine.model.Address;

/**
 * A built-in action in the making, whose keys are methods.
 *
 * <pre>{@code
 * engine.execute(Pay.on("o-1").method("card").amount(Money.of("EUR", "19.99")).by(Actor.buyer("ann")).build());
 * }</pre>
 *
 * <p>{@link Action#on} makes the same, and actions of the host's own. For one thread.
 *
 * @param <B> the action's own builder
 */
public abstract sealed class ActionBuilder<B extends ActionBuilder<B>>
        permits Accept,
                Annotate,
                ApproveReturn,
                Authorize,
                Cancel,
                CancelShipment,
                Capture,
                CaptureFailed,
                ChangeBuilder,
                Chargeback,
                ChargebackReversed,
                Complete,
                Confirm,
                ConfirmModify,
                DeclineModify,
                DeclineReturn,
                Deliver,
                DeliveryFailed,
                ExpireAuthorization,
                Extend,
                FillBackorder,
                Hold,
                Pay,
                PaymentDeclined,
                PaymentReceived,
                Produce,
                PromiseDate,
                ReceiveReturn,
                Refund,
                RefundFailed,
                RefundReceived,
                RequestReturn,
                Resume,
                SendBack,
                Ship,
                Substitute,
                VoidPayment,
                Weigh,
                WithdrawReturn {

    private final Action.Builder action;
    private final Map<String, List<Map<String, ?>>> lists = new LinkedHashMap<>();

    ActionBuilder(String orderId, String name) {
        this.action = Action.on(orderId, name);
    }

    /** Sets the idempotency key. */
    public final B commandId(String id) {
        action.commandId(id);
        return self();
    }

    /** Sets who does it. */
    public final B by(Actor actor) {
        action.by(actor);
        return self();
    }

    /** Sets why it is done, for the history. */
    public final B because(@Nullable String reason) {
        action.because(reason);
        return self();
    }

    /** Sets one text of the host's own. For {@code annotate} null removes it from the order. */
    public final B attribute(String name, @Nullable String text) {
        action.attribute(name, text);
        return self();
    }

    /** The action. */
    public final Action build() {
        lists.forEach(action::set);
        return action.build();
    }

    final B set(String key, @Nullable Object value) {
        action.set(key, value);
        return self();
    }

    final B add(String key, Map<String, ?> element) {
        lists.computeIfAbsent(key, first -> new ArrayList<>()).add(element);
        return self();
    }

    final B address(String key, Address address) {
        Map<String, Object> parts = new LinkedHashMap<>();
        put(parts, "recipient", address.recipient());
        put(parts, "company", address.company());
        put(parts, "lines", address.lines().isEmpty() ? null : address.lines());
        put(parts, "postalCode", address.postalCode());
        put(parts, "city", address.city());
        put(parts, "region", address.region());
        put(parts, "country", address.country());
        put(parts, "phone", address.phone());
        put(parts, "email", address.email());
        return set(key, parts);
    }

    private static void put(Map<String, Object> parts, String name, @Nullable Object value) {
        if (value != null) {
            parts.put(name, value);
        }
    }

    @SuppressWarnings("unchecked") // Each builder extends this class for itself.
    private B self() {
        return (B) this;
    }
}
