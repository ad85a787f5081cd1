package org.orderengine.examples.shop;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Order;

/**
 * The buyers of the shop, and the people in its warehouse. Each order has a story by its number.
 *
 * <p>Every command has an id of its own, so that telling a story again from its beginning, after the program was killed in the middle of
 * it, does nothing twice.
 */
final class Buyers {

    private static final Set<String> LATER = Set.of("busy", "contention");

    private final Shop shop;
    private final String provider;
    private final PrintStream progress;

    Buyers(Shop shop, String provider, PrintStream progress) {
        this.shop = shop;
        this.provider = provider;
        this.progress = progress;
    }

    /** Tells the story of an order to its end. */
    void tell(int number) throws IOException, InterruptedException {
        String id = "o-" + number;
        int story = number % 5;
        place(id, story == 1);
        switch (story) {
            case 0 -> transfer(id);
            case 3 -> {
                act(id, "pay", Map.of("payment", "p1"));
                act(id, "pay", Map.of("payment", "p2"));
            }
            case 4 -> confirmed(id);
            default -> act(id, "pay", Map.of());
        }
        if (story == 1) {
            act(id, "wrap", Map.of());
        }
        if (story == 2) {
            act(id, "cancel", Map.of("reason", "found it cheaper"));
        } else {
            act(id, "ship", Map.of("carrier", "DHL"));
            act(id, "deliver", Map.of());
            if (story == 0) {
                act(id, "request-return", Map.of("lines", lines(), "reason", "too bright"));
                act(id, "approve-return", Map.of());
                act(id, "receive-return", Map.of());
            }
        }
        progress.println(id + " is done");
    }

    private static List<Map<String, Object>> lines() {
        return List.of(Map.of("line", "1", "quantity", 1));
    }

    private void place(String id, boolean isGift) throws InterruptedException {
        PlaceOrder.Builder order = PlaceOrder.of(id)
                .buyer("buyer-of-" + id)
                .line("MUG", 2)
                .line("TEA", 1)
                .commandId(id + "/place");
        if (isGift) {
            order.attribute(Wrapping.PAPER, "crimson");
        }
        say(order.build());
    }

    private void act(String id, String action, Map<String, Object> payload) throws InterruptedException {
        Action.Builder command = Action.on(id, action);
        payload.forEach(command::set);
        String again = payload.containsKey("payment") ? "/" + payload.get("payment") : "";
        say(command.commandId(id + "/" + action + again).build());
    }

    // snippet: busy
    /** Has a command taken. An order that is busy waits for an answer of somebody else: the command is said again a little later. */
    private Outcome say(Command command) throws InterruptedException {
        OrderEngine engine = shop.engine();
        Outcome outcome = engine.execute(command);
        while (outcome instanceof Outcome.Rejected no && LATER.contains(no.code())) {
            TimeUnit.MILLISECONDS.sleep(50);
            outcome = engine.execute(command);
        }
        return outcome;
    }
    // end

    /** Pays by transfer: the shop hears of it from the provider. */
    private void transfer(String id) throws IOException, InterruptedException {
        Order order = shop.engine().orders().find(id).orElseThrow();
        Http.post(
                provider + "/transfers",
                Map.of("order", id, "cents", order.totals().total().minorUnits()));
        while (shop.engine().orders().find(id).orElseThrow().totals().captured().isZero()) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    // snippet: redirect
    /** Pays by a card whose bank asks the buyer first: the order is busy until the buyer has been on the provider's page. */
    private void confirmed(String id) throws IOException, InterruptedException {
        act(id, "pay", Map.of("method", "card-3ds"));
        Optional<String> page = shop.payments().redirect(id);
        if (page.isPresent()) {
            Http.get(page.get());
        }
    }
    // end
}
