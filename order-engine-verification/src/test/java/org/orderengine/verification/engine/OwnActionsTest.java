package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.engine.Outcome;
import org.orderengine.event.Event;
import org.orderengine.model.Actor;
import org.orderengine.model.Asked;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.rule.GuardContext;

/**
 * Actions, guards and effects of a host's own. What went with an action of the host's own was thrown away, as was every mistyped key; guards
 * saw neither the payload nor the order before.
 */
class OwnActionsTest {

    private static final String ID = "o-1";

    private static final ProcessDefinition GIFTS = ProcessDefinition.named("gifts", 1)
            .state(
                    "open",
                    s -> s.on("wrap").when("may-wrap").to("wrapping").on("send").to("sent"))
            .state("wrapping", s -> s.run("gift.wrap").done("wrapped").declined("open"))
            .state("wrapped", s -> s.entry("card.print").on("send").to("sent"))
            .state("sent", s -> s.end())
            .build();

    private final List<CallContext> wrapped = new ArrayList<>();
    private final List<CallContext> printed = new ArrayList<>();
    private final List<GuardContext> asked = new ArrayList<>();

    private TestShop shop(UnaryOperator<OrderEngineBuilder> more) {
        TestShop shop = new TestShop(builder -> more.apply(builder.process(GIFTS)
                .guard("may-wrap", context -> {
                    asked.add(context);
                    return null;
                })
                .effect("gift.wrap", (order, call) -> {
                    wrapped.add(call);
                    return wrapped.size() < 2 ? EffectResult.failed("the paper is torn") : EffectResult.done();
                })
                .effect("card.print", (order, call) -> {
                    printed.add(call);
                    return EffectResult.done();
                })));
        shop.execute(PlaceOrder.of(ID).buyer("ann").line("LAMP", 1).build());
        return shop;
    }

    private static Action wrap() {
        return Action.on(ID, "wrap")
                .set("paper", "crimson")
                .attribute("by-hand", "yes")
                .by(Actor.staff("eve"))
                .build();
    }

    @Test
    void what_goes_with_an_action_of_the_hosts_own_reaches_history_guard_and_effects_however_often_they_are_called() {
        TestShop shop = shop(builder -> builder);
        Map<String, Object> payload = Map.of("paper", "crimson", "attributes", Map.of("by-hand", "yes"));

        assertThat(shop.execute(wrap()).isAccepted()).isTrue();
        shop.restart();
        shop.advance(Duration.ofMinutes(10));

        assertThat(wrapped).extracting(CallContext::payload).containsExactly(payload, payload);
        assertThat(printed).extracting(CallContext::asked).containsExactly(new Asked("wrap", payload));
        assertThat(shop.engine.orders().timeline(ID))
                .flatExtracting(TimelineEntry::events)
                .contains(new Event.ActionTaken("wrap", null, null, payload));
        GuardContext last = asked.get(asked.size() - 1);
        assertThat(asked).anySatisfy(context -> {
            assertThat(context.action()).isEqualTo("wrap");
            assertThat(context.payload().get("paper")).isEqualTo("crimson");
            assertThat(context.isPayloadKnown()).isTrue();
            assertThat(context.by().actor()).isEqualTo(Actor.staff("eve"));
        });
        assertThat(last.before().id()).isEqualTo(ID);
    }

    @Test
    void a_mistyped_key_of_a_built_in_action_is_refused_with_the_one_that_was_meant() {
        TestShop shop = new TestShop();
        shop.execute(PlaceOrder.of(ID).buyer("ann").line("LAMP", 2).build());
        shop.execute(Action.on(ID, "pay").build());

        assertThat(refusal(
                        shop,
                        Action.on(ID, "ship")
                                .set("carier", "DHL")
                                .set("trackin", "1")
                                .build()))
                .extracting(Outcome.Rejected::code, Outcome.Rejected::message)
                .containsExactly(
                        "unknown-payload-key",
                        "ship takes no \"carier\" (did you mean \"carrier\"?); use shipment, lines, carrier, tracking,"
                                + " prepared, location, reason, attributes");
        assertThat(refusal(
                                shop,
                                Action.on(ID, "ship")
                                        .set("lines", List.of(Map.of("line", "1", "quantiy", 1)))
                                        .build())
                        .message())
                .startsWith("ship.lines takes no \"quantiy\" (did you mean \"quantity\"?)");
        assertThat(shop.engine
                        .orders()
                        .explain(Action.on(ID, "ship").set("carier", "DHL").build())
                        .refusal())
                .isNotNull();
    }

