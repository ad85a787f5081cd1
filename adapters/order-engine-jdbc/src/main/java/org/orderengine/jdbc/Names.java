package org.orderengine.jdbc;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How tables are named in one database. Statements are written with the usual names, and rewritten once, when the store is made.
 *
 * @param schema the schema that they lie in, with its dot; empty for the one that a connection has anyway
 * @param prefix what the name of each table and index begins with
 */
record Names(String schema, String prefix) {

    private static final String USUAL_PREFIX = "order_engine_";
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,29}");

    static final Names USUAL = new Names("", USUAL_PREFIX);

    static Names of(@Nullable String schema, String prefix) {
        return new Names(schema == null ? "" : schema + ".", prefix);
    }

    /** A name as it may stand in a statement without quotes. */
    static String requireIdentifier(String what, String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be the " + what
                    + ": give 1 to 30 letters, digits and underscores, the first no digit");
        }
        return name;
    }

    /** A statement, with the names of this database. */
    String in(String sql) {
        return sql.replace(USUAL_PREFIX, schema + prefix);
    }

    /** A statement of a schema's file, in which schema, prefix and collation are placeholders. */
    String fill(String sql, String collation) {
        return sql.replace("${schema}", schema).replace("${prefix}", prefix).replace("${collation}", collation);
    }
}
