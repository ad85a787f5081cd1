package org.orderengine.jdbc.servers;

import org.junit.jupiter.api.Tag;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.contract.FeedContract;

@Tag("long")
class MariaFeedTest extends FeedContract {

    @Override
    protected OrderStore open() {
        return MariaServer.open();
    }

    @Override
    protected OrderStore reopen(OrderStore store) {
        return MariaServer.reopen(store);
    }

    @Override
    protected void discard(OrderStore store) {
        MariaServer.discard(store);
    }
}
