-- The feed: each commit keeps the columns as it left them, and is announced in the outbox; the sequencer gives it its place in the
-- feed, and subscriptions keep theirs. Commits of earlier versions have no columns. Where tables are spread
-- over several databases, only the outbox is spread as the orders are; each database has a feed, a sequencer and subscriptions of its own.

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS placed_at BIGINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS process TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS process_version BIGINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS state TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS ended SMALLINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS parked SMALLINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS backordered SMALLINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS buyer TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS business TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS channel TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS merchant TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS tenant TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS promised_at BIGINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS phase TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS payment_state TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS fulfilment_state TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS return_state TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS updated_at BIGINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS currency TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS total BIGINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS captured BIGINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS refunded BIGINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS outstanding BIGINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS units BIGINT;

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS parent_id TEXT COLLATE "C";

ALTER TABLE ${schema}${prefix}history ADD COLUMN IF NOT EXISTS source TEXT COLLATE "C";

CREATE TABLE IF NOT EXISTS ${schema}${prefix}outbox (
    order_id TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL,
    PRIMARY KEY (order_id, revision)
);

CREATE TABLE IF NOT EXISTS ${schema}${prefix}feed (
    position BIGINT NOT NULL PRIMARY KEY,
    order_id TEXT COLLATE "C" NOT NULL,
    revision BIGINT NOT NULL
);

CREATE TABLE IF NOT EXISTS ${schema}${prefix}sequencer (
    id SMALLINT NOT NULL PRIMARY KEY,
    position BIGINT NOT NULL
);

INSERT INTO ${schema}${prefix}sequencer (id, position) VALUES (1, 0) ON CONFLICT DO NOTHING;

CREATE TABLE IF NOT EXISTS ${schema}${prefix}subscriptions (
    name TEXT COLLATE "C" NOT NULL PRIMARY KEY,
    version BIGINT NOT NULL,
    position TEXT COLLATE "C",
    lease_owner TEXT COLLATE "C",
    lease_until BIGINT,
    failed_at TEXT COLLATE "C",
    failed_times BIGINT,
    retry_at BIGINT,
    problem TEXT COLLATE "C"
);

-- What was committed before comes into the feed too.

INSERT INTO ${schema}${prefix}outbox (order_id, revision)
SELECT order_id, revision FROM ${schema}${prefix}history ON CONFLICT DO NOTHING;

INSERT INTO ${schema}${prefix}schema (version) VALUES (2);
