package org.orderengine.jdbc;

import org.jspecify.annotations.Nullable;

/**
 * Where a store's tables lie in a database, what they are called, and who makes them.
 *
 * <pre>{@code
 * JdbcOptions.DEFAULT.schema("shop").tables(JdbcOptions.Tables.CHECKED)
 * }</pre>
 *
 * <p>A name that would need quotes is an {@link IllegalArgumentException}.
 *
 * @param schema the schema of the tables, which must exist; null for the one that connections have anyway
 * @param prefix what the name of each table and index begins with
 * @param tables who makes the tables
 */
public record JdbcOptions(@Nullable String schema, String prefix, Tables tables) {

    /** Who makes the tables and brings them up to date. */
    public enum Tables {
        /** The store, when it is opened. The database's user needs the right to. */
        CREATED,
        /** The host, with the {@code .sql} files in the store's jar; the store only requires their version when it is opened. */
        CHECKED,
        /** The host; the store does not even look, which spares the table of versions. */
        LEFT_ALONE
    }

    /** Tables named {@code order_engine_…} in the schema that connections have, created by the store. */
    public static final JdbcOptions DEFAULT = new JdbcOptions(null, Names.USUAL.prefix(), Tables.CREATED);

    public JdbcOptions {
        if (schema != null) {
            Names.requireIdentifier("schema", schema);
        }
        Names.requireIdentifier("prefix", prefix);
    }

    /** These options, with the tables in another schema. */
    public JdbcOptions schema(String name) {
        return new JdbcOptions(name, prefix, tables);
    }

    /** These options, with another beginning of the tables' names. */
    public JdbcOptions prefix(String beginning) {
        return new JdbcOptions(schema, beginning, tables);
    }

    /** These options, with the tables made by another. */
    public JdbcOptions tables(Tables made) {
        return new JdbcOptions(schema, prefix, made);
    }

    Names names() {
        return Names.of(schema, prefix);
    }
}
