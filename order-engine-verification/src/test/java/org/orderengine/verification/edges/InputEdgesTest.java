package org.orderengine.verification.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.AbstractMap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.policy.CircuitPolicy;
import org.orderengine.policy.Limits;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.catalog.Product;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakePaymentGateway.Operation;
import org.orderengine.verification.engine.TestShop;

/** Input that is too large, that no store can keep, or that goes around the checks; builders and services that are nonsense. */
@SuppressWarnings("NullAway") // The callers that are tried here have compilers that do not tell them.
class InputEdgesTest {

    private static final String HUGE = "x".repeat(5_000_000);

    private final TestShop shop =
            new TestShop(builder -> TestShop.withStandardProcesses(builder).circuits(CircuitPolicy.NONE));

    static Stream<String> names_that_are_refused() {
        return Stream.of(HUGE, "a\ud800b", "a\u0000b", "a\u001bb", "a\u200bb", "a\u202eb", "Ame\u0301lie");
    }

    @ParameterizedTest
    @MethodSource("names_that_are_refused")
    void every_text_of_an_order_that_names_something_is_held_against_the_limits(String name) {
        List<PlaceOrder.Builder> orders = List.of(
                PlaceOrder.of("1").business(name).line("LAMP", 1),
                PlaceOrder.of("2").channel(name).line("LAMP", 1),
                PlaceOrder.of("3").merchant(name).line("LAMP", 1),
                PlaceOrder.of("4").shipping(name, eur("1.00")).line("LAMP", 1),
                PlaceOrder.of("5").line(new PlaceOrder.RequestedLine("1", name, 1, null)),
                PlaceOrder.of("6").line(new PlaceOrder.RequestedLine(name, "LAMP", 1, null)),
                PlaceOrder.of("7").process(name).line("LAMP", 1),
                PlaceOrder.of("8").deadline(name, Duration.ofHours(1)).line("LAMP", 1),
                PlaceOrder.of("9").buyer(name).line("LAMP", 1),
                PlaceOrder.of("10").coupon(name).line("LAMP", 1));

        for (PlaceOrder.Builder order : orders) {
            assertThat(code(order.build())).isEqualTo("bad-id");
            assertThat(shop.engine.quote(order.build()).toString()).hasSizeLessThan(1000);
        }
    }

    @ParameterizedTest
    @MethodSource("names_that_are_refused")
    void every_text_of_an_action_that_names_something_is_held_against_them_too(String name) {
        shop.execute(TestShop.threeLines("o"));

        for (Action.Builder action : List.of(
                Action.on("o", "pay").set("method", name),
                Action.on("o", "payment-received").set("reference", name),
                Action.on("o", "modify").set("lines", List.of(Map.of("sku", name, "quantity", 1))),
                Action.on("o", "request-modify").set("proposal", name),
                Action.on("o", "cancel").set("reason", name.length() > 1000 ? name : "a\ud800b"))) {
            Outcome.Rejected rejected = (Outcome.Rejected) shop.execute(action.build());
            assertThat(rejected.code()).isEqualTo("bad-payload");
            assertThat(rejected.message()).hasSizeLessThan(1000);
        }
        assertThat(shop.order("o").revision()).isEqualTo(shop.order("o").revision());
    }

    @Test
    void a_change_holds_the_limits_of_placing() {
        for (int k = 0; k < 3; k++) {
            List<Map<String, Object>> add = new ArrayList<>();
            for (int i = 0; i < 600; i++) {
                add.add(Map.of("sku", "LAMP", "line", "l-" + k + "-" + i, "quantity", 1));
            }
            if (k == 0) {
                shop.execute(TestShop.threeLines("o"));
            }
            shop.execute(Action.on("o", "modify").set("lines", add).build());
        }
        assertThat(shop.order("o").books().lines()).hasSizeLessThanOrEqualTo(Limits.DEFAULT.lines());

        assertThat(code(Action.on("o", "modify")
                        .set("deliveryAddress", Map.of("lines", Collections.nCopies(11, "x")))
                        .build()))
                .isEqualTo("bad-address");
    }

    @Test
    void what_a_buyer_can_repeat_has_an_end_and_what_a_provider_tells_has_none() {
        OrderEngine engine = shop.builder()
                .circuits(CircuitPolicy.NONE)
                .limits(new Limits(100, 10, 5, 100, 5, 1000, 3, 1000))
                .build();
        engine.execute(TestShop.threeLines("o"));
        for (int i = 0; i < 5; i++) {
            shop.gateway.answer(Operation.AUTHORIZE, Answer.DECLINED);
            engine.execute(Action.on("o", "pay").build());
        }
        Outcome refused = engine.execute(Action.on("o", "pay").build());
        Outcome told = engine.execute(Action.on("o", "payment-received")
                .amount(eur("1.00"))
                .set("reference", "r-1")
                .build());

        assertThat(((Outcome.Rejected) refused).code()).isEqualTo("limit-exceeded");
        assertThat(told).isInstanceOf(Outcome.Accepted.class);
        assertThat(engine.orders().find("o").orElseThrow().books().payments()).hasSize(4);
    }

