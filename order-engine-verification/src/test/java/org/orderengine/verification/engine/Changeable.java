package org.orderengine.verification.engine;

import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.model.Line;
import org.orderengine.model.Return;

/**
 * An order that is changed and taken back in random ways: lines, quantities both ways, coupons and delivery are modified, units
 * are cancelled, shipped and returned, money is paid and given back. The same seed makes the same wishes of the same order.
 */
final class Changeable {

    static final String ID = "o-1";

    final TestShop shop;
    final Random random;

    Changeable(long seed) {
        this(seed, new TestShop());
    }

    Changeable(long seed, TestShop shop) {
        this.shop = shop;
        this.random = new Random(seed);
    }

    /** Places and pays it, with or without points, a coupon and a delivery that costs something. */
    Changeable placed() {
        shop.inventory.stock("BED", 3);
        PlaceOrder.Builder place = PlaceOrder.of(ID)
                .buyer("ann")
                .line("LAMP", 1 + random.nextInt(3))
                .line("CUP", 1 + random.nextInt(4))
                .line("PIN", 1 + random.nextInt(7));
        if (random.nextBoolean()) {
            place.points(1 + random.nextInt(300));
        }
        if (random.nextBoolean()) {
            place.coupon("TEN");
        }
        if (random.nextBoolean()) {
            place.shipping("post", eur("4.90"));
        }
        shop.execute(place.build());
        if (random.nextBoolean()) {
            shop.execute(Action.on(ID, "pay").amount(eur("1.00")).build());
        }
        shop.act(ID, "pay");
        return this;
    }

    /** A request that may be made of the order, and may be refused. */
    Action wish() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> units("cancel");
            case 2, 3 -> modify();
            case 4 -> Action.on(ID, "pay").build();
            case 5 -> units("ship");
            case 6 -> Action.on(ID, "deliver").build();
            case 7, 8 -> request();
            case 9 -> returned("approve-return").build();
            case 10 -> receive();
            default ->
                Action.on(ID, "refund")
                        .amount(shop.order(ID).books().money(1 + random.nextInt(300)))
                        .build();
        };
    }

    /** Lets all that is owed be done. */
    void rest() {
        shop.advance(Duration.ofHours(3));
    }

    private Action units(String action) {
        Action.Builder builder = Action.on(ID, action);
        return random.nextInt(6) == 0
                ? builder.build()
                : builder.line(line().id(), 1 + random.nextInt(2)).build();
    }

    private Action modify() {
        Action.Builder builder = Action.on(ID, "modify");
        List<Payload> lines = new ArrayList<>();
        lines.add(Payload.of(Map.of("line", line().id(), "quantity", (long) random.nextInt(6))));
        if (random.nextInt(3) == 0) {
            lines.add(Payload.of(
                    Map.of("sku", random.nextBoolean() ? "BED" : "PIN", "quantity", (long) (1 + random.nextInt(3)))));
        }
        builder.set("lines", lines);
        if (random.nextInt(3) == 0) {
            builder.set("coupons", List.of("TEN"));
        }
        if (random.nextInt(3) == 0) {
            builder.set("shipping", Payload.of(Map.of("method", "post", "price", eur("2.50"))));
        }
        return builder.build();
    }

    private Action request() {
        Action.Builder builder = Action.on(ID, "request-return").line(line().id(), 1 + random.nextInt(3));
        switch (random.nextInt(4)) {
            case 0 -> builder.set("kind", "refund-only");
            case 1 ->
                builder.set("kind", "exchange")
                        .set("replacement", List.of(Payload.of(Map.of("sku", "CUP", "quantity", 1L))));
            default -> {
                // for money
            }
        }
        return builder.build();
    }

    private Action.Builder returned(String action) {
        List<Return> returns = shop.order(ID).books().returns();
        Action.Builder builder = Action.on(ID, action);
        return returns.isEmpty()
                ? builder
                : builder.set(
                        "return", returns.get(random.nextInt(returns.size())).id());
    }

    private Action receive() {
        Action.Builder builder = returned("receive-return");
        List<Return> returns = shop.order(ID).books().returns();
        if (!returns.isEmpty() && random.nextInt(3) == 0) {
            String condition = List.of("accepted", "damaged", "rejected").get(random.nextInt(3));
            String line = returns.get(0).lines().get(0).line();
            builder.set("return", returns.get(0).id())
                    .set("lines", List.of(Payload.of(Map.of("line", line, condition, 1L))));
        }
        return builder.build();
    }

    private Line line() {
        List<Line> lines = shop.order(ID).books().lines();
        return lines.get(random.nextInt(lines.size()));
    }

    String story() {
        StringBuilder story = new StringBuilder();
        shop.engine.orders().timeline(ID).forEach(entry -> story.append(entry.revision())
                .append(' ')
                .append(entry.order().position())
                .append(' ')
                .append(entry.events())
                .append('\n'));
        return story.toString();
    }
}
