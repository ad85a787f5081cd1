package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.ReleaseStock;
import org.orderengine.effect.Effect.ReserveStock;
import org.orderengine.engine.OrderEngine;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Order;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.Late;
import org.orderengine.verification.engine.TestShop;

/** Engines that stop for ever, do things twice, or never stop; nodes that freeze, die and come back. */
class EnginePainsTest {

    private static final String ID = "o-1";
    private static final Duration LEASE = Duration.ofMinutes(1);

    // flowable#2124
    @Test
    void a_timer_that_meets_another_commit_is_decided_anew_and_the_order_goes_on() {
        TestShop shop = new TestShop();
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        AtomicInteger conflicts = new AtomicInteger();
        OrderEngine node = shop.builder()
                .store(new CommitsTold(shop.store, () -> {
                    if (conflicts.getAndIncrement() < 3) {
                        shop.execute(
                                Action.on(ID, "authorize").amount(eur("1.00")).build());
                    }
                }))
                .build();
        shop.clock.advanceTo(shop.engine.orders().nextDue().orElseThrow());

        node.runDue(shop.clock.instant());

        assertThat(conflicts).hasValueGreaterThan(3);
        shop.advance(Duration.ofMinutes(10));
        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.order(ID).totals().authorized()).isEqualTo(eur("0.00"));
        Invariants.isSettled(shop, ID);
    }

    // flowable#2422
    @Test
    void work_that_outlasts_its_lease_is_done_once_although_another_node_takes_it_up() {
        TestShop shop = new TestShop();
        toBeCaptured(shop);
        OrderEngine slow = shop.builder()
                .leaseFor(LEASE)
                .payments(Late.before(shop.gateway, () -> {
                    shop.clock.advance(LEASE.plusSeconds(1));
                    shop.engine.runDue(shop.clock.instant());
                }))
                .build();

        slow.runDue(shop.clock.instant());

        isPaidOnce(shop);
    }

    // db-scheduler#402
    @Test
    void a_frozen_node_that_wakes_up_changes_nothing_any_more() {
        TestShop shop = new TestShop();
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.clock.advanceTo(shop.engine.orders().nextDue().orElseThrow());
        Order[] meanwhile = new Order[1];
        OrderEngine frozen = shop.builder()
                .leaseFor(LEASE)
                .store(new CommitsTold(shop.store, () -> {
                    if (meanwhile[0] == null) {
                        shop.clock.advance(LEASE.plusSeconds(1));
                        shop.engine.runDue(shop.clock.instant());
                        meanwhile[0] = shop.order(ID);
                    }
                }))
                .build();

        frozen.runDue(shop.clock.instant());

        assertThat(shop.state(ID)).isEqualTo("cancelled");
        assertThat(shop.order(ID)).as("F7, D4: as the other node left it").isEqualTo(meanwhile[0]);
        assertThat(shop.inventory.calls())
                .filteredOn(call -> call.request() instanceof ReleaseStock)
                .hasSize(1);
        Invariants.isSettled(shop, ID);
    }

    // db-scheduler#402
    @Test
    void a_frozen_node_writes_nothing_once_another_one_has_taken_its_work_and_is_still_at_it() {
        TestShop shop = new TestShop();
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.clock.advanceTo(shop.engine.orders().nextDue().orElseThrow());
        Order before = shop.order(ID);
        List<Claim> taken = new ArrayList<>();
        OrderEngine frozen = shop.builder()
                .leaseFor(LEASE)
                .store(new CommitsTold(shop.store, () -> {
                    shop.clock.advance(LEASE.plusSeconds(1));
                    taken.addAll(shop.store.claimDue(shop.clock.instant(), LEASE, "other", 10));
                }))
                .build();

        frozen.runDue(shop.clock.instant());

        assertThat(taken).hasSize(1);
        assertThat(shop.order(ID)).as("D4").isEqualTo(before);
        assertThat(shop.store.claimDue(shop.clock.instant(), LEASE, "a third", 10))
                .as("the lease of the other one stays")
                .isEmpty();
        shop.advance(Duration.ofMinutes(2));
        assertThat(shop.state(ID)).isEqualTo("cancelled");
        Invariants.isSettled(shop, ID);
    }

    // conductor#3491
    @Test
    void an_order_that_another_node_completed_is_not_overwritten_by_the_answer_of_a_late_one() {
        TestShop shop = new TestShop();
        toBeCaptured(shop);
        Order[] completed = new Order[1];
        OrderEngine late = shop.builder()
                .leaseFor(LEASE)
                .payments(Late.after(shop.gateway, () -> {
                    shop.clock.advance(LEASE.plusSeconds(1));
                    shop.engine.runDue(shop.clock.instant());
                    for (String action : List.of("ship", "deliver", "confirm", "complete")) {
                        shop.act(ID, action);
                    }
                    completed[0] = shop.order(ID);
                }))
                .build();

        late.runDue(shop.clock.instant());

        assertThat(shop.state(ID)).isEqualTo("completed");
        assertThat(shop.order(ID)).isEqualTo(completed[0]);
        Invariants.hold(shop, ID);
        Invariants.worldEqualsTheBooks(shop, ID);
    }

    // dbos-java#514
    @Test
    void what_a_dead_node_had_taken_is_shared_by_the_others_once_its_leases_end() {
        TestShop shop = new TestShop();
        for (int i = 0; i < 20; i++) {
            shop.execute(PlaceOrder.of("o-" + i).line("CUP", 1).build());
        }
        shop.clock.advance(Duration.ofMinutes(30));
        List<Claim> taken = shop.store.claimDue(shop.clock.instant(), LEASE, "dead", 100);
        OrderEngine one = shop.builder().build();
        OrderEngine other = shop.builder().build();
        assertThat(taken).hasSize(20);
        assertThat(one.runDue(shop.clock.instant())).as("while the leases last").isZero();

        shop.clock.advance(LEASE);

        assertThat(one.runDue(shop.clock.instant())).isBetween(1, 19);
        assertThat(other.runDue(shop.clock.instant())).isBetween(1, 19);
        for (int i = 0; i < 20; i++) {
            assertThat(shop.state("o-" + i)).isEqualTo("cancelled");
            Invariants.isSettled(shop, "o-" + i);
        }
    }

    // conductor#3559
    @Test
    void a_worker_that_has_nothing_to_do_sleeps() throws InterruptedException {
        AtomicInteger looked = new AtomicInteger();
        OrderStore store = new ForwardingOrderStore(new MemoryOrderStore()) {
            @Override
            public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
                looked.incrementAndGet();
                return super.claimDue(now, leaseFor, owner, limit);
            }
        };
        TestShop shop = new TestShop(store, builder -> builder.time(InstantSource.system()));
        shop.execute(PlaceOrder.of(ID).line("CUP", 1).build());
        try (OrderEngine engine = shop.engine) {
            engine.start(2);
            TimeUnit.MILLISECONDS.sleep(1500);
        }

        assertThat(looked).as("by two workers in 1.5 s").hasValueBetween(2, 10);
    }

    // seata#5077
    @Test
    void a_compensation_that_never_succeeds_ends_with_a_person() {
        TestShop shop = new TestShop();
        shop.inventory.answer(
                FakeInventory.Operation.RELEASE,
                Collections.nCopies(1000, Answer.FAILED).toArray(Answer[]::new));
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.act(ID, "cancel");

        shop.advance(Duration.ofDays(30));

        assertThat(shop.inventory.calls())
                .filteredOn(call -> call.request() instanceof ReleaseStock)
                .hasSize(1 + EffectPolicy.DEFAULT.retries().size());
        assertThat(shop.engine.orders().parked(OrderCriteria.ALL, null, 10).effects())
                .singleElement()
                .satisfies(parked -> assertThat(parked.code()).isEqualTo("gave-up"));
        assertThat(shop.engine.orders().nextDue()).isEmpty();
    }

    // seata#2824
    @Test
    void what_a_crash_cut_short_goes_on_after_the_restart() {
        TestShop shop = new TestShop();
        AtomicInteger commits = new AtomicInteger();
        OrderEngine crashing = shop.builder()
                .store(new CommitsTold(shop.store, () -> {
                    if (commits.incrementAndGet() > 1) {
                        throw new StoreUnavailableException("the node is gone", null);
                    }
                }))
                .build();
        assertThatThrownBy(
                        () -> crashing.execute(PlaceOrder.of(ID).line("BED", 1).build()))
                .isInstanceOf(StoreUnavailableException.class);
        assertThat(shop.inventory.held(ID)).as("reserved, and not booked").isEqualTo(1);
        assertThat(shop.state(ID)).isEqualTo("placing");

        shop.restart();
        shop.advance(Duration.ofMinutes(1));

        assertThat(shop.state(ID)).isEqualTo("created");
        assertThat(shop.inventory.held(ID)).isEqualTo(1);
        assertThat(shop.inventory.calls().stream()
                        .filter(call -> call.request() instanceof ReserveStock)
                        .map(call -> call.context().idempotencyKey())
                        .distinct())
                .hasSize(1);
        Invariants.isSettled(shop, ID);
    }

    /** An order whose capture failed and is due again. */
    private static void toBeCaptured(TestShop shop) {
        shop.gateway.answer(FakePaymentGateway.Operation.CAPTURE, Answer.FAILED);
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.act(ID, "pay");
        Instant due = shop.engine.orders().nextDue().orElseThrow();
        shop.clock.advanceTo(due);
    }

    private static void isPaidOnce(TestShop shop) {
        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.gateway.captured(eur("0.00").currency())).isEqualTo(eur("100.00"));
        assertThat(shop.order(ID).totals().captured()).isEqualTo(eur("100.00"));
        assertThat(shop.gateway.calls().stream()
                        .filter(call -> call.request() instanceof CapturePayment)
                        .map(call -> call.context().idempotencyKey())
                        .distinct())
                .hasSize(1);
        Invariants.isSettled(shop, ID);
    }
}
