package org.orderengine.verification.engine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.model.LineQuantity;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.spi.inventory.Allocator;
import org.orderengine.spi.inventory.LocationStock;
import org.orderengine.testkit.FakeInventory;

/** Takes units from anywhere, or from as few locations as there can be, and another order is quicker now and then. */
final class Scatter implements Allocator {

    private final FakeInventory inventory;
    private final Random random;
    private int rivals;

    Scatter(FakeInventory inventory, Random random) {
        this.inventory = inventory;
        this.random = random;
    }

    @Override
    public List<Share> allocate(Request request) {
        List<Share> shares = random.nextBoolean() ? FEWEST_PARCELS.allocate(request) : scattered(request);
        if (random.nextInt(4) == 0) {
            String location =
                    request.stock().get(random.nextInt(request.stock().size())).location();
            String rival = "rival-" + ++rivals;
            inventory.reserve(
                    new ReserveStock(
                            List.of(new StockLine("1", "BED", 1 + random.nextInt(2))), ReservePolicy.PARTIAL, location),
                    new CallContext(rival, rival, Instant.EPOCH, 1));
        }
        return shares;
    }

    private List<Share> scattered(Request request) {
        List<LocationStock> anywhere = new ArrayList<>(request.stock());
        Collections.shuffle(anywhere, random);
        List<Share> shares = new ArrayList<>();
        for (LocationStock location : anywhere) {
            List<LineQuantity> taken = new ArrayList<>();
            for (StockLine line : request.lines()) {
                long part = random.nextInt(4);
                if (part > 0 && location.of(line.sku()) > 0) {
                    taken.add(new LineQuantity(line.line(), Math.min(part, location.of(line.sku()))));
                }
            }
            shares.add(new Share(location.location(), taken));
        }
        shares.add(new Share(anywhere.get(0).location(), request.quantities()));
        return shares;
    }
}