    @Test
    void the_lines_of_a_return_that_came_name_what_is_wrong_with_them() {
        TestShop shop = new TestShop();
        shop.execute(PlaceOrder.of(ID).buyer("ann").line("LAMP", 1).build());
        shop.execute(Action.on(ID, "pay").build());
        shop.execute(Action.on(ID, "ship").build());
        shop.execute(Action.on(ID, "deliver").build());
        shop.execute(Action.on(ID, "request-return").build());
        shop.execute(Action.on(ID, "approve-return").build());

        Outcome.Rejected rejected =
                refusal(shop, Action.on(ID, "receive-return").line("1", 1).build());

        assertThat(rejected.code()).isEqualTo("unknown-payload-key");
        assertThat(rejected.message())
                .contains("receive-return.lines takes no \"quantity\"", "accepted, damaged, rejected");
    }

    @Test
    void a_host_declares_what_goes_with_its_action_and_another_key_is_refused() {
        TestShop shop = shop(builder -> builder.action("wrap", "paper", "card"));

        assertThat(refusal(shop, Action.on(ID, "wrap").set("papper", "blue").build())
                        .message())
                .isEqualTo("wrap takes no \"papper\" (did you mean \"paper\"?); use paper, card, reason, attributes");
        assertThat(shop.execute(wrap()).isAccepted()).isTrue();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> OrderEngine.builder().action("pay", "tip"));
    }

    @Test
    void what_an_action_took_before_with_a_stray_key_is_answered_the_same_under_its_command_id() {
        TestShop shop = shop(builder -> builder);
        Action stray =
                Action.on(ID, "wrap").set("papper", "blue").commandId("c-1").build();
        assertThat(shop.execute(stray).isAccepted()).isTrue();

        OrderEngine stricter = shop.builder()
                .process(GIFTS)
                .guard("may-wrap", context -> null)
                .effect("gift.wrap", (order, call) -> EffectResult.done())
                .effect("card.print", (order, call) -> EffectResult.done())
                .action("wrap", "paper")
                .build();

        assertThat(stricter.execute(stray).isAccepted()).isTrue();
        assertThat(stricter.execute(Action.on(ID, "wrap").set("papper", "red").build())
                        .isAccepted())
                .isFalse();
    }

    @Test
    void a_guard_sees_the_order_before_the_action_and_as_it_would_stand() {
        ProcessDefinition process = ProcessDefinition.named("careful", 1)
                .state("open", s -> s.on("pay").to("paying"))
                .state("paying", s -> s.run("payment.capture").done("paid").declined("open"))
                .state("paid", s -> s.on("ship")
                        .when("wrapped-first")
                        .to("sent")
                        .on("cancel")
                        .to("over"))
                .state("sent", s -> s.end())
                .state("over", s -> s.run("reverse").done("ended"))
                .state("ended", s -> s.end())
                .build();
        TestShop shop = new TestShop(builder -> builder.process(process).guard("wrapped-first", context -> {
            long unshipped = context.before().books().lines().get(0).units().unshipped();
            boolean isGift = context.order().attributes().containsKey("gift");
            return unshipped > 0 && isGift && !context.before().tags().contains("wrapped") ? "wrap it first" : null;
        }));
        shop.execute(PlaceOrder.of(ID)
                .buyer("ann")
                .line("LAMP", 1)
                .attribute("gift", "yes")
                .build());
        shop.execute(Action.on(ID, "pay").build());

        assertThat(refusal(shop, Action.on(ID, "ship").build()).code()).isEqualTo("guard-refused");
        shop.execute(Action.on(ID, "annotate").set("tags", List.of("wrapped")).build());
        assertThat(shop.execute(Action.on(ID, "ship").build()).isAccepted()).isTrue();
    }

    @Test
    void a_guard_that_throws_is_a_refusal_of_its_own_action_and_a_yes_while_only_asked() {
        AtomicInteger thrown = new AtomicInteger();
        TestShop shop = new TestShop(builder -> builder.process(GIFTS)
                .guard("may-wrap", context -> {
                    thrown.incrementAndGet();
                    return String.valueOf(context.payload().get("paper")).equals("crimson")
                            ? null
                            : String.valueOf(Objects.requireNonNull(Map.of().get("paper"))
                                    .hashCode());
                })
                .effect("gift.wrap", (order, call) -> EffectResult.done())
                .effect("card.print", (order, call) -> EffectResult.done()));
        shop.execute(PlaceOrder.of(ID).buyer("ann").line("LAMP", 1).build());

        assertThat(shop.engine.orders().allowed(shop.engine.orders().find(ID).orElseThrow()))
                .containsExactly("send", "wrap");
        assertThat(refusal(shop, Action.on(ID, "wrap").build()).code()).isEqualTo("guard-failed");
        assertThat(refusal(shop, Action.on(ID, "fold").build()).code()).isEqualTo("not-allowed");
        assertThat(shop.engine.orders().explain(ID, "wrap").refusal()).isNotNull();
        assertThat(shop.engine.orders().explain(ID, "send").refusal()).isNull();
        assertThat(shop.execute(wrap()).isAccepted()).isTrue();
        assertThat(thrown.get()).isPositive();
    }

    private static Outcome.Rejected refusal(TestShop shop, Action action) {
        return (Outcome.Rejected) shop.execute(action);
    }
}
