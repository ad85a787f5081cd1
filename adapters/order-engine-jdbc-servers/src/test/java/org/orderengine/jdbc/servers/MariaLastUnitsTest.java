package org.orderengine.jdbc.servers;

import org.junit.jupiter.api.Tag;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.contract.LastUnitsContract;

@Tag("long")
class MariaLastUnitsTest extends LastUnitsContract {

    @Override
    protected OrderStore open() {
        return MariaServer.open();
    }
}
