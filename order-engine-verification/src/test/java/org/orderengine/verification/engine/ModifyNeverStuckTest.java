package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.ReverseQuote;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.model.Totals;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeBenefits;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;

/**
 * Paid orders are changed again and again, by lines, quantities, coupons and delivery, while services say no, fail and lose
 * answers. However that goes, an order ends as it was or as it was to be: nothing is owed for ever, the world agrees with the
 * books, and what is outstanding, and nothing else, keeps it from shipping.
 */
class ModifyNeverStuckTest {

    private static final String ID = "o-1";
    private static final List<Answer> LOST = List.of(Answer.UNKNOWN, Answer.UNKNOWN_DONE, Answer.FAILED);

    @Property(tries = 400)
    void a_change_in_trouble_ends_made_or_not_made_P2_P7_U2_B1_F8(@ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        TestShop shop = new TestShop();
        try {
            place(shop, random);
            for (int i = 0; i < 6; i++) {
                trouble(shop, random);
                step(shop, random);
                Invariants.hold(shop, ID);
            }
            comesToRest(shop, random);
            shipsOncePaid(shop, random);
        } catch (AssertionError broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage() + "\n" + story(shop), broken);
        }
    }

    @Property(tries = 300)
    void one_change_in_trouble_is_made_as_its_dry_run_said_or_leaves_no_trace_A8_P2(
            @ForAll @LongRange(min = 0) long seed) {
        Random random = new Random(seed);
        TestShop shop = new TestShop();
        try {
            place(shop, random);
            Totals before = shop.order(ID).totals();
            Action change = change(shop, random, List.of("BED"));
            ReverseQuote quote = shop.engine.quoteReverse(change);
            trouble(shop, random);
            trouble(shop, random);
            shop.execute(change);
            comesToRest(shop, random);
            Totals after = shop.order(ID).totals();
            if (quote instanceof ReverseQuote.Quoted said && !after.equals(before)) {
                assertThat(after.total()).isEqualTo(said.order().totals().total());
                assertThat(after.refunded().minus(before.refunded())).isEqualTo(said.refund());
            } else {
                assertThat(after).as("no trace").isEqualTo(before);
            }
        } catch (AssertionError broken) {
            throw new AssertionError("seed " + seed + ": " + broken.getMessage() + "\n" + story(shop), broken);
        }
    }

    private static void place(TestShop shop, Random random) {
        shop.inventory.stock("BED", 4);
        PlaceOrder.Builder place =
                PlaceOrder.of(ID).buyer("ann").line("LAMP", 2).line("CUP", 3).line("PIN", 5);
        if (random.nextBoolean()) {
            place.points(200);
        }
        if (random.nextBoolean()) {
            place.shipping("post", eur("4.90"));
        }
        shop.execute(place.build());
        shop.act(ID, "pay");
    }

    private static void step(TestShop shop, Random random) {
        switch (random.nextInt(8)) {
            case 0 -> shop.act(ID, "pay");
            case 1 -> shop.advance(Duration.ofMinutes(random.nextInt(600)));
            case 2 ->
                shop.execute(
                        Action.on(ID, "cancel").line(anyLine(shop, random), 1).build());
            case 3 -> shop.restart();
            default -> shop.execute(change(shop, random, List.of("BED", "CUP")));
        }
    }

    private static Action change(TestShop shop, Random random, List<String> added) {
        Action.Builder change = Action.on(ID, "modify");
        List<Payload> lines = new ArrayList<>();
        lines.add(Payload.of(Map.of("line", anyLine(shop, random), "quantity", (long) random.nextInt(7))));
        if (random.nextInt(3) == 0) {
            lines.add(Payload.of(Map.of(
                    "sku", added.get(random.nextInt(added.size())), "quantity", (long) (1 + random.nextInt(3)))));
        }
        change.set("lines", lines);
        if (random.nextInt(3) == 0) {
            change.set("coupons", List.of("TEN"));
        }
        if (random.nextInt(4) == 0) {
            change.set("shipping", Payload.of(Map.of("method", "express", "price", eur("9.90"))));
        }
        return change.build();
    }

    private static String anyLine(TestShop shop, Random random) {
        List<Line> lines = shop.order(ID).books().lines();
        return lines.get(random.nextInt(lines.size())).id();
    }

    private static void trouble(TestShop shop, Random random) {
        Answer answer = LOST.get(random.nextInt(LOST.size()));
        switch (random.nextInt(8)) {
            case 4 -> shop.inventory.answer(FakeInventory.Operation.RESERVE, Answer.DECLINED);
            case 5 -> shop.gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.DECLINED);
            case 6 -> shop.benefits.answer(FakeBenefits.Operation.REDEEM_COUPONS, Answer.DECLINED);
            case 0 -> shop.inventory.answer(oneOf(random, FakeInventory.Operation.values()), answer);
            case 1 -> shop.gateway.answer(oneOf(random, FakePaymentGateway.Operation.values()), answer);
            case 2 -> shop.benefits.answer(oneOf(random, FakeBenefits.Operation.values()), answer);
            default -> {
                // all is well
            }
        }
    }

    private static <T> T oneOf(Random random, T[] values) {
        return values[random.nextInt(values.length)];
    }

    /** Time passes, people resolve what is parked, and then nothing is owed any more. */
    private static void comesToRest(TestShop shop, Random random) {
        shop.advance(Duration.ofDays(3));
        for (int i = 0; i < 30 && Operators.resolve(shop, ID, random); i++) {
            shop.advance(Duration.ofDays(3));
        }
        Order order = shop.order(ID);
        assertThat(order.flow().effects()).as("F8: owed for ever").isEmpty();
        assertThat(order.flow().change()).as("F8: neither made nor taken back").isNull();
        assertThat(order.totals().outstanding().isNegative())
                .as("P2: nothing is kept that is owed back")
                .isFalse();
        Invariants.hold(shop, ID);
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    private static void shipsOncePaid(TestShop shop, Random random) {
        if (shop.order(ID).position().ended() || shop.order(ID).books().isNothingLeft()) {
            assertThat(shop.order(ID).position().ended()).isTrue();
            return;
        }
        for (int i = 0; i < 20 && shop.order(ID).totals().outstanding().isPositive(); i++) {
            Outcome shipped = shop.act(ID, "ship");
            assertThat(shipped).isInstanceOf(Outcome.Rejected.class);
            shop.act(ID, "pay");
            comesToRest(shop, random);
        }
        assertThat(shop.order(ID).totals().outstanding()).isEqualTo(eur("0.00"));
        assertThat(shop.act(ID, "ship")).as("ships").isInstanceOf(Outcome.Accepted.class);
    }

    private static String story(TestShop shop) {
        StringBuilder story = new StringBuilder();
        shop.engine.orders().timeline(ID).forEach(entry -> story.append(entry.revision())
                .append(' ')
                .append(entry.events())
                .append('\n'));
        return story.append(shop.inventory.calls())
                .append(shop.benefits.calls())
                .toString();
    }
}
