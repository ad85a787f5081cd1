package org.orderengine.jdbc.crash;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.model.Order;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoreUnavailableException;

/**
 * One of several nodes on one PostgreSQL: places orders that the others place too, and moves on those that the others move on. Each
 * command that was taken is acknowledged on a line of its own, which ends with a full stop.
 */
final class NodeChild {

    private static final int THREADS = 3;

    /** How many orders back threads look for one to move on: few, so that they meet. */
    private static final int WINDOW = 40;

    private static final List<String> ACTIONS =
            List.of("pay", "pay", "pay", "ship", "ship", "deliver", "confirm", "complete", "cancel");

    private final OrderEngine engine;
    private final String life;
    private final int orders;

    private NodeChild(OrderEngine engine, String life, int orders) {
        this.engine = engine;
        this.life = life;
        this.orders = orders;
    }

    /** Runs on a database, a world, a number of this life, and a number of orders. */
    public static void main(String[] args) throws InterruptedException {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(args[0]);
        config.setMaximumPoolSize(THREADS + 2);
        config.setConnectionTimeout(2_000);
        config.setInitializationFailTimeout(-1);
        OrderStore store = open(new HikariDataSource(config));
        OrderEngine engine = CrashShop.engine(
                "node-" + args[2], store, new WorldHost(Integer.parseInt(args[1])), InstantSource.system());
        engine.start(2);
        NodeChild child = new NodeChild(engine, args[2], Integer.parseInt(args[3]));
        for (int number = 0; number < THREADS; number++) {
            SplittableRandom random = new SplittableRandom(Long.parseLong(args[2]) * THREADS + number);
            int own = number;
            new Thread(() -> child.run(own, random)).start();
        }
    }

    private static OrderStore open(HikariDataSource pool) throws InterruptedException {
        while (true) {
            try {
                return JdbcOrderStore.postgresql(pool);
            } catch (StoreUnavailableException down) {
                Thread.sleep(200);
            }
        }
    }

    /** Goes through all orders, placing each, and moves some of the last ones on before the next. */
    private void run(int number, SplittableRandom random) {
        int next = 1;
        for (int step = 0; ; step++) {
            String commandId = life + "-" + number + "-" + step;
            try {
                if (next <= orders && random.nextInt(5) == 0) {
                    String id = "o-" + next;
                    if (engine.orders().find(id).isEmpty()) {
                        execute(place(id, next), random);
                    }
                    next++;
                } else {
                    int known = Math.min(next, orders);
                    int back = next > orders ? orders : WINDOW;
                    move("o-" + Math.max(1, known - random.nextInt(back)), commandId, random);
                }
            } catch (StoreUnavailableException down) {
                pause();
            }
        }
    }

    /** The same command for an order, whichever node gives it. */
    private static PlaceOrder place(String id, int number) {
        PlaceOrder.Builder order =
                PlaceOrder.of(id).buyer("buyer-" + number % 9).commandId("place-" + id);
        SplittableRandom random = new SplittableRandom(number);
        for (String sku : CrashShop.SKUS.subList(0, 1 + random.nextInt(3))) {
            order.line(sku, 1 + random.nextInt(4));
        }
        return order.build();
    }

    private void move(String orderId, String commandId, SplittableRandom random) {
        Order order = engine.orders().find(orderId).orElse(null);
        String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        boolean isRare = action.equals("cancel") && random.nextInt(4) != 0;
        if (order != null && !isRare && engine.orders().allowed(order).contains(action)) {
            execute(Action.on(orderId, action).commandId(commandId).build(), random);
        }
    }

    /** Gives a command until its outcome is known, and now and then once more. */
    private void execute(Command command, SplittableRandom random) {
        boolean again = random.nextInt(8) == 0;
        while (true) {
            try {
                acknowledge(command, engine.execute(command));
                if (!again) {
                    return;
                }
                again = false;
            } catch (StoreUnavailableException unknown) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void acknowledge(Command command, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            synchronized (System.out) {
                System.out.println("ACK " + command.orderId() + " "
                        + accepted.order().revision() + " " + command.commandId() + " .");
            }
        }
    }
}
