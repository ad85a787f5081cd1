package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakePaymentGateway.Operation;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.Race;
import org.orderengine.verification.engine.TestShop;

/** What becomes of state machines once many nodes keep their states in a store. */
class OrderMachinePainsTest {

    private static final String ID = "o-1";

    // spring-statemachine#844
    @Test
    void of_two_events_at_once_the_second_finds_what_the_first_left() {
        AtomicInteger shipped = new AtomicInteger();
        Race.of(ID, shop -> {
                    shipped.set(0);
                    paid(shop);
                })
                .command("one", shop -> ships(shop, shipped))
                .command("other", shop -> ships(shop, shipped))
                .interleavings(shop -> {
                    assertThat(shipped).as("shipments of the only unit").hasValue(1);
                    assertThat(shop.order(ID).books().shipments()).hasSize(1);
                    Invariants.isSettled(shop, ID);
                })
                .explore();
    }

    // spring-statemachine#697
    @Test
    void two_nodes_do_not_overwrite_each_other() {
        Race.of(ID, OrderMachinePainsTest::paid)
                .command("this node", shop -> refunds(shop.engine, "1.00"))
                .command("that node", shop -> refunds(shop.builder().build(), "2.00"))
                .interleavings(shop -> {
                    assertThat(shop.order(ID).totals().credit()).isEqualTo(eur("3.00"));
                    assertThat(shop.order(ID).totals().refunded()).isEqualTo(eur("3.00"));
                    Invariants.isSettled(shop, ID);
                })
                .explore();
    }

    // spring-statemachine#861
    @Test
    void the_state_is_saved_by_the_time_that_the_answer_is_there() {
        TestShop shop = new TestShop();
        paid(shop);

        Outcome.Accepted answer = (Outcome.Accepted) shop.act(ID, "ship");

        assertThat(answer.order().position()).hasToString("shipped");
        shop.restart();
        assertThat(shop.order(ID)).isEqualTo(answer.order());
        assertThat(shop.act(ID, "ship").isAccepted()).as("by the next request").isFalse();
    }

    // spring-statemachine#550
    @Test
    void deferred_events_survive_a_restart() {
        TestShop shop = new TestShop(
                written(),
                builder -> builder.process(ProcessDefinition.named("tickets", 1)
                        .state("open", s -> s.on("pay").to("paying"))
                        .state("paying", s -> s.run("payment.capture")
                                .done("paid")
                                .declined("open")
                                .defer("use"))
                        .state("paid", s -> s.on("use").to("used").on("cancel").to("cancelling"))
                        .state("cancelling", s -> s.run("reverse").done("cancelled"))
                        .state("used", ProcessStateBuilder::end)
                        .state("cancelled", ProcessStateBuilder::end)
                        .build()));
        shop.gateway.answer(Operation.CAPTURE, Answer.UNKNOWN_DONE);
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.act(ID, "pay");
        assertThat(((Outcome.Accepted) shop.act(ID, "use")).deferred()).isTrue();

        shop.restart();

        assertThat(shop.order(ID).flow().deferred())
                .extracting(DeferredAction::action)
                .containsExactly("use");
        shop.advance(Duration.ofMinutes(2));
        assertThat(shop.state(ID)).isEqualTo("used");
    }

    // spring-statemachine#841
    @Test
    void building_engines_starts_no_thread() {
        int before = Thread.activeCount();
        for (int i = 0; i < 100; i++) {
            new TestShop().execute(PlaceOrder.of(ID).line("CUP", 1).build());
        }
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(before);
    }

    // spring-statemachine#629
    @Test
    void what_a_service_throws_is_kept_where_people_see_it() {
        TestShop shop = engraving(new AtomicInteger(), () -> {
            throw new IllegalStateException("no steel");
        });
        shop.execute(PlaceOrder.of(ID).line("CUP", 1).build());

        OwedEffect owed = shop.order(ID).flow().effects().get(0);
        Problem problem = Objects.requireNonNull(owed.problem());
        assertThat(problem.code()).isEqualTo("outcome-unknown");
        assertThat(problem.message()).contains("IllegalStateException");
        assertThat(shop.state(ID)).isEqualTo("engraving");
    }

    // spring-statemachine#344
    @Test
    void a_service_that_always_throws_is_called_a_bounded_number_of_times() {
        AtomicInteger calls = new AtomicInteger();
        TestShop shop = engraving(calls, () -> {
            throw new IllegalStateException("no steel");
        });
        shop.execute(PlaceOrder.of(ID).line("CUP", 1).build());

        shop.advance(Duration.ofDays(30));

        assertThat(calls).hasValueBetween(2, 20);
        assertThat(shop.engine.orders().parked(OrderCriteria.ALL, null, 10).effects())
                .hasSize(1);
        assertThat(shop.engine.orders().nextDue()).isEmpty();
    }

    // spring-statemachine#1076
    @Test
    void of_an_action_that_throws_half_way_nothing_stays() {
        AtomicBoolean broken = new AtomicBoolean(true);
        TestShop shop = new TestShop(builder -> builder.process(ProcessDefinition.named("halves", 1)
                        .state("open", s -> s.on("modify").to("changed"))
                        .state("changed", s -> s.always()
                                .when("sound")
                                .to("over")
                                .on("look")
                                .stay())
                        .state("over", ProcessStateBuilder::end)
                        .build())
                .guard("sound", context -> {
                    if (broken.get()) {
                        throw new IllegalStateException("no scales");
                    }
                    return null;
                }));
        shop.execute(PlaceOrder.of(ID).line("CUP", 3).build());
        Order before = shop.order(ID);
        Action half = Action.on(ID, "modify").line("1", 1).build();

        assertThat(((Outcome.Rejected) shop.execute(half)).code()).isEqualTo("guard-failed");

        assertThat(shop.order(ID)).isEqualTo(before);
        broken.set(false);
        assertThat(shop.execute(half).isAccepted()).isTrue();
        assertThat(shop.state(ID)).isEqualTo("over");
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("3.33"));
    }

    /** A store that gives what was written, and no object that a caller held before. */
    private static OrderStore written() {
        return new ForwardingOrderStore(new MemoryOrderStore()) {
            @Override
            public Optional<StoredOrder> load(String orderId) {
                return super.load(orderId).map(stored -> {
                    byte[] bytes = stored.document().bytes();
                    return new StoredOrder(orderId, stored.revision(), stored.leaseEpoch(), () -> bytes);
                });
            }
        };
    }

    private static void paid(TestShop shop) {
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.act(ID, "pay");
    }

    private static void ships(TestShop shop, AtomicInteger shipped) {
        if (shop.act(ID, "ship").isAccepted()) {
            shipped.incrementAndGet();
        }
    }

    private static void refunds(OrderEngine node, String amount) {
        assertThat(node.execute(Action.on(ID, "refund").amount(eur(amount)).build())
                        .isAccepted())
                .isTrue();
    }

    private interface Work {
        EffectResult perform();
    }

    private static TestShop engraving(AtomicInteger calls, Work work) {
        return new TestShop(builder -> builder.process(ProcessDefinition.named("engraving", 1)
                        .state("engraving", s -> s.run("engrave").done("engraved"))
                        .state("engraved", ProcessStateBuilder::end)
                        .build())
                .effect("engrave", (order, call) -> {
                    calls.incrementAndGet();
                    return work.perform();
                }));
    }
}
