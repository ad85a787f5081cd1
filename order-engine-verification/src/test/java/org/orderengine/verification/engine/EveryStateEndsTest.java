package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;

/** An order that rests in any state of a standard process comes to an end, with everything settled. */
class EveryStateEndsTest {

    static final String ID = "o-1";

    /** What brings an order on from wherever it rests, tried in this order. */
    private static final List<String> ONWARDS =
            List.of("resume", "accept", "pay", "authorize", "capture", "ship", "deliver", "confirm", "complete");

    /** Where an order rests, and the actions that brought it there. */
    record Rest(String process, String state, List<String> actions) {
        Rest {
            actions = List.copyOf(actions);
        }
    }

    private static final List<Rest> RESTS = new ArrayList<>();

    static {
        for (String process : List.of("physical-goods", "deposit-presale", "cash-on-delivery", "on-account")) {
            boolean isPaidFirst = process.equals("physical-goods") || process.equals("deposit-presale");
            List<String> first = isPaidFirst ? List.of("pay") : List.of();
            List<String> door = process.equals("cash-on-delivery") ? List.of("pay") : List.of();
            rest(process, "created", List.of());
            rest(process, "paid", List.of("pay"));
            rest(process, "producing", first, List.of("produce"));
            rest(process, "shipped", first, List.of("ship"));
            rest(process, "delivered", first, List.of("ship"), door, List.of("deliver"));
            rest(process, "confirmed", first, List.of("ship"), door, List.of("deliver", "confirm"));
            rest(process, "held", first, List.of("ship", "hold"));
        }
        rest("deposit-presale", "deposit-paid", List.of("pay 60.00"));
        rest("on-account", "due", List.of("ship", "deliver", "confirm", "complete"));
        rest("kept-quote", "quoted", List.of());
        rest("kept-quote", "created", List.of("accept"));
        rest("marketplace-part", "offered", List.of("pay"));
        rest("marketplace-part", "paid", List.of("pay", "accept"));
        rest("virtual-goods", "created", List.of());
        rest("virtual-goods", "held", List.of("hold"));
        rest("virtual-goods", "backordered", List.of("scarce", "pay"));
        rest("capture-on-shipment", "created", List.of());
        rest("capture-on-shipment", "authorized", List.of("authorize"));
        rest("capture-on-shipment", "producing", List.of("authorize", "produce"));
        rest("capture-on-shipment", "reauthorizing", List.of("authorize", "expire-authorization"));
        rest("capture-on-shipment", "shipped", List.of("authorize", "ship"));
        rest("capture-on-shipment", "delivered", List.of("authorize", "ship", "deliver"));
        rest("capture-on-shipment", "confirmed", List.of("authorize", "ship", "deliver", "confirm"));
        rest("capture-on-shipment", "held", List.of("authorize", "hold"));
    }

    @SafeVarargs
    private static void rest(String process, String state, List<String>... actions) {
        List<String> all = new ArrayList<>();
        for (List<String> some : actions) {
            all.addAll(some);
        }
        RESTS.add(new Rest(process, state, all));
    }

    @TestFactory
    Stream<DynamicTest> an_order_that_is_brought_on_ends() {
        return RESTS.stream()
                .map(rest -> DynamicTest.dynamicTest(rest.process + " " + rest.state, () -> {
                    TestShop shop = resting(new TestShop(), rest);
                    bringOn(shop);
                    assertEnded(shop);
                }));
    }

    @TestFactory
    Stream<DynamicTest> an_order_that_is_cancelled_and_left_alone_ends_once_it_is_paid() {
        return RESTS.stream()
                .map(rest -> DynamicTest.dynamicTest(rest.process + " " + rest.state, () -> {
                    TestShop shop = resting(new TestShop(), rest);
                    takeBack(shop);
                    assertEnded(shop);
                }));
    }

    /** Does whatever brings an order on, until it ends. */
    static void bringOn(TestShop shop) {
        for (int i = 0; i < 20 && !isEnded(shop); i++) {
            ONWARDS.forEach(action -> shop.act(ID, action));
        }
        goodsArrive(shop);
    }

    /** Cancels an order as far as it can be, has the rest paid, and leaves it alone. */
    static void takeBack(TestShop shop) {
        shop.act(ID, "cancel");
        shop.act(ID, "resume");
        shop.act(ID, "pay");
        shop.act(ID, "deliver");
        shop.advance(Duration.ofDays(60));
    }

    /** A shop whose order rests there. */
    static TestShop resting(TestShop shop, Rest rest) {
        boolean isScarce = rest.actions.contains("scarce");
        shop.inventory.stock("BED", isScarce ? 1 : 5, 10L);
        shop.execute(PlaceOrder.of(ID)
                .process(rest.process)
                .buyer("ann")
                .line("BED", 2)
                .build());
        for (String action : rest.actions) {
            String[] words = action.split(" ", -1);
            Action.Builder builder = Action.on(ID, words[0]);
            if (words.length > 1) {
                builder.amount(eur(words[1]));
            }
            shop.execute(builder.build());
        }
        assertThat(shop.state(ID)).isEqualTo(rest.state);
        return shop;
    }

    private static void goodsArrive(TestShop shop) {
        shop.inventory.add("BED", 10);
        shop.engine.goodsArrived(shop.inventory.takeFilled());
        shop.advance(Duration.ofDays(60));
    }

    private static boolean isEnded(TestShop shop) {
        return shop.order(ID).position().ended();
    }

    /** The order has ended, owes nothing, and the world agrees with its books. */
    static void assertEnded(TestShop shop) {
        assertThat(isEnded(shop)).as(shop.state(ID)).isTrue();
        Invariants.hold(shop, ID);
        Invariants.worldEqualsTheBooks(shop, ID);
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
    }
}
