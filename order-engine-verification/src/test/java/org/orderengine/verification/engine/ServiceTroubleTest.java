package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.policy.CircuitPolicy;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.store.OrderCriteria;

/** Services that are slow, broken or gone, and orders that cannot be worked on. */
class ServiceTroubleTest {

    private final AtomicInteger calls = new AtomicInteger();
    private final List<Instant> deadlines = new ArrayList<>();
    private Supplier<EffectResult> answer = EffectResult::done;

    private final TestShop shop = shop(CircuitPolicy.DEFAULT);

    private TestShop shop(CircuitPolicy circuits) {
        return new TestShop(
                builder -> builder.process(withHostWork()).circuits(circuits).effect("engrave", (order, call) -> {
                    calls.incrementAndGet();
                    deadlines.add(call.deadline());
                    return answer.get();
                }));
    }

    private static ProcessDefinition withHostWork() {
        return ProcessDefinition.named("engraving", 1)
                .initial("engraving")
                .state(
                        "engraving",
                        state -> state.run("engrave").done("engraved").declined("refused"))
                .state("engraved", state -> state.end())
                .state("refused", state -> state.end())
                .build();
    }

    @Test
    void a_service_that_keeps_failing_is_not_called_for_every_order() {
        answer = () -> EffectResult.failed("down");
        for (int i = 0; i < 200; i++) {
            shop.execute(threeLines("o-" + i));
        }
        assertThat(calls).hasValue(CircuitPolicy.DEFAULT.failures());

        shop.advance(Duration.ofMinutes(10));

        assertThat(calls).as("one try per pause of 30 s, 1, 2, 4 and 8 min").hasValueBetween(8, 11);
        assertThat(shop.order("o-199").flow().effects().get(0).attempts())
                .as("attempts that were not made")
                .isZero();
    }

    @Test
    void once_it_answers_all_orders_go_on() {
        answer = () -> EffectResult.failed("down");
        for (int i = 0; i < 50; i++) {
            shop.execute(threeLines("o-" + i));
        }
        answer = EffectResult::done;

        shop.advance(Duration.ofMinutes(2));

        for (int i = 0; i < 50; i++) {
            assertThat(shop.state("o-" + i)).isEqualTo("engraved");
        }
        assertThat(calls).hasValue(5 + 50);
    }

    @Test
    void without_circuits_it_is_called_for_every_order() {
        answer = () -> EffectResult.failed("down");
        TestShop stubborn = shop(CircuitPolicy.NONE);
        for (int i = 0; i < 20; i++) {
            stubborn.execute(threeLines("o-" + i));
        }
        assertThat(calls).hasValue(20);
    }

    @Test
    void a_service_that_says_no_is_not_failing() {
        answer = () -> EffectResult.declined("too-long", "no");
        for (int i = 0; i < 20; i++) {
            shop.execute(threeLines("o-" + i));
        }
        assertThat(calls).hasValue(20);
    }

    @Test
    void whatever_a_service_throws_counts_as_unknown_with_its_kind_and_it_is_called_again() {
        for (Supplier<Error> thrown : List.<Supplier<Error>>of(
                StackOverflowError::new, OutOfMemoryError::new, () -> new AssertionError("secret"))) {
            String id = "o-" + calls.get();
            answer = () -> {
                throw thrown.get();
            };
            shop.execute(threeLines(id));
            OwedEffect effect = shop.order(id).flow().effects().get(0);
            Problem problem = Objects.requireNonNull(effect.problem());
            assertThat(problem.code()).isEqualTo("outcome-unknown");
            assertThat(problem.message())
                    .contains(thrown.get().getClass().getName())
                    .doesNotContain("secret");
            assertThat(effect.attempts()).isEqualTo(1);
            answer = EffectResult::done;
            shop.advance(Duration.ofMinutes(1));
            assertThat(shop.state(id)).isEqualTo("engraved");
        }
    }

    @Test
    void what_is_not_to_be_retried_is_given_up_at_once() {
        answer = () -> new EffectResult.Failed("no such engraving", false);
        shop.execute(threeLines("o-1"));

        assertThat(shop.engine.orders().parked(OrderCriteria.ALL, null, 10).effects())
                .singleElement()
                .satisfies(parked -> assertThat(parked.code()).isEqualTo("gave-up"));
        assertThat(calls).hasValue(1);
    }

    @Test
    void an_effect_can_have_a_schedule_of_its_own() {
        answer = () -> EffectResult.failed("down");
        TestShop impatient = new TestShop(builder -> builder.process(withHostWork())
                .effects(EffectPolicy.DEFAULT.with("engrave", List.of(Duration.ofSeconds(1)), List.of()))
                .effect("engrave", (order, call) -> {
                    calls.incrementAndGet();
                    return answer.get();
                }));
        impatient.execute(threeLines("o-1"));
        impatient.advance(Duration.ofSeconds(2));

        assertThat(calls).hasValue(2);
        assertThat(impatient.engine.orders().parked(OrderCriteria.ALL, null, 10).effects())
                .hasSize(1);
    }

    @Test
    void every_call_has_a_deadline() {
        shop.execute(threeLines("o-1"));
        assertThat(deadlines).containsExactly(shop.clock.instant().plusSeconds(10));
    }

