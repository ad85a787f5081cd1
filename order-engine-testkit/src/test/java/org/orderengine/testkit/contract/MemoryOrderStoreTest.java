package org.orderengine.testkit.contract;

import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.OrderStore;

class MemoryOrderStoreTest extends OrderStoreContract {

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
