package org.orderengine.jdbc;

import java.sql.SQLException;

/**
 * Engines that speak PostgreSQL's protocol, but not all of it: standard SQL only, no transaction over two orders, and every key begins
 * with the order's id, so that tables can be spread over servers by it.
 */
final class PortableDialect extends Dialect {

    static final Dialect INSTANCE = new PortableDialect();

    private PortableDialect() {
        super("portable", "V1__orders.sql", "V2__feed.sql");
    }

    @Override
    boolean isDuplicateKey(SQLException failure) {
        return Failures.isDuplicateKey(failure);
    }

    @Override
    boolean isWorthRetrying(SQLException failure) {
        return Failures.isWorthRetrying(failure);
    }

    @Override
    Claiming claiming(Names names) {
        return new CompareAndSetClaiming(names, false);
    }
}
