package org.orderengine.verification.engine;

import java.util.List;
import java.util.Random;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Money;
import org.orderengine.model.OwedEffect;
import org.orderengine.orders.ParkedEffect;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.testkit.MoneyMovement;

/** People who resolve what is parked, by what the provider's log says. */
final class Operators {

    private Operators() {}

    /** Resolves one of the parked effects; false if there is none. */
    static boolean resolve(TestShop shop, String id, Random random) {
        List<ParkedEffect> parked =
                shop.engine.orders().parked(OrderCriteria.ALL, null, 10).effects();
        if (parked.isEmpty()) {
            return false;
        }
        OwedEffect effect = parked.get(random.nextInt(parked.size())).effect();
        Resolution resolution = effect.name().startsWith("payment.")
                ? byTheLog(shop, id + "/" + effect.id(), random)
                : Resolution.retry();
        Outcome outcome =
                shop.execute(new ResolveEffect(id, effect.id(), resolution, "kim", "the provider's log", null));
        if (outcome instanceof Outcome.Rejected no && no.code().equals("not-reversible")) {
            shop.execute(new ResolveEffect(id, effect.id(), Resolution.retry(), "kim", "the provider's log", null));
        }
        return true;
    }

    private static Resolution byTheLog(TestShop shop, String key, Random random) {
        Money moved = shop.gateway.movements().stream()
                .filter(movement -> movement.key().equals(key))
                .map(MoneyMovement::amount)
                .findFirst()
                .orElse(null);
        int choice = random.nextInt(3);
        if (choice == 0) {
            return Resolution.retry();
        }
        if (moved == null) {
            return Resolution.declined("never-done", "not in the log");
        }
        return choice == 1 ? Resolution.done("ref-" + key, moved) : Resolution.reverse(null, moved);
    }
}