    @Test
    @Timeout(20)
    void a_payload_counts_before_it_copies() {
        Object shared = "x";
        for (int i = 0; i < 14; i++) {
            shared = Collections.nCopies(10, shared);
        }
        Object list = shared;

        assertThatThrownBy(() -> Payload.of(Map.of("v", list)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1000000");
    }

    @Test
    void a_text_of_a_service_is_cut_before_it_is_kept() {
        TestShop odd = new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .payments(new AroundGateway(
                        self.gateway,
                        (operation, call, gateway) -> EffectResult.declined("card-declined", HUGE + "\ud800"))));
        odd.execute(TestShop.threeLines("o"));

        Outcome.Rejected declined = (Outcome.Rejected) odd.act("o", "pay");

        assertThat(declined.code()).isEqualTo("card-declined");
        assertThat(declined.message()).hasSizeLessThan(1100);
    }

    @Test
    void the_builder_refuses_what_cannot_work() {
        Map<String, UnaryOperator<OrderEngineBuilder>> tries = new HashMap<>();
        tries.put("call timeout forever", b -> b.callTimeout(ChronoUnit.FOREVER.getDuration()));
        tries.put("call timeout zero", b -> b.callTimeout(Duration.ZERO));
        tries.put("call timeout negative", b -> b.callTimeout(Duration.ofSeconds(-1)));
        tries.put("lease zero", b -> b.leaseFor(Duration.ZERO));
        tries.put("lease forever", b -> b.leaseFor(ChronoUnit.FOREVER.getDuration()));
        tries.put("node blank", b -> b.node(" "));
        tries.put("node null", b -> b.node(null));
        tries.put("time null", b -> b.time(null));
        tries.put("store null", b -> b.store(null));
        tries.put("guard null", b -> b.guard("g", null));
        tries.put("limits negative", b -> b.limits(new Limits(-1, -1, -1, -1, -1, -1)));

        tries.forEach((what, set) -> assertThatThrownBy(() -> set.apply(shop.builder()))
                .as(what)
                .isInstanceOf(IllegalArgumentException.class));
    }

    @Test
    void commands_that_lack_something_are_an_illegal_argument() {
        assertThatThrownBy(() -> shop.execute(null)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Action.on(null, "pay").build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Action.on("o", null).build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlaceOrder.of(null).build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> PlaceOrder.of("o").coupon(null).build()).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() ->
                        PlaceOrder.of("o").line((PlaceOrder.RequestedLine) null).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_a_reading_service_answers_wrongly_is_that_it_is_not_there() {
        Map<String, Product> nothing = new HashMap<>();
        nothing.put("HAT", null);
        Map<String, Product> lazy = new AbstractMap<>() {
            @Override
            public Set<Entry<String, Product>> entrySet() {
                throw new IllegalStateException();
            }
        };
        FakeCatalog good = new FakeCatalog().sell("HAT", eur("20.00"));
        OrderEngineBuilder sound = OrderEngine.builder().catalog(good);

        assertThat(code(OrderEngine.builder().catalog((skus, origin) -> null))).isEqualTo("catalog-unavailable");
        assertThat(code(OrderEngine.builder().catalog((skus, origin) -> nothing)))
                .isEqualTo("catalog-unavailable");
        assertThat(code(OrderEngine.builder().catalog((skus, origin) -> lazy))).isEqualTo("catalog-unavailable");
        assertThat(code(OrderEngine.builder().catalog((skus, origin) -> {
                    throw new NoClassDefFoundError();
                })))
                .isEqualTo("catalog-unavailable");
        assertThat(code(sound.members(buyer -> null))).isEqualTo("members-unavailable");
        assertThat(code(OrderEngine.builder().catalog(good).offers((origin, coupons, now) -> null)))
                .isEqualTo("offers-unavailable");
        assertThat(code(OrderEngine.builder()
                        .catalog(good)
                        .offers((origin, coupons, now) -> Collections.singletonList(null))))
                .isEqualTo("offers-unavailable");
    }

    @Test
    void what_a_reading_service_answers_after_its_deadline_is_that_it_is_not_there() {
        TestShop late = new TestShop(
                new MemoryOrderStore(),
                (self, builder) -> builder.members(buyer -> {
                    self.clock.advance(Duration.ofSeconds(11));
                    return org.orderengine.spi.benefit.Member.NOBODY;
                }));

        assertThat(((Outcome.Rejected) late.execute(TestShop.threeLines("o"))).code())
                .isEqualTo("members-unavailable");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_rule_of_the_host_that_throws_or_says_nothing_is_a_refusal(boolean throwing) {
        ProcessDefinition process = ProcessDefinition.named("ruled", 1)
                .initial("open")
                .state(
                        "open",
                        state -> state.after("t", "when").to("ended").on("end").to("ended"))
                .state("ended", state -> state.end())
                .build();
        TestShop ruled = new TestShop(builder -> builder.process(process).rule("when", (order, now) -> {
            if (throwing) {
                throw new NoClassDefFoundError();
            }
            return null;
        }));

        assertThat(((Outcome.Rejected)
                                ruled.execute(PlaceOrder.of("o").line("LAMP", 1).build()))
                        .code())
                .isEqualTo("rule-failed");
    }

    @Test
    void a_clock_near_the_end_of_time_is_a_refusal() {
        OrderEngine engine = shop.builder()
                .time(Clock.fixed(Instant.MAX.minusSeconds(60), ZoneOffset.UTC))
                .build();

        assertThat(((Outcome.Rejected) engine.execute(TestShop.threeLines("o"))).code())
                .isEqualTo("deadline-out-of-bounds");
    }

    private String code(Command command) {
        return ((Outcome.Rejected) shop.execute(command)).code();
    }

    private static String code(OrderEngineBuilder builder) {
        Outcome outcome = builder.withoutPayments()
                .build()
                .execute(PlaceOrder.of("o").buyer("ann").line("HAT", 1).build());
        return ((Outcome.Rejected) outcome).code();
    }
}
