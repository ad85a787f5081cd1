package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.model.Address;
import org.orderengine.spi.inventory.Allocator;
import org.orderengine.spi.inventory.LocationStock;
import org.orderengine.spi.inventory.StockLocations;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeInventory;

/** The example of {@code docs/fulfilment.md}. */
class AllocatorExampleTest {

    private final FakeCatalog catalog = new FakeCatalog().sell("HAT", TestShop.eur("10.00"));
    private final FakeInventory inventory =
            FakeInventory.at("berlin", "lyon").stockAt("berlin", "HAT", 5).stockAt("lyon", "HAT", 5);

    @Test
    void who_lives_in_france_is_served_from_lyon_and_others_by_as_few_parcels_as_can_be() {
        Warehouses stock = new Warehouses();
        // snippet: allocator
        Optional<StockLocations> locations = Optional.of(skus -> List.of( // what the inventory's locations() gives
                new LocationStock("berlin", stock.at("berlin", skus)), // the preferred location first
                new LocationStock("lyon", stock.at("lyon", skus))));

        Allocator nearby = request -> {
            Address address = request.order().customer().deliveryAddress();
            boolean isFrench = address != null && "FR".equals(address.country());
            return isFrench
                    ? List.of(new Allocator.Share("lyon", request.quantities()))
                    : Allocator.FEWEST_PARCELS.allocate(request);
        };
        OrderEngine engine = OrderEngine.builder()
                .catalog(catalog)
                .withoutPayments()
                .inventory(inventory)
                .allocator(nearby)
                .build();
        // end
        Address lyon = new Address(null, null, List.of(), null, "Lyon", null, "FR", null, null);
        engine.execute(PlaceOrder.of("o-1").line("HAT", 1).deliverTo(lyon).build());
        engine.execute(PlaceOrder.of("o-2").line("HAT", 1).build());
        assertThat(inventory.heldAt("lyon", "o-1")).isEqualTo(1);
        assertThat(inventory.heldAt("berlin", "o-2")).isEqualTo(1);
        assertThat(locations.orElseThrow().available(Set.of("HAT")))
                .containsExactly(
                        new LocationStock("berlin", Map.of("HAT", 4L)), new LocationStock("lyon", Map.of("HAT", 4L)));
    }

    private final class Warehouses {
        private Map<String, Long> at(String location, Set<String> skus) {
            Map<String, Long> units = new HashMap<>();
            skus.forEach(sku -> units.put(sku, inventory.levelAt(location, sku).available()));
            return units;
        }
    }
}
