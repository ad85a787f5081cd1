package org.orderengine.examples.shop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.ConsumeStock;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.effect.Effect.RestockGoods;
import org.orderengine.effect.Effect.Stock;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.effect.Effect.TakeBackGoods;
import org.orderengine.effect.EffectResult;
import org.orderengine.spi.inventory.InventoryService;

/**
 * The shop's stock, in tables of its own.
 *
 * <p>What makes it safe to call again is one table: the answer to each call stands there under the call's key, written in the transaction
 * that moved the units. A call whose key is there moves nothing and gets the same answer.
 */
final class SqlInventory implements InventoryService, AutoCloseable {

    private static final String DONE = "done";
    private static final String OUT_OF_STOCK = "out-of-stock";

    private final Database database;

    SqlInventory(Path file) {
        this.database = new Database(
                file,
                "stock (sku text primary key, on_hand integer not null check (on_hand >= held), held integer not null"
                        + " check (held >= 0))",
                "calls (key text primary key, answer text not null)");
    }

    /** Puts units on the shelf, unless the product has a shelf already. */
    void open(String sku, long units) {
        database.transact(
                connection -> Database.update(connection, "insert or ignore into stock values (?, ?, 0)", sku, units));
    }

    long onHand(String sku) {
        return database.transact(
                connection -> Database.number(connection, "select on_hand from stock where sku = ?", sku));
    }

    long held(String sku) {
        return database.transact(
                connection -> Database.number(connection, "select held from stock where sku = ?", sku));
    }

    @Override
    public EffectResult reserve(ReserveStock request, CallContext call) {
        return once(call, connection -> {
            for (Map.Entry<String, Long> wanted : units(request).entrySet()) {
                String free = "select on_hand - held from stock where sku = ?";
                if (Database.number(connection, free, wanted.getKey()) < wanted.getValue()) {
                    return OUT_OF_STOCK;
                }
            }
            return move(connection, request, 0, 1);
        });
    }

    @Override
    public EffectResult release(ReleaseStock request, CallContext call) {
        return once(call, connection -> move(connection, request, 0, -1));
    }

    @Override
    public EffectResult consume(ConsumeStock request, CallContext call) {
        return once(call, connection -> move(connection, request, -1, -1));
    }

    @Override
    public EffectResult takeBack(TakeBackGoods request, CallContext call) {
        return once(call, connection -> move(connection, request, 1, 1));
    }

    @Override
    public EffectResult restock(RestockGoods request, CallContext call) {
        return once(call, connection -> move(connection, request, 1, 0));
    }

    @Override
    public EffectResult query(Stock request, CallContext call) {
        String answer = database.transact(connection -> answer(connection, call));
        return answer.isEmpty() ? EffectResult.failed("there was no such call") : result(answer);
    }

    // snippet: once
    private EffectResult once(CallContext call, Database.Work<String> work) {
        return result(database.transact(connection -> {
            String before = answer(connection, call);
            if (!before.isEmpty()) {
                return before;
            }
            String answer = work.in(connection);
            Database.update(connection, "insert into calls values (?, ?)", call.idempotencyKey(), answer);
            return answer;
        }));
    }
    // end

    private static EffectResult result(String answer) {
        return answer.equals(DONE) ? EffectResult.done() : EffectResult.declined(answer, "too few units are free");
    }

    private static String answer(Connection connection, CallContext call) throws SQLException {
        String sql = "select answer from calls where key = ?";
        try (PreparedStatement statement = Database.prepared(connection, sql, call.idempotencyKey());
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** Lines of one product count together. */
    private static Map<String, Long> units(Stock request) {
        Map<String, Long> units = new TreeMap<>();
        for (StockLine line : request.lines()) {
            units.merge(line.sku(), line.quantity(), Long::sum);
        }
        return units;
    }

    private static String move(Connection connection, Stock request, int onHand, int held) throws SQLException {
        String sql = "update stock set on_hand = on_hand + ?, held = held + ? where sku = ?";
        for (Map.Entry<String, Long> moved : units(request).entrySet()) {
            Database.update(connection, sql, onHand * moved.getValue(), held * moved.getValue(), moved.getKey());
        }
        return DONE;
    }

    @Override
    public void close() {
        database.close();
    }
}
