package org.orderengine.jdbc;

import java.util.List;

/**
 * The tables in SQLite. Their names begin with {@code order_engine_}, for they may share a file with a host's own. Instants
 * are microseconds since 1970 (see {@link Micros}). The document stands last, so that a statement that reads the columns before it
 * does not touch it.
 */
final class SqliteSchema {

    private static final List<String> VERSION_1 = List.of(
            """
            CREATE TABLE order_engine_orders (
                order_id TEXT NOT NULL PRIMARY KEY,
                revision INTEGER NOT NULL,
                lease_epoch INTEGER NOT NULL,
                lease_owner TEXT,
                lease_until INTEGER,
                due INTEGER,
                claimable INTEGER,
                placed_at INTEGER NOT NULL,
                process TEXT NOT NULL,
                process_version INTEGER NOT NULL,
                state TEXT NOT NULL,
                ended INTEGER NOT NULL,
                parked INTEGER NOT NULL,
                backordered INTEGER NOT NULL,
                buyer TEXT,
                business TEXT,
                channel TEXT,
                merchant TEXT,
                document BLOB NOT NULL
            ) STRICT""",
            """
            CREATE TABLE order_engine_history (
                order_id TEXT NOT NULL,
                revision INTEGER NOT NULL,
                command_id TEXT,
                fingerprint INTEGER NOT NULL,
                decided_at INTEGER NOT NULL,
                events BLOB NOT NULL,
                PRIMARY KEY (order_id, revision)
            ) STRICT""",
            """
            CREATE UNIQUE INDEX order_engine_history_command ON order_engine_history (order_id, command_id)
            WHERE command_id IS NOT NULL""",
            """
            CREATE INDEX order_engine_orders_claimable ON order_engine_orders (claimable, order_id)
            WHERE claimable IS NOT NULL""",
            "CREATE INDEX order_engine_orders_placed ON order_engine_orders (placed_at DESC, order_id)",
            "CREATE INDEX order_engine_orders_parked ON order_engine_orders (placed_at DESC, order_id) WHERE parked = 1",
            """
            CREATE INDEX order_engine_orders_backordered ON order_engine_orders (placed_at DESC, order_id)
            WHERE backordered = 1""",
            "CREATE INDEX order_engine_orders_state ON order_engine_orders (state, placed_at DESC, order_id)",
            "CREATE INDEX order_engine_orders_process ON order_engine_orders (process, placed_at DESC, order_id)",
            byName("buyer"),
            byName("business"),
            byName("channel"),
            byName("merchant"));

    static final Schema SCHEMA = new Schema(List.of(VERSION_1));

    private SqliteSchema() {}

    private static String byName(String column) {
        return "CREATE INDEX order_engine_orders_" + column + " ON order_engine_orders (" + column
                + ", placed_at DESC, order_id) WHERE " + column + " IS NOT NULL";
    }
}