    @Test
    void orders_behind_a_slow_service_are_given_back_before_their_lease_ends() {
        answer = () -> EffectResult.failed("down");
        TestShop slow = shop(CircuitPolicy.NONE);
        for (int i = 0; i < 10; i++) {
            slow.execute(threeLines("o-" + i));
        }
        slow.clock.advance(Duration.ofMinutes(1));
        answer = () -> {
            slow.clock.advance(Duration.ofSeconds(20));
            return EffectResult.done();
        };

        int worked = slow.engine.runDue(slow.clock.instant());

        assertThat(worked).isEqualTo(1);
        answer = EffectResult::done;
        OrderEngine other = slow.builder()
                .process(withHostWork())
                .effect("engrave", (order, call) -> EffectResult.done())
                .build();
        assertThat(other.runDue(slow.clock.instant()))
                .as("taken up by another node")
                .isEqualTo(9);
        assertThat(slow.engine.orders().nextDue()).isEmpty();
    }

    @Test
    void an_order_that_cannot_be_decided_is_put_off_for_longer_and_longer_and_delays_no_other() {
        AtomicBoolean broken = new AtomicBoolean(true);
        AtomicInteger asked = new AtomicInteger();
        TestShop odd = new TestShop(builder -> builder.process(ProcessDefinition.named("odd", 1)
                        .initial("waiting")
                        .state("waiting", state -> state.after("soon", Duration.ofMinutes(1))
                                .when("sound")
                                .to("over"))
                        .state("over", state -> state.end())
                        .build())
                .guard("sound", (order, now) -> {
                    asked.incrementAndGet();
                    if (broken.get() && order.id().equals("bad")) {
                        throw new StackOverflowError();
                    }
                    return null;
                }));
        odd.execute(threeLines("bad"));
        odd.execute(threeLines("good"));

        odd.advance(Duration.ofDays(3));

        assertThat(odd.state("good")).isEqualTo("over");
        assertThat(asked).as("1, 2, 4, … minutes, then once a day").hasValueLessThan(20);
        assertThat(odd.engine.orders().parked(OrderCriteria.ALL, null, 10).stuck())
                .singleElement()
                .satisfies(stuck -> {
                    assertThat(stuck.orderId()).isEqualTo("bad");
                    assertThat(stuck.stuck().problem().code()).isEqualTo("guard-failed");
                    assertThat(stuck.stuck().problem().message()).contains("StackOverflowError");
                });

        broken.set(false);
        odd.advance(Duration.ofDays(1));

        assertThat(odd.state("bad")).isEqualTo("over");
        assertThat(odd.engine.orders().parked(OrderCriteria.ALL, null, 10).stuck())
                .isEmpty();
    }

    @Test
    void an_order_whose_process_is_gone_waits_with_a_code_until_it_is_given_again() {
        shop.execute(threeLines("o-1"));
        TestShop other = new TestShop();
        other.execute(threeLines("o-2"));
        OrderEngine without = other.builder()
                .process(withHostWork())
                .effect("engrave", (o, c) -> EffectResult.done())
                .build();
        other.clock.advance(Duration.ofHours(1));
        without.runDue(other.clock.instant());

        assertThat(without.orders().parked(OrderCriteria.ALL, null, 10).stuck())
                .singleElement()
                .satisfies(stuck -> assertThat(stuck.stuck().problem().code()).isEqualTo("unknown-process"));
        assertThat(without.runDue(other.clock.instant())).isZero();

        other.advance(Duration.ofMinutes(2));
        assertThat(other.state("o-2")).isEqualTo("cancelled");
        Invariants.hold(other, "o-2");
    }

    @Test
    void a_timer_that_is_due_again_whenever_it_has_fired_keeps_no_other_order_waiting_D5_F8() {
        TestShop odd = new TestShop(builder -> builder.process(ProcessDefinition.named("odd", 1)
                        .initial("waiting")
                        .state("waiting", state -> state.on("leave")
                                .to("over")
                                .after("again", "long-ago")
                                .to("waiting"))
                        .state("over", state -> state.end())
                        .build())
                .process(StandardProcesses.physicalGoods())
                .rule("long-ago", (order, now) -> order.placedAt().minus(Duration.ofDays(1))));
        odd.execute(PlaceOrder.of("bad").line("LAMP", 1).build());
        odd.execute(
                PlaceOrder.of("good").process("physical-goods").line("LAMP", 1).build());

        odd.clock.advance(Duration.ofHours(1));
        assertThat(odd.engine.runDue(odd.clock.instant())).isEqualTo(2);

        assertThat(odd.state("good")).isEqualTo("cancelled");
        assertThat(odd.engine.orders().parked(OrderCriteria.ALL, null, 10).stuck())
                .singleElement()
                .satisfies(stuck -> {
                    assertThat(stuck.orderId()).isEqualTo("bad");
                    assertThat(stuck.stuck().problem().code()).isEqualTo("timer-endless");
                    assertThat(stuck.stuck().problem().message()).contains("again fired 20 times");
                });

        odd.advance(Duration.ofDays(1));
        assertThat(odd.order("bad").revision())
                .as("after 1, 2, 4, … minutes it is tried once")
                .isLessThan(60);

        odd.act("bad", "leave");
        odd.advance(Duration.ofDays(1));
        assertThat(odd.state("bad")).isEqualTo("over");
        assertThat(odd.engine.orders().parked(OrderCriteria.ALL, null, 10).stuck())
                .isEmpty();
    }

    @Test
    void an_action_on_a_stuck_order_sets_it_going() {
        TestShop other = new TestShop();
        other.execute(threeLines("o-2"));
        OrderEngine without = other.builder()
                .process(withHostWork())
                .effect("engrave", (o, c) -> EffectResult.done())
                .build();
        other.clock.advance(Duration.ofHours(1));
        without.runDue(other.clock.instant());

        Outcome paid = other.execute(Action.on("o-2", "pay").build());

        assertThat(paid.isAccepted()).isTrue();
        Order order = other.order("o-2");
        assertThat(order.flow().stuck()).isNull();
        assertThat(order.position()).hasToString("paid");
    }
}
