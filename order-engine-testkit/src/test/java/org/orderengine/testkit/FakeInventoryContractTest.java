package org.orderengine.testkit;

import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.testkit.contract.InventoryContract;

// snippet: contract
class FakeInventoryContractTest extends InventoryContract {

    private final FakeInventory inventory = new FakeInventory();
    private int products;

    @Override
    protected InventoryService inventory() {
        return inventory;
    }

    @Override
    protected String newProduct(long units) {
        String sku = "P" + ++products;
        inventory.stock(sku, units);
        return sku;
    }

    @Override
    protected long available(String sku) {
        return inventory.level(sku).available();
    }
}
// end
