package org.orderengine.testkit.scenario;

import java.util.Currency;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Money;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.testkit.FakePaymentGateway;

/**
 * Enters the money of payment notifications in the provider's log, before the shop hears of it. Where the engine refuses a
 * notification, the money counts as sent back.
 */
final class Notifications {

    private static final Registry BUILT_IN = BuiltIns.names();

    private final FakePaymentGateway gateway;
    private final Currency currency;
    private final AtomicLong unnamed = new AtomicLong();

    Notifications(FakePaymentGateway gateway, Currency currency) {
        this.gateway = gateway;
        this.currency = currency;
    }

    /** Executes the action, with the money of it, if it tells of any, at the provider. */
    Outcome around(Action action, Function<Action, Outcome> execute) {
        String amount = text(action, "amount");
        if (!tellsOfMoney(action)
                || amount == null
                || !Money.parse(currency, amount).isPositive()) {
            return execute.apply(action);
        }
        String named = text(action, "reference");
        String reference = named == null ? "unnamed-" + unnamed.incrementAndGet() : named;
        String method = text(action, "method");
        boolean isNew = gateway.receive(
                action.orderId(),
                text(action, "payment"),
                method == null ? "bank" : method,
                Money.parse(currency, amount),
                reference);
        Outcome outcome = execute.apply(action);
        if (isNew && outcome instanceof Outcome.Rejected rejected && rejected.kind() == Outcome.Kind.REFUSED) {
            gateway.bounce(action.orderId(), reference);
        }
        return outcome;
    }

    private static boolean tellsOfMoney(Action action) {
        ActionDescription builtIn = BUILT_IN.action(action.name());
        return builtIn != null && builtIn.tellsOfMoney();
    }

    private static @Nullable String text(Action action, String key) {
        return action.payload().get(key) instanceof String text ? text : null;
    }
}
