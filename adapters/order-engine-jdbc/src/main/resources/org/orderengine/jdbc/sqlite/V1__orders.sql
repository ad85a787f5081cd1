-- The tables in SQLite. They may share a file with a host's own.
-- Instants are microseconds since 1970 in UTC. The document stands last, so that a statement that reads the columns before it
-- does not touch it.

CREATE TABLE IF NOT EXISTS ${schema}${prefix}schema (version INTEGER NOT NULL PRIMARY KEY);

CREATE TABLE ${schema}${prefix}orders (
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
) STRICT;

CREATE TABLE ${schema}${prefix}history (
    order_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    command_id TEXT,
    fingerprint INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    events BLOB NOT NULL,
    PRIMARY KEY (order_id, revision)
) STRICT;

CREATE UNIQUE INDEX ${prefix}history_command ON ${schema}${prefix}history (order_id, command_id)
WHERE command_id IS NOT NULL;

CREATE INDEX ${prefix}orders_claimable ON ${schema}${prefix}orders (claimable, order_id)
WHERE claimable IS NOT NULL;

CREATE INDEX ${prefix}orders_placed ON ${schema}${prefix}orders (placed_at DESC, order_id);

CREATE INDEX ${prefix}orders_parked ON ${schema}${prefix}orders (placed_at DESC, order_id) WHERE parked = 1;

CREATE INDEX ${prefix}orders_backordered ON ${schema}${prefix}orders (placed_at DESC, order_id)
WHERE backordered = 1;

CREATE INDEX ${prefix}orders_state ON ${schema}${prefix}orders (state, placed_at DESC, order_id);

CREATE INDEX ${prefix}orders_process ON ${schema}${prefix}orders (process, placed_at DESC, order_id);

CREATE INDEX ${prefix}orders_buyer ON ${schema}${prefix}orders (buyer, placed_at DESC, order_id) WHERE buyer IS NOT NULL;

CREATE INDEX ${prefix}orders_business ON ${schema}${prefix}orders (business, placed_at DESC, order_id) WHERE business IS NOT NULL;

CREATE INDEX ${prefix}orders_channel ON ${schema}${prefix}orders (channel, placed_at DESC, order_id) WHERE channel IS NOT NULL;

CREATE INDEX ${prefix}orders_merchant ON ${schema}${prefix}orders (merchant, placed_at DESC, order_id) WHERE merchant IS NOT NULL;

INSERT INTO ${schema}${prefix}schema (version) VALUES (1);
