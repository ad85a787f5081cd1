-- More columns that orders are found by, and the table of terms. Orders that were written before have no terms and no value in most
-- of the columns until they change, or are indexed anew.

ALTER TABLE ${schema}${prefix}orders ADD COLUMN tenant TEXT;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN promised_at INTEGER;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN phase TEXT;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN payment_state TEXT;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN fulfilment_state TEXT;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN return_state TEXT;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN updated_at INTEGER NOT NULL DEFAULT 0;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN currency TEXT;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN total INTEGER;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN captured INTEGER;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN refunded INTEGER;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN outstanding INTEGER;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN units INTEGER;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN parent_id TEXT;

ALTER TABLE ${schema}${prefix}orders ADD COLUMN source TEXT;

UPDATE ${schema}${prefix}orders SET updated_at =
    (SELECT MAX(decided_at) FROM ${schema}${prefix}history AS row WHERE row.order_id = ${schema}${prefix}orders.order_id);

CREATE TABLE ${schema}${prefix}terms (
    order_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT NOT NULL,
    placed_at INTEGER NOT NULL,
    PRIMARY KEY (order_id, kind, value)
) STRICT, WITHOUT ROWID;

CREATE INDEX ${prefix}terms_found ON ${schema}${prefix}terms (kind, value, placed_at DESC, order_id);

CREATE INDEX ${prefix}orders_updated ON ${schema}${prefix}orders (updated_at DESC, order_id);

CREATE INDEX ${prefix}orders_tenant_updated ON ${schema}${prefix}orders (tenant, updated_at DESC, order_id) WHERE tenant IS NOT NULL;

CREATE INDEX ${prefix}orders_tenant ON ${schema}${prefix}orders (tenant, placed_at DESC, order_id) WHERE tenant IS NOT NULL;

CREATE INDEX ${prefix}orders_phase ON ${schema}${prefix}orders (phase, placed_at DESC, order_id) WHERE phase IS NOT NULL;

CREATE INDEX ${prefix}orders_source ON ${schema}${prefix}orders (source, placed_at DESC, order_id) WHERE source IS NOT NULL;

INSERT INTO ${schema}${prefix}schema (version) VALUES (2);
