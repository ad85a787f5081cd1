package org.orderengine.examples.shop;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;
import org.orderengine.spi.rule.GuardContext;

/** Gift wrapping: who may have it, and the bench where it is done, once per order. */
final class Wrapping implements AutoCloseable {

    /** The attribute of an order that says which paper it is to be wrapped in. */
    static final String PAPER = "wrapping-paper";

    private final Database database;

    Wrapping(Path file) {
        this.database = new Database(file, "wraps (key text primary key, order_id text not null, paper text not null)");
    }

    /** The guard {@code is-gift}: null if the order is to be wrapped, else why not. */
    static @Nullable String refusal(GuardContext context) {
        return context.order().attributes().containsKey(PAPER) ? null : "no paper was chosen for it";
    }

    /** The effect {@code gift.wrap}. Called again with the same key it finds the gift wrapped. */
    EffectResult wrap(Order order, CallContext call) {
        String paper = order.attributes().getOrDefault(PAPER, "brown");
        database.transact(connection -> Database.update(
                connection, "insert or ignore into wraps values (?, ?, ?)", call.idempotencyKey(), order.id(), paper));
        return EffectResult.done("bench-" + order.id());
    }

    /** How many gifts were wrapped. */
    long wrapped() {
        return database.transact(connection -> Database.number(connection, "select count(*) from wraps"));
    }

    @Override
    public void close() {
        database.close();
    }
}
