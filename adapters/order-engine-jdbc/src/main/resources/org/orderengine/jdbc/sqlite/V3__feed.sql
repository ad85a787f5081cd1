-- The feed. One transaction writes at a time, so that the number of a commit's row in the history is its place in the feed; it is never
-- given again, and stays when the file is compacted. Each commit keeps the columns as it left them; those of earlier versions have none.

CREATE TABLE ${schema}${prefix}history_and_feed (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    order_id TEXT NOT NULL,
    revision INTEGER NOT NULL,
    command_id TEXT,
    fingerprint INTEGER NOT NULL,
    decided_at INTEGER NOT NULL,
    events BLOB NOT NULL,
    placed_at INTEGER,
    process TEXT,
    process_version INTEGER,
    state TEXT,
    ended INTEGER,
    parked INTEGER,
    backordered INTEGER,
    buyer TEXT,
    business TEXT,
    channel TEXT,
    merchant TEXT,
    tenant TEXT,
    promised_at INTEGER,
    phase TEXT,
    payment_state TEXT,
    fulfilment_state TEXT,
    return_state TEXT,
    updated_at INTEGER,
    currency TEXT,
    total INTEGER,
    captured INTEGER,
    refunded INTEGER,
    outstanding INTEGER,
    units INTEGER,
    parent_id TEXT,
    source TEXT,
    UNIQUE (order_id, revision)
) STRICT;

INSERT INTO ${schema}${prefix}history_and_feed (order_id, revision, command_id, fingerprint, decided_at, events)
SELECT order_id, revision, command_id, fingerprint, decided_at, events FROM ${schema}${prefix}history ORDER BY rowid;

DROP TABLE ${schema}${prefix}history;

ALTER TABLE ${schema}${prefix}history_and_feed RENAME TO ${prefix}history;

CREATE UNIQUE INDEX ${prefix}history_command ON ${schema}${prefix}history (order_id, command_id)
WHERE command_id IS NOT NULL;

CREATE TABLE ${schema}${prefix}subscriptions (
    name TEXT NOT NULL PRIMARY KEY,
    version INTEGER NOT NULL,
    position TEXT,
    lease_owner TEXT,
    lease_until INTEGER,
    failed_at TEXT,
    failed_times INTEGER,
    retry_at INTEGER,
    problem TEXT
) STRICT;

INSERT INTO ${schema}${prefix}schema (version) VALUES (3);
