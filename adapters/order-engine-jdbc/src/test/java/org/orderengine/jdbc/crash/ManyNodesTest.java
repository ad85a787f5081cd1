package org.orderengine.jdbc.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.orderengine.engine.OrderEngine;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.jdbc.crash.Life.Acknowledged;
import org.orderengine.model.Order;
import org.orderengine.spi.store.FeedPage;
import org.orderengine.spi.store.FeedRow;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.VirtualClock;

/**
 * Three processes run the same orders on one PostgreSQL, while nodes are killed, frozen past their leases and continued, connections are
 * ended by the server, and the server is stopped for half a minute. Afterwards nothing that was acknowledged is lost, no order is torn,
 * the books are those of the warehouse and the provider, and the feed has every revision.
 */
@Tag("long")
class ManyNodesTest {

    private static final int NODES = 3;
    private static final int ORDERS = Integer.getInteger("nodes.orders", 2000);
    private static final Duration PATIENCE = Duration.ofMinutes(Integer.getInteger("nodes.minutes", 40));
    private static final long UNITS = ORDERS * 3L;
    private static final long PAST_THE_LEASE_MILLIS = 2_500;
    private static final long DOWN_MILLIS = 30_000;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private final Collection<Acknowledged> acknowledged = new ConcurrentLinkedQueue<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Path errors;
    private final Path data;
    private int lives;

    ManyNodesTest(@TempDir Path directory) {
        errors = directory.resolve("errors.txt");
        data = directory.resolve("data");
    }

    @Test
    void d1_to_d5_p_and_u_hold_on_three_nodes_whatever_dies() throws Exception {
        try (StoppableServer server = new StoppableServer(data);
                World world = new World(UNITS)) {
            try (OrderStore store = JdbcOrderStore.postgresql(server.pool())) {
                try {
                    disturb(server, world, store);
                } finally {
                    for (Node node : nodes) {
                        node.kill();
                    }
                }
                bringToRest(store, world);
                List<Order> orders = CrashShop.orders(store);
                assertThat(orders).as("seed %s", seed).hasSizeGreaterThanOrEqualTo(ORDERS);
                for (Order order : orders) {
                    assertAtRest(order);
                    Whole.check(store, order, "seed " + seed);
                    assertWorldAgrees(world, order);
                }
                assertThat(world.faults()).as("seed %s", seed).isEmpty();
                assertStockAgrees(world, orders);
                assertNothingLost(store);
                assertFeedIsWhole(store, orders);
            }
        }
    }

    /** Lets the nodes work until all orders are placed, and each disturbance has come several times. */
    private void disturb(StoppableServer server, World world, OrderStore store) throws Exception {
        for (int number = 0; number < NODES; number++) {
            nodes.add(start(server, world));
        }
        Instant end = Instant.now().plus(PATIENCE);
        boolean wasDown = false;
        for (int round = 1; round <= 9 || !wasDown || placed(store) < ORDERS; round++) {
            assertThat(Instant.now())
                    .as("all orders are placed in time, seed %s: %s", seed, told())
                    .isBefore(end);
            Thread.sleep(1_000 + random.nextInt(3_000));
            int victim = random.nextInt(NODES);
            switch (round % 3) {
                case 0 -> {
                    nodes.get(victim).kill();
                    nodes.set(victim, start(server, world));
                }
                case 1 -> nodes.get(victim).freeze(PAST_THE_LEASE_MILLIS);
                default -> server.terminateConnections();
            }
            if (!wasDown && placed(store) > ORDERS / 3) {
                wasDown = true;
                server.stopFor(DOWN_MILLIS);
            }
            for (Node node : nodes) {
                assertThat(node.lives())
                        .as("no node dies by itself, seed %s: %s", seed, told())
                        .isTrue();
            }
        }
    }

    private Node start(StoppableServer server, World world) throws Exception {
        return new Node(server.url(), world.port(), ++lives, ORDERS, errors, acknowledged);
    }

    private String told() throws Exception {
        return Files.exists(errors) ? Files.readString(errors) : "";
    }

    private static long placed(OrderStore store) {
        return store.count(OrderCriteria.ALL, 1_000_000);
    }

    /** D5, F8: one more node does all that is owed; no timer of an order falls due. */
    private static void bringToRest(OrderStore store, World world) {
        VirtualClock clock = VirtualClock.at(Instant.now().plus(Duration.ofMinutes(1)));
        try (OrderEngine engine = CrashShop.engine("last", store, new WorldHost(world.port()), clock)) {
            InstantSource end = InstantSource.fixed(clock.instant().plusSeconds(30));
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
    }

    private void assertAtRest(Order order) {
        assertThat(order.flow().effects()).as("F8: %s, seed %s", order, seed).isEmpty();
        assertThat(order.flow().isBusy()).as("F8: %s, seed %s", order, seed).isFalse();
        assertThat(order.flow().stuck()).as("F8: %s, seed %s", order, seed).isNull();
    }

    /** P3, P7, U2. */
    private void assertWorldAgrees(World world, Order order) {
        assertThat(world.sum("capture", order.id()))
                .as("P7: %s, seed %s", order, seed)
                .isEqualTo(Whole.captured(order).minorUnits());
        assertThat(world.sum("refund", order.id()))
                .as("P7: %s, seed %s", order, seed)
                .isEqualTo(Whole.refunded(order).minorUnits());
        long held = order.books().lines().stream()
                .mapToLong(line -> line.units().reserved())
                .sum();
        assertThat(world.sum("reserve", order.id()))
                .as("U2: %s, seed %s", order, seed)
                .isEqualTo(world.sum("release", order.id()) + world.sum("consume", order.id()) + held);
    }

    /** U3: what is not on the shelf any more, orders hold or have got. */
    private void assertStockAgrees(World world, List<Order> orders) {
        long gone = orders.stream()
                .mapToLong(order -> world.sum("reserve", order.id())
                        - world.sum("release", order.id())
                        - world.sum("restock", order.id()))
                .sum();
        assertThat(world.left() + gone).as("U3, seed %s", seed).isEqualTo(UNITS * CrashShop.SKUS.size());
    }

    /** D1, D2: each command that was acknowledged is in its order's history once, and the order has gone no way back. */
    private void assertNothingLost(OrderStore store) {
        assertThat(acknowledged).hasSizeGreaterThan(ORDERS);
        for (Acknowledged one : acknowledged) {
            assertThat(store.findCommand(one.orderId(), one.commandId()))
                    .as("D1: %s, seed %s", one, seed)
                    .hasValueSatisfying(row -> assertThat(row.revision()).isLessThanOrEqualTo(one.revision()));
        }
    }

    /** D3: the feed has every revision of every order, in order. */
    private void assertFeedIsWhole(OrderStore store, List<Order> orders) {
        FeedStore feed = store.feed().orElseThrow();
        while (feed.gather() > 0) {
            // There may be more.
        }
        Map<String, Long> last = new HashMap<>();
        String place = null;
        boolean hasMore = true;
        while (hasMore) {
            FeedPage page = feed.read(place, null, 1_000);
            for (FeedRow row : page.rows()) {
                long before = last.getOrDefault(row.orderId(), 0L);
                assertThat(row.row().revision())
                        .as("D3: %s, seed %s", row.orderId(), seed)
                        .isEqualTo(before + 1);
                last.put(row.orderId(), before + 1);
            }
            place = page.next();
            hasMore = page.hasMore();
        }
        for (Order order : orders) {
            assertThat(last.get(order.id()))
                    .as("D3: %s, seed %s", order.id(), seed)
                    .isEqualTo(order.revision());
        }
    }
}
