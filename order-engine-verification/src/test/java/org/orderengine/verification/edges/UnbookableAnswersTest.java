package org.orderengine.verification.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.OwedEffect;
import org.orderengine.orders.ParkedEffect;
import org.orderengine.orders.StuckOrder;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.verification.engine.TestShop;

/** Answers that cannot be booked are parked with what was answered; what else was answered is booked all the same. */
class UnbookableAnswersTest {

    private static final String BLANK = " ";

    @Test
    void more_than_was_asked_is_left_to_a_person_and_nothing_builds_on_it() {
        TestShop shop = new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .payments(new AroundGateway(
                        self.gateway,
                        (operation, call, gateway) -> call.orderId().equals("more") && operation.equals("authorize")
                                ? EffectResult.done("tx-1", eur("1000.00"))
                                : gateway.get())));
        shop.execute(TestShop.threeLines("more"));
        shop.act("more", "pay");

        assertThat(parked(shop).code()).isEqualTo("answer-unbookable");
        assertThat(shop.order("more").totals().authorized()).isEqualTo(eur("0.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", BLANK, "a\u0000b", "a\ud800b"})
    void a_decline_under_no_code_is_parked_and_the_refund_of_its_batch_is_booked(String code) {
        AtomicBoolean odd = new AtomicBoolean();
        TestShop shop = shop("release", odd, EffectResult.declined(code, "no"));
        pay(shop);
        odd.set(true);

        Outcome cancelled = shop.act("o", "cancel");
        shop.advance(Duration.ofDays(7));

        assertThat(cancelled).isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.order("o").totals().refunded())
                .isEqualTo(shop.gateway.refunded(eur("1.00").currency()))
                .isEqualTo(shop.order("o").totals().captured());
        ParkedEffect parked = parked(shop);
        assertThat(parked.code()).isEqualTo("answer-unbookable");
        assertThat(parked.effect().name()).isEqualTo("inventory.release");

        odd.set(false);
        shop.execute(new ResolveEffect(
                "o", parked.effect().id(), Resolution.retry(), "kim", "the adapter was mended", null));
        shop.advance(Duration.ofDays(1));

        assertThat(shop.state("o")).isEqualTo("cancelled");
        assertThat(shop.inventory.held("LAMP")).isZero();
    }

    @Test
    void a_reservation_that_names_a_line_twice_is_parked_and_can_be_resolved() {
        AtomicBoolean odd = new AtomicBoolean(true);
        LineQuantity one = new LineQuantity("1", 1);
        TestShop shop = shop("reserve", odd, new EffectResult.Done(null, List.of(one, one)));

        shop.execute(PlaceOrder.of("o").line("LAMP", 1).build());

        ParkedEffect parked = parked(shop);
        assertThat(parked.code()).isEqualTo("answer-unbookable");
        assertThat(shop.execute(new ResolveEffect(
                        "o", parked.effect().id(), Resolution.declined("out-of-stock", "none"), "kim", "mail", null)))
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.state("o")).isEqualTo("rejected");
    }

    @Test
    @Timeout(30)
    void locations_are_the_engines_to_say_and_an_inventory_that_answers_with_them_is_asked_once() {
        AtomicInteger calls = new AtomicInteger();
        InventoryService inventory = (InventoryService) Proxy.newProxyInstance(
                InventoryService.class.getClassLoader(),
                new Class<?>[] {InventoryService.class},
                (self, method, given) -> {
                    if (method.getName().equals("locations")) {
                        return Optional.empty();
                    }
                    calls.incrementAndGet();
                    return new EffectResult.Allocated(List.of(), null);
                });
        TestShop shop = new TestShop(builder -> builder.inventory(inventory));

        shop.execute(PlaceOrder.of("o").line("LAMP", 1).build());

        assertThat(calls).hasValue(1);
        assertThat(parked(shop).code()).isEqualTo("answer-unbookable");
    }

    @Test
    void money_is_booked_though_the_step_that_follows_throws_and_the_step_is_taken_once_the_guard_is_mended() {
        AtomicBoolean broken = new AtomicBoolean(true);
        ProcessDefinition process = ProcessDefinition.named("guarded", 1)
                .initial("open")
                .state("open", state -> state.on("pay").to("paying"))
                .state(
                        "paying",
                        state -> state.run("payment.capture").done("paid").declined("open"))
                .state("paid", state -> state.always()
                        .when("checked")
                        .to("ended")
                        .on("go")
                        .to("ended"))
                .state("ended", state -> state.end())
                .build();
        TestShop shop = new TestShop(builder -> builder.process(process).guard("checked", context -> {
            if (broken.get()) {
                throw new IllegalStateException("secret");
            }
            return null;
        }));
        shop.execute(PlaceOrder.of("o").line("LAMP", 1).build());

        Outcome paid = shop.act("o", "pay");

        assertThat(paid).isInstanceOf(Outcome.Accepted.class);
        assertThat(shop.order("o").totals().captured())
                .isEqualTo(shop.gateway.captured(eur("1.00").currency()))
                .isEqualTo(shop.order("o").totals().total());
        StuckOrder stuck =
                shop.engine.orders().parked(OrderCriteria.ALL, null, 10).stuck().get(0);
        assertThat(stuck.stuck().problem().code()).isEqualTo("guard-failed");
        assertThat(stuck.stuck().problem().message()).contains("checked").doesNotContain("secret");

        shop.advance(Duration.ofHours(3));
        assertThat(shop.state("o")).isEqualTo("paying");
        broken.set(false);
        shop.advance(Duration.ofDays(1));

        assertThat(shop.state("o")).isEqualTo("ended");
        assertThat(shop.engine.orders().parked(OrderCriteria.ALL, null, 10).stuck())
                .isEmpty();
    }

    @Test
    void unknown_and_failed_in_turn_come_to_an_end() {
        AtomicInteger calls = new AtomicInteger();
        TestShop shop = new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .payments(new AroundGateway(self.gateway, (operation, call, gateway) -> {
                    calls.incrementAndGet();
                    return operation.equals("query")
                            ? EffectResult.failed("no such charge")
                            : EffectResult.unknown("timed out");
                })));
        shop.execute(TestShop.threeLines("o"));

        shop.act("o", "pay");
        shop.advance(Duration.ofDays(30));

        assertThat(calls).as("calls and questions").hasValueLessThan(20);
        assertThat(shop.order("o").flow().effects()).anyMatch(effect -> effect.status() == OwedEffect.Status.PARKED);
        assertThat(parked(shop).attempts()).isEqualTo(calls.get());
    }

    private static void pay(TestShop shop) {
        shop.execute(TestShop.threeLines("o"));
        assertThat(shop.act("o", "pay")).isInstanceOf(Outcome.Accepted.class);
    }

    private static ParkedEffect parked(TestShop shop) {
        List<ParkedEffect> parked =
                shop.engine.orders().parked(OrderCriteria.ALL, null, 10).effects();
        assertThat(parked).hasSize(1);
        return parked.get(0);
    }

    /** A shop whose inventory answers one of its methods in another way for a while. */
    private static TestShop shop(String method, AtomicBoolean odd, EffectResult answer) {
        return new TestShop(new MemoryOrderStore(), (self, builder) -> TestShop.withStandardProcesses(builder)
                .reserving(ReservePolicy.BACKORDER)
                .inventory((InventoryService) Proxy.newProxyInstance(
                        InventoryService.class.getClassLoader(),
                        new Class<?>[] {InventoryService.class},
                        (proxy, called, given) -> odd.get() && called.getName().equals(method)
                                ? answer
                                : called.invoke(self.inventory, given))));
    }
}
