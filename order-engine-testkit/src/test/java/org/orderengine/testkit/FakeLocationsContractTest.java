package org.orderengine.testkit;

import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.testkit.contract.InventoryContract;

class FakeLocationsContractTest extends InventoryContract {

    private final FakeInventory inventory = FakeInventory.at("north", "south");
    private int products;

    @Override
    protected InventoryService inventory() {
        return inventory;
    }

    @Override
    protected String location() {
        return "north";
    }

    @Override
    protected String elsewhere() {
        return "south";
    }

    @Override
    protected String newProduct(long units) {
        String sku = "P" + ++products;
        inventory.stockAt("north", sku, units);
        return sku;
    }

    @Override
    protected String newProductOnBackorder(long units) {
        String sku = "P" + ++products;
        inventory.stockAt("north", sku, units, null);
        return sku;
    }

    @Override
    protected void stockAt(String location, String sku, long units) {
        inventory.addAt(location, sku, units);
    }

    @Override
    protected void arrive(String sku, long units) {
        inventory.addAt("north", sku, units);
    }

    @Override
    protected long available(String sku) {
        return inventory.level(sku).available();
    }
}
