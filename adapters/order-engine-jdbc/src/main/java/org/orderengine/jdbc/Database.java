package org.orderengine.jdbc;

import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Where sessions come from and how transactions begin and end: what one database does otherwise than the next. It is the
 * edge at which the exceptions of drivers end: whatever a driver throws leaves as a {@link
 * org.orderengine.spi.store.StoreUnavailableException}, and the session it was thrown in is not used again.
 */
interface Database extends AutoCloseable {

    /** What is to be done in a session. */
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

    /** Writes in one transaction, which is durable when this returns; one that was undone has left no trace. */
    <T> T write(String operation, @Nullable String orderId, Work<T> work);

    @Override
    void close();
}
