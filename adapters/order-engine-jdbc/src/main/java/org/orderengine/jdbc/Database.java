package org.orderengine.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A database: opens sessions, and begins and ends transactions. Each implementation holds what differs between databases.
 *
 * <p>Exceptions of drivers end here. Each is thrown on as a {@link org.orderengine.spi.store.StoreUnavailableException}, and
 * its session is not used again.
 */
interface Database extends AutoCloseable {

    /** Work to be done in a session. */
    interface Work<T> {
        T in(Session session) throws SQLException;
    }

    /**
     * Reads in one session.
     *
     * @param operation what is being done, for the message of a failure
     * @param orderId the order that it is done to, if it is done to one
     */
    <T> T read(String operation, @Nullable String orderId, Work<T> work);

    /** Writes in one transaction, which is durable when this returns. A transaction that was undone has left no trace. */
    <T> T write(String operation, @Nullable String orderId, Work<T> work);

    /** Runs one statement that is a transaction by itself, and durable when this returns. */
    <T> T once(String operation, @Nullable String orderId, Work<T> work);

    @Override
    void close();
}
