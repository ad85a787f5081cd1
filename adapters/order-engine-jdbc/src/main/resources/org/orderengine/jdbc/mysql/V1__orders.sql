-- The tables in MariaDB, 10.8 or later, and MySQL, 8.0.17 or later. Where another tool runs this file, it fills in schema (with its dot),
-- prefix, and as collation utf8mb4_nopad_bin in MariaDB or utf8mb4_0900_bin in MySQL: under a collation that pads, blanks at the end
-- of an id would not count.
-- Instants are microseconds since 1970 in UTC. Each index ends with the table's key by itself, where a longer one is not written out.

CREATE TABLE IF NOT EXISTS ${schema}${prefix}schema (version INTEGER NOT NULL PRIMARY KEY);

CREATE TABLE IF NOT EXISTS ${schema}${prefix}orders (
    order_id VARCHAR(512) NOT NULL PRIMARY KEY,
    revision BIGINT NOT NULL,
    lease_epoch BIGINT NOT NULL,
    lease_owner VARCHAR(512),
    lease_until BIGINT,
    due BIGINT,
    claimable BIGINT,
    placed_at BIGINT NOT NULL,
    process VARCHAR(512) NOT NULL,
    process_version BIGINT NOT NULL,
    state VARCHAR(512) NOT NULL,
    ended SMALLINT NOT NULL,
    parked SMALLINT NOT NULL,
    backordered SMALLINT NOT NULL,
    buyer VARCHAR(512),
    business VARCHAR(512),
    channel VARCHAR(512),
    merchant VARCHAR(512),
    document LONGBLOB NOT NULL,
    INDEX ${prefix}orders_claimable (claimable, order_id),
    INDEX ${prefix}orders_placed (placed_at DESC, order_id),
    INDEX ${prefix}orders_parked (parked, placed_at DESC, order_id),
    INDEX ${prefix}orders_backordered (backordered, placed_at DESC, order_id),
    INDEX ${prefix}orders_state (state, placed_at DESC),
    INDEX ${prefix}orders_process (process, placed_at DESC),
    INDEX ${prefix}orders_buyer (buyer, placed_at DESC),
    INDEX ${prefix}orders_business (business, placed_at DESC),
    INDEX ${prefix}orders_channel (channel, placed_at DESC),
    INDEX ${prefix}orders_merchant (merchant, placed_at DESC)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation};

CREATE TABLE IF NOT EXISTS ${schema}${prefix}history (
    order_id VARCHAR(512) NOT NULL,
    revision BIGINT NOT NULL,
    command_id VARCHAR(255),
    fingerprint BIGINT NOT NULL,
    decided_at BIGINT NOT NULL,
    events LONGBLOB NOT NULL,
    PRIMARY KEY (order_id, revision),
    UNIQUE INDEX ${prefix}history_command (order_id, command_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation};

INSERT INTO ${schema}${prefix}schema (version) VALUES (1);
