package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.spi.inventory.Allocator;
import org.orderengine.spi.inventory.LocationStock;

/** The allocator that engines have unless they are given another. */
class FewestParcelsTest {

    private static final List<String> SKUS = List.of("HAT", "CAP", "PIN");

    private final Order order;

    FewestParcelsTest() {
        TestShop shop = new TestShop();
        shop.execute(TestShop.threeLines("o-1"));
        this.order = shop.order("o-1");
    }

    @Test
    void lines_of_one_product_count_together_U3() {
        List<Allocator.Share> shares = allocate(
                List.of(new StockLine("1", "HAT", 2), new StockLine("2", "HAT", 2)),
                List.of(new LocationStock("north", Map.of("HAT", 3L)), new LocationStock("south", Map.of("HAT", 9L))));
        assertThat(shares)
                .containsExactly(
                        new Allocator.Share("south", List.of(new LineQuantity("1", 2), new LineQuantity("2", 2))));
    }

    @Test
    void what_is_nowhere_is_left_out() {
        List<Allocator.Share> shares = allocate(
                List.of(new StockLine("1", "HAT", 5), new StockLine("2", "CAP", 1)),
                List.of(new LocationStock("north", Map.of()), new LocationStock("south", Map.of("HAT", 3L))));
        assertThat(shares).containsExactly(new Allocator.Share("south", List.of(new LineQuantity("1", 3))));
    }

    @Test
    void a_location_that_sends_a_parcel_anyhow_comes_first() {
        Allocator.Request request = new Allocator.Request(
                order,
                List.of(new StockLine("1", "HAT", 2)),
                List.of(new LocationStock("north", Map.of("HAT", 9L)), new LocationStock("south", Map.of("HAT", 2L))),
                Set.of("south"));
        assertThat(Allocator.FEWEST_PARCELS.allocate(request))
                .extracting(Allocator.Share::location)
                .containsExactly("south");
    }

    @Test
    void of_a_hundred_locations_those_that_have_the_most_are_taken() {
        List<LocationStock> stock = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            stock.add(new LocationStock("shop " + i, Map.of("HAT", 1L + i % 10)));
        }
        assertThat(allocate(List.of(new StockLine("1", "HAT", 25)), stock))
                .extracting(Allocator.Share::location)
                .as("the first of those that have enough comes last")
                .containsExactly("shop 9", "shop 19", "shop 4");
    }

    @Property(tries = 300)
    void there_are_never_more_parcels_than_need_be_and_nothing_that_is_there_is_left(@ForAll long seed) {
        Random random = new Random(seed);
        List<LocationStock> stock = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(6); i++) {
            Map<String, Long> units = new HashMap<>();
            SKUS.forEach(sku -> units.put(sku, (long) random.nextInt(4)));
            stock.add(new LocationStock("shop " + i, units));
        }
        List<StockLine> lines = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            lines.add(new StockLine("" + i, SKUS.get(random.nextInt(3)), 1 + random.nextInt(4)));
        }
        List<Allocator.Share> shares = allocate(lines, stock);
        long taken = 0;
        for (Allocator.Share share : shares) {
            for (LineQuantity one : share.lines()) {
                taken += one.quantity();
            }
        }
        int all = (1 << stock.size()) - 1;
        assertThat(taken).as("units, seed %s", seed).isEqualTo(served(lines, stock, all));
        int fewest = stock.size();
        for (int subset = 0; subset <= all; subset++) {
            if (served(lines, stock, subset) == taken) {
                fewest = Math.min(fewest, Integer.bitCount(subset));
            }
        }
        assertThat(shares).as("parcels, seed %s", seed).hasSize(fewest);
    }

    /** The units that some of the locations could serve together. */
    private static long served(List<StockLine> lines, List<LocationStock> stock, int subset) {
        long served = 0;
        for (String sku : SKUS) {
            long wanted = lines.stream()
                    .filter(line -> line.sku().equals(sku))
                    .mapToLong(StockLine::quantity)
                    .sum();
            long there = 0;
            for (int i = 0; i < stock.size(); i++) {
                there += (subset & (1 << i)) == 0 ? 0 : stock.get(i).of(sku);
            }
            served += Math.min(wanted, there);
        }
        return served;
    }

    private List<Allocator.Share> allocate(List<StockLine> lines, List<LocationStock> stock) {
        return Allocator.FEWEST_PARCELS.allocate(new Allocator.Request(order, lines, stock, Set.of()));
    }
}
