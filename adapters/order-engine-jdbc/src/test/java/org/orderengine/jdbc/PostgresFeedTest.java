package org.orderengine.jdbc;

import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.contract.FeedContract;

class PostgresFeedTest extends FeedContract {

    private static final Schemas SCHEMAS =
            new Schemas("feed_contract", options -> JdbcOrderStore.postgresql(PostgresServer.source(), options));

    @Override
    protected OrderStore open() {
        return SCHEMAS.open();
    }

    @Override
    protected OrderStore reopen(OrderStore store) {
        return SCHEMAS.reopen(store);
    }

    @Override
    protected void discard(OrderStore store) {
        SCHEMAS.discard(store);
    }
}
