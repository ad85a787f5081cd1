package org.orderengine.examples.shop;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the payment provider has done, in a database of its own. */
final class Ledger implements AutoCloseable {

    /**
     * Something that the provider was asked for.
     *
     * @param key the caller's key: asked again with the same one, nothing is done again
     * @param kind authorize, capture, void, refund or transfer
     * @param state done, declined, or pending until the buyer has confirmed
     */
    record Charge(String key, String kind, String order, long cents, String reference, String state) {}

    private static final String CHARGE = "select key, kind, order_id, cents, reference, state from charges where ";

    private final Database database;

    Ledger(Path file) {
        this.database = new Database(
                file,
                "charges (key text primary key, kind text not null, order_id text not null, cents integer not null,"
                        + " reference text not null, state text not null)",
                "notices (key text primary key, sent integer not null)");
    }

    /** Writes a charge down unless its key is there; gives what stands there then. */
    Charge write(Charge charge) {
        return database.transact(connection -> {
            Database.update(
                    connection,
                    "insert or ignore into charges values (?, ?, ?, ?, ?, ?)",
                    charge.key(),
                    charge.kind(),
                    charge.order(),
                    charge.cents(),
                    charge.reference(),
                    charge.state());
            return charges(connection, "key = ?", charge.key()).get(0);
        });
    }

    Optional<Charge> find(String key) {
        return database.transact(
                connection -> charges(connection, "key = ?", key).stream().findFirst());
    }

    /** What waits for the buyer of an order to confirm. */
    Optional<Charge> pending(String order) {
        return database.transact(connection -> charges(connection, "state = 'pending' and order_id = ?", order).stream()
                .findFirst());
    }

    /** The buyer has confirmed. */
    void confirm(String reference) {
        database.transact(connection ->
                Database.update(connection, "update charges set state = 'done' where reference = ?", reference));
    }

    /** The transfers that the shop has not said to know of. */
    List<Charge> unnoticed() {
        return database.transact(connection ->
                charges(connection, "kind = 'transfer' and key not in (select key from notices where 1 = ?)", 1));
    }

    void noticed(Charge charge) {
        database.transact(
                connection -> Database.update(connection, "insert or ignore into notices values (?, 1)", charge.key()));
    }

    /** The sum of all that was done of these kinds, in cents. */
    long sum(String first, String second) {
        String sql = "select coalesce(sum(cents), 0) from charges where state = 'done' and kind in (?, ?)";
        return database.transact(connection -> Database.number(connection, sql, first, second));
    }

    private static List<Charge> charges(Connection connection, String where, Object value) throws SQLException {
        List<Charge> charges = new ArrayList<>();
        try (PreparedStatement statement = Database.prepared(connection, CHARGE + where, value);
                ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                charges.add(new Charge(
                        rows.getString(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getLong(4),
                        rows.getString(5),
                        rows.getString(6)));
            }
        }
        return charges;
    }

    @Override
    public void close() {
        database.close();
    }
}
