package org.orderengine.examples.shop;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.orderengine.model.Line;
import org.orderengine.model.Order;

/** The books of the orders beside those of the provider, the warehouse, the bench and accounting: they have to say the same. */
final class Sums {

    private final Map<String, Long> states = new TreeMap<>();
    private final Map<String, Long> gone = new TreeMap<>();
    private final Map<String, Long> held = new TreeMap<>();
    private long captured;
    private long refunded;
    private long gifts;

    private Sums() {}

    /** The sums of all orders, as one object; {@code agree} says whether every book says the same. */
    static Map<String, Object> of(Shop shop, String provider, int orders) throws IOException, InterruptedException {
        Sums sums = new Sums();
        for (int number = 1; number <= orders; number++) {
            sums.add(atRest(shop, "o-" + number));
        }
        JsonNode theirs = Http.get(provider + "/sums");
        boolean money = sums.captured == theirs.path("captured").asLong()
                && sums.refunded == theirs.path("refunded").asLong();
        boolean stock = Shop.CATALOG.keySet().stream().allMatch(sku -> sums.agrees(shop.inventory(), sku));
        boolean wraps = sums.gifts == shop.wrapping().wrapped();
        boolean accounts = accountsAgree(shop, orders);
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("orders", orders);
        told.put("states", sums.states);
        told.put("capturedCents", sums.captured);
        told.put("refundedCents", sums.refunded);
        told.put("unitsGone", sums.gone);
        told.put("giftsWrapped", sums.gifts);
        told.put("moneyAgrees", money);
        told.put("stockAgrees", stock);
        told.put("wrappingAgrees", wraps);
        told.put("accountsAgree", accounts);
        told.put("agree", money && stock && wraps && accounts);
        return told;
    }

    /** An order that owes nothing any more, and keeps no action for later. */
    private static Order atRest(Shop shop, String id) throws InterruptedException {
        Order order = shop.engine().orders().find(id).orElseThrow();
        while (!order.flow().effects().isEmpty() || !order.flow().deferred().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(50);
            order = shop.engine().orders().find(id).orElseThrow();
        }
        return order;
    }

    private void add(Order order) {
        states.merge(String.join(",", order.position().states()), 1L, Long::sum);
        captured += order.totals().captured().minorUnits();
        refunded += order.totals().refunded().minorUnits();
        gifts += order.attributes().containsKey(Wrapping.PAPER) ? 1 : 0;
        for (Line line : order.books().lines()) {
            String sku = line.item().sku();
            gone.merge(sku, line.units().shipped() - line.units().returned(), Long::sum);
            held.merge(sku, line.units().reserved(), Long::sum);
        }
    }

    /** Accounting has seen every commit, once it has been given all that there is; it follows a moment later. */
    private static boolean accountsAgree(Shop shop, int orders) throws InterruptedException {
        for (int tries = 0; tries < 600; tries++) {
            long commits = 0;
            long captured = 0;
            for (int number = 1; number <= orders; number++) {
                Order order = shop.engine().orders().find("o-" + number).orElseThrow();
                commits += order.revision();
                captured += order.totals().captured().minorUnits();
            }
            if (shop.sales().commits() == commits && shop.sales().captured() == captured) {
                return true;
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return false;
    }

    private boolean agrees(SqlInventory inventory, String sku) {
        return inventory.onHand(sku) == Shop.STOCK - gone.getOrDefault(sku, 0L)
                && inventory.held(sku) == held.getOrDefault(sku, 0L);
    }
}
