package org.orderengine.jdbc;

import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.contract.LastUnitsContract;

class PostgresLastUnitsTest extends LastUnitsContract {

    private static final Schemas SCHEMAS =
            new Schemas("last_units", options -> JdbcOrderStore.postgresql(PostgresServer.source(), options));

    @Override
    protected OrderStore open() {
        return SCHEMAS.open();
    }
}
