package org.orderengine.testkit.contract;

import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.spi.store.OrderStore;

class MemoryLastUnitsTest extends LastUnitsContract {

    @Override
    protected OrderStore open() {
        return new MemoryOrderStore();
    }
}
