-- The tables in PostgreSQL, 14 or later. Where another tool runs this file, it fills in schema (with its dot) and prefix.
-- Instants are microseconds since 1970 in UTC. The document stands last, so that a statement that reads the columns before it
-- does not touch it.

CREATE TABLE IF NOT EXISTS ${schema}${prefix}schema (version INTEGER NOT NULL PRIMARY KEY);

CREATE TABLE ${schema}${prefix}orders (
    order_id TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL,
    lease_epoch BIGINT NOT NULL,
    lease_owner TEXT COLLATE "C",
    lease_until BIGINT,
    due BIGINT,
    claimable BIGINT,
    placed_at BIGINT NOT NULL,
    process TEXT COLLATE "C" NOT NULL,
    process_version BIGINT NOT NULL,
    state TEXT COLLATE "C" NOT NULL,
    ended SMALLINT NOT NULL,
    parked SMALLINT NOT NULL,
    backordered SMALLINT NOT NULL,
    buyer TEXT COLLATE "C",
    business TEXT COLLATE "C",
    channel TEXT COLLATE "C",
    merchant TEXT COLLATE "C",
    document BYTEA NOT NULL
);

CREATE TABLE ${schema}${prefix}history (
    order_id TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    command_id TEXT COLLATE "C",
    fingerprint BIGINT NOT NULL,
    decided_at BIGINT NOT NULL,
    events BYTEA NOT NULL,
    PRIMARY KEY (order_id, revision)
);

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
