package org.orderengine.dispatch;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.Command;
import org.orderengine.command.FireTimer;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.effect.EffectResult;
import org.orderengine.json.RandomCommands;
import org.orderengine.model.Address;
import org.orderengine.model.EffectId;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;

class FingerprintTest {

    private static final Money PRICE = Money.of("EUR", "19.99");

    @Property(tries = 500)
    void the_same_action_agrees_whatever_its_command_id_and_the_order_of_its_values(@ForAll("actions") Action action) {
        Action again =
                new Action(action.orderId(), action.name(), RandomCommands.reversed(action.payload()), "another");

        assertThat(again.payload()).isEqualTo(action.payload());
        assertThat(Fingerprint.of(again)).isEqualTo(Fingerprint.of(action));
    }

    @Property(tries = 2000)
    void different_actions_differ(@ForAll("actions") Action one, @ForAll("actions") Action other) {
        Assume.that(!withoutId(one).equals(withoutId(other)));

        assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(other));
    }

    @Property(tries = 500)
    void the_same_order_agrees_whatever_its_command_id(@ForAll("placeOrders") PlaceOrder order) {
        assertThat(Fingerprint.of(withoutId(order))).isEqualTo(Fingerprint.of(order));
    }

    @Property(tries = 2000)
    void different_orders_differ(@ForAll("placeOrders") PlaceOrder one, @ForAll("placeOrders") PlaceOrder other) {
        Assume.that(!withoutId(one).equals(withoutId(other)));

        assertThat(Fingerprint.of(one)).isNotEqualTo(Fingerprint.of(other));
    }

    @Test
    void every_part_of_an_order_counts() {
        assertAllDiffer(List.of(
                anOrder().build(),
                PlaceOrder.of("o-2").buyer("ann").line("LAMP", 2).build(),
                anOrder().buyer(null).build(),
                anOrder().buyer("bob").build(),
                anOrder().business("ann").build(),
                anOrder().channel("ann").build(),
                anOrder().merchant("ann").build(),
                anOrder().line("LAMP", 2).build(),
                PlaceOrder.of("o-1").buyer("ann").line("LAMP", 3).build(),
                PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2, PRICE).build(),
                PlaceOrder.of("o-1")
                        .buyer("ann")
                        .line(new PlaceOrder.RequestedLine("1", "LAMP", 2, null))
                        .build(),
                PlaceOrder.of("o-1")
                        .buyer("ann")
                        .line("LAMP", 2, Money.of("USD", "19.99"))
                        .build(),
                anOrder().coupon("SPRING").build(),
                anOrder().coupon("SPR").coupon("ING").build(),
                anOrder().points(1).build(),
                anOrder().shipping("express", null).build(),
                anOrder().shipping("express", PRICE).build(),
                anOrder().shipping(null, PRICE).build(),
                anOrder().deliverTo(in("Lyon")).build(),
                anOrder().billTo(in("Lyon")).build(),
                anOrder().deliverTo(in("Paris")).build(),
                anOrder().deliverTo(in("Paris")).billTo(in("Lyon")).build(),
                anOrder().process("express").build()));
    }

    @Test
    void a_quantity_counts_by_its_value_and_whole_units_as_before_there_were_decimals() {
        PlaceOrder half =
                PlaceOrder.of("o-1").line("CHEESE", new BigDecimal("0.5")).build();
        assertThat(Fingerprint.of(PlaceOrder.of("o-1")
                        .line("CHEESE", new BigDecimal("0.500"))
                        .build()))
                .isEqualTo(Fingerprint.of(half));
        assertThat(Fingerprint.of(PlaceOrder.of("o-1").line("CHEESE", 2).build()))
                .isEqualTo(Fingerprint.of(PlaceOrder.of("o-1")
                        .line("CHEESE", new BigDecimal("2.00"))
                        .build()));
        assertAllDiffer(List.of(half, PlaceOrder.of("o-1").line("CHEESE", 5).build()));
    }

    @Test
    void every_part_of_an_action_counts() {
        assertAllDiffer(List.of(
                Action.on("o-1", "ship").build(),
                Action.on("o-1", "pay").build(),
                Action.on("o-2", "ship").build(),
                Action.on("o-1s", "hip").build(),
                Action.on("o-1", "ship").line("1", 2).build(),
                Action.on("o-1", "ship").line("1", 1).build(),
                Action.on("o-1", "ship").line("1", 1).line("1", 1).build(),
                Action.on("o-1", "ship").set("a", 1).build(),
                Action.on("o-1", "ship").set("a", "1").build(),
                Action.on("o-1", "ship").set("a", true).build(),
                Action.on("o-1", "ship").set("a", false).build(),
                Action.on("o-1", "ship").set("a", PRICE).build(),
                Action.on("o-1", "ship").set("a", List.of()).build(),
                Action.on("o-1", "ship").set("a", List.of(1)).build(),
                Action.on("o-1", "ship").set("a", List.of(1, 2)).build(),
                Action.on("o-1", "ship").set("a", List.of(2, 1)).build(),
                Action.on("o-1", "ship").set("a", List.of(List.of(2, 1))).build(),
                Action.on("o-1", "ship").set("a", Payload.EMPTY).build(),
                Action.on("o-1", "ship").set("b", 1).build(),
                Action.on("o-1", "ship").set("a", 1).set("b", 2).build(),
                Action.on("o-1", "ship").set("a", 2).set("b", 1).build()));
    }

    @Test
    void every_part_of_a_resolution_and_every_deadline_counts() {
        assertAllDiffer(List.of(
                new ResolveEffect("o-1", "1.1", Resolution.retry(), "kim", "e", null),
                new ResolveEffect("o-1", "1.2", Resolution.retry(), "kim", "e", null),
                new ResolveEffect("o-1", "1.1", Resolution.done(null), "kim", "e", null),
                new ResolveEffect("o-1", "1.1", Resolution.done("r"), "kim", "e", null),
                new ResolveEffect("o-1", "1.1", Resolution.reverse("r"), "kim", "e", null),
                new ResolveEffect("o-1", "1.1", Resolution.declined("r", "m"), "kim", "e", null),
                new ResolveEffect("o-1", "1.1", Resolution.declined("m", "r"), "kim", "e", null),
                new ResolveEffect("o-1", "1.1", Resolution.retry(), "lee", "e", null),
                new ResolveEffect("o-1", "1.1", Resolution.retry(), "kim", "f", null),
                anOrder().build(),
                anOrder().deadline("unpaid", Duration.ofHours(1)).build(),
                anOrder().deadline("unpaid", Duration.ofHours(2)).build(),
                anOrder().deadline("unpaid", Instant.EPOCH).build(),
                anOrder().deadline("other", Duration.ofHours(1)).build()));
    }

    @Test
    void timers_and_answers_have_fingerprints_too() {
        assertAllDiffer(List.of(
                new FireTimer("o-1", "unpaid", 1),
                new FireTimer("o-1", "unpaid", 2),
                new FireTimer("o-1", "unshipped", 1),
                answer(EffectResult.done()),
                answer(EffectResult.done("r")),
                answer(new EffectResult.Done(null, List.of(new LineQuantity("1", 1)))),
                answer(EffectResult.declined("c", "m")),
                answer(EffectResult.declined("m", "c")),
                answer(EffectResult.unknown("m")),
                answer(EffectResult.failed("m")),
                answer(new EffectResult.Failed("m", false)),
                new AnswerEffects("o-1", List.of())));
    }

    /** Stores keep fingerprints: should one of these change, commands that are repeated after an update are refused. */
    @Test
    void fingerprints_stay_what_they_are() {
        assertThat(Fingerprint.of(
                        anOrder().coupon("SPRING").shipping("express", PRICE).build()))
                .isEqualTo(-2954618134563581174L);
        assertThat(Fingerprint.of(Action.on("o-1", "ship")
                        .line("1", 2)
                        .amount(PRICE)
                        .set("carrier", "DHL")
                        .build()))
                .isEqualTo(-246937061957695600L);
    }

    private static PlaceOrder.Builder anOrder() {
        return PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2);
    }

    private static AnswerEffects answer(EffectResult result) {
        return new AnswerEffects("o-1", List.of(new AnswerEffects.Answer(new EffectId(1, 1), result)));
    }

    private static void assertAllDiffer(List<? extends Command> commands) {
        Set<Long> fingerprints = new LinkedHashSet<>();
        for (Command command : commands) {
            assertThat(fingerprints.add(Fingerprint.of(command)))
                    .as("%s differs from those before", command)
                    .isTrue();
        }
    }

    private static Address in(String city) {
        return new Address(null, null, List.of(), null, city, null, null, null, null);
    }

    private static Action withoutId(Action action) {
        return new Action(action.orderId(), action.name(), action.payload(), null);
    }

    private static PlaceOrder withoutId(PlaceOrder order) {
        return new PlaceOrder(
                order.orderId(),
                order.origin(),
                order.customer(),
                order.lines(),
                order.coupons(),
                order.points(),
                order.shippingMethod(),
                order.shippingPrice(),
                order.charges(),
                order.process(),
                order.deadlines(),
                null,
                order.by(),
                order.annotations(),
                order.promisedAt());
    }

    @Provide
    static Arbitrary<Action> actions() {
        return RandomCommands.actions();
    }

    @Provide
    static Arbitrary<PlaceOrder> placeOrders() {
        return RandomCommands.placeOrders();
    }
}
