package org.orderengine.jdbc.servers;

import org.junit.jupiter.api.Tag;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.contract.OrderStoreContract;

@Tag("long")
class MariaContractTest extends OrderStoreContract {

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
