package org.orderengine.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.command.Action;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.jdbc.crash.Life.Acknowledged;
import org.orderengine.model.Order;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.VirtualClock;

/**
 * A process that runs orders on SQLite is killed at random moments, again and again, on the same file: nothing that it had
 * acknowledged is lost, no order is torn, the books balance, and every order goes on. It can only show what the death of a
 * process does; that of a machine needs the disk to keep its word too.
 */
class CrashTest {

    private static final int LIVES = 20;
    private static final Set<String> WAITING = Set.of(
            "created", "paid", "producing", "shipped", "delivered", "confirmed", "completed", "cancelled", "rejected");
    private static final List<String> WAY_ON = List.of("pay", "ship", "deliver", "confirm", "complete");

    private final long seed = new Random().nextLong();
    private final Path store;
    private final Path ledger;
    private final Path errors;

    CrashTest(@TempDir Path directory) {
        store = directory.resolve("orders.db");
        ledger = directory.resolve("ledger.txt");
        errors = directory.resolve("errors.txt");
    }

    @Test
    void d1_f5_u1_p2_hold_whenever_the_process_is_killed_and_every_order_goes_on() throws Exception {
        Random random = new Random(seed);
        List<Acknowledged> acknowledged = new ArrayList<>();
        for (int number = 1; number <= LIVES; number++) {
            Life life = new Life(store, ledger, errors, number);
            boolean early = number % 5 == 0;
            acknowledged.addAll(
                    early
                            ? life.killAfter(random.nextInt(600))
                            : life.untilAcknowledged(1 + random.nextInt(30)).killAfter(random.nextInt(40)));
            try (OrderStore left = JdbcOrderStore.sqlite(store)) {
                assertNothingLost(left, acknowledged);
                CrashShop.orders(left).forEach(order -> Whole.check(left, order, "seed " + seed));
            }
        }
        assertThat(acknowledged)
                .as("something was going on, seed %s", seed)
                .hasSizeGreaterThanOrEqualTo(LIVES - LIVES / 5);
        try (OrderStore left = JdbcOrderStore.sqlite(store)) {
            LedgerHost host = new LedgerHost(ledger);
            VirtualClock clock = VirtualClock.at(Instant.now().plus(Duration.ofMinutes(1)));
            try (OrderEngine engine = CrashShop.engine(left, host, clock)) {
                runDue(engine, clock);
                CrashShop.orders(left).forEach(CrashTest::assertWaits);
                for (Order order : CrashShop.orders(left)) {
                    finish(engine, clock, order.id());
                }
                for (Order order : CrashShop.orders(left)) {
                    assertThat(order.position().ended())
                            .as("%s, seed %s", order, seed)
                            .isTrue();
                    Whole.check(left, order, "seed " + seed);
                    assertLedgerAgrees(host, order);
                }
            }
            assertNothingLost(left, acknowledged);
        }
    }

    /** D1: each command that was acknowledged is in its order's history, and the order has gone no way back. */
    private void assertNothingLost(OrderStore left, List<Acknowledged> acknowledged) {
        for (Acknowledged one : acknowledged) {
            assertThat(left.findCommand(one.orderId(), one.commandId()))
                    .as("%s, seed %s", one, seed)
                    .hasValueSatisfying(row -> assertThat(row.revision()).isLessThanOrEqualTo(one.revision()));
            assertThat(left.load(one.orderId()).orElseThrow().revision())
                    .as("%s, seed %s", one, seed)
                    .isGreaterThanOrEqualTo(one.revision());
        }
    }

    /** F8: nothing is under way any more, and nothing was given up. */
    private static void assertWaits(Order order) {
        assertThat(order.flow().effects()).as("%s", order).isEmpty();
        assertThat(order.flow().isBusy()).as("%s", order).isFalse();
        assertThat(order.position().states()).as("%s", order).hasSize(1).isSubsetOf(WAITING);
    }

    private void finish(OrderEngine engine, VirtualClock clock, String orderId) {
        for (int step = 0; step < 12; step++) {
            Order order = engine.orders().find(orderId).orElseThrow();
            List<String> allowed = engine.orders().allowed(order);
            String action =
                    WAY_ON.stream().filter(allowed::contains).findFirst().orElse(null);
            if (order.position().ended() || action == null) {
                return;
            }
            String commandId = "finish-" + step;
            Outcome outcome = engine.execute(
                    Action.on(orderId, action).commandId(commandId).build());
            if (outcome instanceof Outcome.Rejected no && no.code().equals("order-ended")) {
                // A cancellation that was kept when the process was killed is tried before the command.
                assertThat(order.flow().deferred()).as("seed %s", seed).isNotEmpty();
                return;
            }
            assertThat(outcome).as("seed %s", seed).isInstanceOf(Outcome.Accepted.class);
            runDue(engine, clock);
        }
    }

    /** Works on all that falls due within some seconds: no timer of an order, but all that is owed. */
    private static void runDue(OrderEngine engine, VirtualClock clock) {
        InstantSource end = InstantSource.fixed(clock.instant().plusSeconds(10));
        Instant next = clock.instant();
        while (!next.isAfter(end.instant())) {
            if (next.isAfter(clock.instant())) {
                clock.advance(Duration.between(clock.instant(), next));
            }
            while (engine.runDue(clock.instant()) > 0) {
                // Until nothing is left at this instant.
            }
            next = engine.orders().nextDue().orElse(Instant.MAX);
        }
    }

    /** P3, P7 and U2: the services did for the order what its books say, each intent once. */
    private void assertLedgerAgrees(LedgerHost host, Order order) {
        String id = order.id();
        assertThat(host.sum("capture", id))
                .as("P7: %s, seed %s", order, seed)
                .isEqualTo(Whole.captured(order).minorUnits());
        assertThat(host.sum("refund", id))
                .as("P7: %s, seed %s", order, seed)
                .isEqualTo(Whole.refunded(order).minorUnits());
        assertThat(host.sum("reserve", id))
                .as("U2: %s, seed %s", order, seed)
                .isEqualTo(host.sum("release", id) + host.sum("consume", id));
    }
}
