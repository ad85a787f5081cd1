package org.orderengine.testkit.contract;

import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.OrderStore;

class MemoryFeedTest extends FeedContract {

    @Override
    protected OrderStore open() {
        return new MemoryOrderStore();
    }

    @Override
    protected OrderStore reopen(OrderStore store) {
        store.close();
        return store;
    }
}
