package org.orderengine.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Return;
import org.orderengine.model.Shipment;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.process.StandardProcesses;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;

/**
 * Orders live random lives among services that decline, fail and lose answers; the invariants hold after every step. The
 * seed that a failure prints gives the same life again.
 */
class RandomLivesTest {

    private static final List<Answer> ANSWERS =
            List.of(Answer.APPROVED, Answer.DECLINED, Answer.UNKNOWN, Answer.UNKNOWN_DONE, Answer.FAILED);

    private static final String ID = "o-1";

    private static final ProcessDefinition KEEPING = ProcessJson.read(
            ProcessJson.write(StandardProcesses.physicalGoods()).replace("\"run\":", "\"defer\": \"*\", \"run\":"));

    @Property(tries = 400)
    void invariants_P1_P2_P7_U1_U2_F3_F4_F5_F8_hold_in_every_life(@ForAll @LongRange(min = 0) long seed) {
        tell(new TestShop(), seed);
    }

    @Property(tries = 200)
    void invariants_P1_P2_P7_U1_U2_F3_F4_F5_F8_hold_where_every_busy_state_keeps_what_arrives(
            @ForAll @LongRange(min = 0) long seed) {
        tell(new TestShop(KEEPING), seed);
    }

    private static void tell(TestShop shop, long seed) {
        try {
            live(shop, new Random(seed));
        } catch (AssertionError broken) {
            throw new AssertionError(broken.getMessage() + "\n" + story(shop), broken);
        }
    }

    private static void live(TestShop shop, Random random) {
        upset(shop, random, random.nextInt(3));
        shop.execute(TestShop.threeLines(ID));
        Invariants.hold(shop, ID);
        int steps = 5 + random.nextInt(25);
        for (int i = 0; i < steps; i++) {
            step(shop, random);
            Invariants.hold(shop, ID);
        }
        shop.advance(Duration.ofDays(60));
        Invariants.hold(shop, ID);
        isAtRest(shop);
    }

    private static String story(TestShop shop) {
        StringBuilder story = new StringBuilder();
        shop.engine.orders().timeline(ID).forEach(entry -> story.append(entry.revision())
                .append(' ')
                .append(entry.at())
                .append(' ')
                .append(entry.order().position())
                .append(' ')
                .append(entry.events())
                .append('\n'));
        return story.append(shop.inventory.calls())
                .append('\n')
                .append(shop.gateway.calls())
                .toString();
    }

    private static void step(TestShop shop, Random random) {
        switch (random.nextInt(14)) {
            case 0 -> upset(shop, random, 1 + random.nextInt(3));
            case 1, 2 -> shop.advance(Duration.ofSeconds(1 + random.nextInt(4000)));
            default -> act(shop, random);
        }
    }

    private static void act(TestShop shop, Random random) {
        Order before = shop.order(ID);
        List<String> allowed = shop.engine.orders().allowed(before);
        List<String> all = List.of(
                "pay",
                "authorize",
                "capture",
                "void",
                "produce",
                "ship",
                "deliver",
                "cancel",
                "modify",
                "refund",
                "request-return",
                "approve-return",
                "decline-return",
                "receive-return",
                "hold",
                "resume",
                "payment-received",
                "confirm",
                "complete");
        List<String> choice = random.nextInt(5) == 0 || allowed.isEmpty() ? all : allowed;
        String action = choice.get(random.nextInt(choice.size()));
        Outcome outcome = shop.execute(payload(shop, before, action, random));
        if (outcome instanceof Outcome.Rejected no && no.kind() == Outcome.Kind.REFUSED) {
            assertThat(shop.order(ID))
                    .as("F3: %s refused as %s", action, no.code())
                    .isEqualTo(before);
        }
    }

    private static Action payload(TestShop shop, Order order, String action, Random random) {
        Action.Builder builder = Action.on(ID, action);
        Line line =
                order.books().lines().get(random.nextInt(order.books().lines().size()));
        switch (action) {
            case "ship", "cancel", "request-return" -> {
                if (random.nextBoolean()) {
                    builder.line(line.id(), 1 + random.nextInt(3));
                }
            }
            case "modify" ->
                builder.set(
                        "lines", List.of(Payload.of(Map.of("line", line.id(), "quantity", (long) random.nextInt(8)))));
            case "pay", "authorize" -> {
                if (random.nextInt(3) == 0) {
                    builder.amount(TestShop.eur("1.00"));
                }
            }
            case "refund" -> builder.amount(order.books().money(1 + random.nextInt(500)));
            case "payment-received" -> {
                String reference = "tx-" + random.nextInt(1000);
                shop.gateway.receive(ID, null, "bank", TestShop.eur("2.50"), reference);
                builder.set("reference", reference).set("amount", "2.50").set("method", "bank");
            }
            case "deliver" ->
                order.books().shipments().stream()
                        .map(Shipment::id)
                        .skip(random.nextInt(order.books().shipments().size() + 1))
                        .findFirst()
                        .ifPresent(id -> builder.set("shipment", id));
            case "approve-return", "decline-return", "receive-return" ->
                order.books().returns().stream()
                        .map(Return::id)
                        .skip(random.nextInt(order.books().returns().size() + 1))
                        .findFirst()
                        .ifPresent(id -> builder.set("return", id));
            default -> {
                // nothing goes with it
            }
        }
        return builder.build();
    }

    private static void upset(TestShop shop, Random random, int times) {
        for (int i = 0; i < times; i++) {
            Answer answer = ANSWERS.get(random.nextInt(ANSWERS.size()));
            FakePaymentGateway.Operation[] charges = FakePaymentGateway.Operation.values();
            FakeInventory.Operation[] stock = FakeInventory.Operation.values();
            if (random.nextBoolean()) {
                shop.gateway.answer(charges[random.nextInt(charges.length)], answer);
            } else {
                shop.inventory.answer(stock[random.nextInt(stock.length)], answer);
            }
        }
    }

    /** F8: what is not at its end waits for somebody, or is parked; and then the world agrees with the books. */
    private static void isAtRest(TestShop shop) {
        Order order = shop.order(ID);
        boolean parked = false;
        for (OwedEffect effect : order.flow().effects()) {
            assertThat(effect.status()).as("F8: %s", effect).isEqualTo(OwedEffect.Status.PARKED);
            parked = true;
        }
        if (!parked) {
            assertThat(order.flow().isBusy()).as("F8: busy without work").isFalse();
            assertThat(order.flow().deferred()).as("F8: kept for nothing").isEmpty();
            Invariants.booksEqualTheProvidersLog(shop, ID);
        }
    }
}
