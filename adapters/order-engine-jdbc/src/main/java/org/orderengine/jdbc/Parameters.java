package org.orderengine.jdbc;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Sets the parameters of a statement one after the other, in the order in which its text asks for them. */
final class Parameters {

    private final PreparedStatement statement;
    private int position;

    private Parameters(PreparedStatement statement) {
        this.statement = statement;
    }

    static Parameters of(PreparedStatement statement) {
        return new Parameters(statement);
    }

    Parameters text(@Nullable String value) throws SQLException {
        if (value == null) {
            statement.setNull(++position, Types.VARCHAR);
        } else {
            statement.setString(++position, value);
        }
        return this;
    }

    Parameters number(long value) throws SQLException {
        statement.setLong(++position, value);
        return this;
    }

    Parameters number(@Nullable Long value) throws SQLException {
        if (value == null) {
            statement.setNull(++position, Types.BIGINT);
            return this;
        }
        return number(value.longValue());
    }

    Parameters bytes(byte[] value) throws SQLException {
        statement.setBytes(++position, value);
        return this;
    }

    /** An array of texts, on a database that has them. */
    Parameters texts(List<String> values) throws SQLException {
        statement.setArray(++position, statement.getConnection().createArrayOf("text", values.toArray(new String[0])));
        return this;
    }

    int update() throws SQLException {
        return statement.executeUpdate();
    }

    /** The answer, read row by row. */
    <T> T query(Rows<T> rows) throws SQLException {
        try (var results = statement.executeQuery()) {
            return rows.read(results);
        }
    }

    /** What an answer is made into. */
    interface Rows<T> {
        T read(java.sql.ResultSet results) throws SQLException;
    }
}
