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
 * notification, the money counts as sent back, or as not given back.
 */
final class Notifications {

    /** The action that tells of money which the provider gave back by itself. */
    private static final String GONE_BACK = "refund-received";

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
        boolean goesBack = action.name().equals(GONE_BACK);
        if ((!tellsOfMoney(action) && !goesBack)
                || amount == null
                || !Money.parse(currency, amount).isPositive()) {
            return execute.apply(action);
        }
        String named = text(action, "reference");
        String reference = named == null ? "unnamed-" + unnamed.incrementAndGet() : named;
        String method = text(action, "method");
        String payment = text(action, "payment");
        String how = method == null ? "bank" : method;
        Money money = Money.parse(currency, amount);
        boolean isNew = goesBack
                ? gateway.giveBack(action.orderId(), payment, how, money, reference)
                : gateway.receive(action.orderId(), payment, how, money, reference);
        Outcome outcome = execute.apply(action);
        if (isNew && outcome instanceof Outcome.Rejected rejected && rejected.kind() == Outcome.Kind.REFUSED) {
            if (goesBack) {
                gateway.withdraw(action.orderId(), reference);
            } else {
                gateway.bounce(action.orderId(), reference);
            }
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
