-- The feed: each commit keeps the columns as it left them, and is announced in the outbox; the sequencer gives it its place in the
-- feed, and subscriptions keep theirs. Commits of earlier versions have no columns. What ends in the middle is run
-- again: the columns are added last, all at once.

CREATE TABLE IF NOT EXISTS ${schema}${prefix}outbox (
    order_id VARCHAR(512) NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (order_id, revision)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation};

CREATE TABLE IF NOT EXISTS ${schema}${prefix}feed (
    position BIGINT NOT NULL PRIMARY KEY,
    order_id VARCHAR(512) NOT NULL,
    revision BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation};

CREATE TABLE IF NOT EXISTS ${schema}${prefix}sequencer (
    id SMALLINT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation};

INSERT IGNORE INTO ${schema}${prefix}sequencer (id, position) VALUES (1, 0);

CREATE TABLE IF NOT EXISTS ${schema}${prefix}subscriptions (
    name VARCHAR(255) NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    position VARCHAR(512),
    lease_owner VARCHAR(255),
    lease_until BIGINT,
    failed_at VARCHAR(512),
    failed_times BIGINT,
    retry_at BIGINT,
    problem TEXT
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE ${collation};

-- What was committed before comes into the feed too.

INSERT IGNORE INTO ${schema}${prefix}outbox (order_id, revision)
SELECT order_id, revision FROM ${schema}${prefix}history;

ALTER TABLE ${schema}${prefix}history
    ADD COLUMN placed_at BIGINT,
    ADD COLUMN process VARCHAR(512),
    ADD COLUMN process_version BIGINT,
    ADD COLUMN state VARCHAR(512),
    ADD COLUMN ended SMALLINT,
    ADD COLUMN parked SMALLINT,
    ADD COLUMN backordered SMALLINT,
    ADD COLUMN buyer VARCHAR(512),
    ADD COLUMN business VARCHAR(512),
    ADD COLUMN channel VARCHAR(512),
    ADD COLUMN merchant VARCHAR(512),
    ADD COLUMN tenant VARCHAR(512),
    ADD COLUMN promised_at BIGINT,
    ADD COLUMN phase VARCHAR(512),
    ADD COLUMN payment_state VARCHAR(512),
    ADD COLUMN fulfilment_state VARCHAR(512),
    ADD COLUMN return_state VARCHAR(512),
    ADD COLUMN updated_at BIGINT,
    ADD COLUMN currency VARCHAR(512),
    ADD COLUMN total BIGINT,
    ADD COLUMN captured BIGINT,
    ADD COLUMN refunded BIGINT,
    ADD COLUMN outstanding BIGINT,
    ADD COLUMN units BIGINT,
    ADD COLUMN parent_id VARCHAR(512),
    ADD COLUMN source VARCHAR(512);

INSERT INTO ${schema}${prefix}schema (version) VALUES (2);
