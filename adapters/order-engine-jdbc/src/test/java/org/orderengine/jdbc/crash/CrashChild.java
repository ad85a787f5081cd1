package org.orderengine.jdbc.crash;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.model.Order;

/**
 * The process to be killed: places orders and moves those that it finds on, from several threads, until it dies. Each command
 * that was taken is acknowledged on a line of its own, which ends with a full stop.
 */
final class CrashChild {

    private static final int THREADS = 3;
    private static final List<String> ACTIONS =
            List.of("pay", "pay", "ship", "deliver", "confirm", "complete", "cancel");

    private final OrderEngine engine;
    private final List<String> open = new CopyOnWriteArrayList<>();
    private final String life;

    private CrashChild(OrderEngine engine, String life) {
        this.engine = engine;
        this.life = life;
    }

    /** Runs on a store, a ledger and a number of this life. */
    public static void main(String[] args) {
        JdbcOrderStore store = JdbcOrderStore.sqlite(Path.of(args[0]));
        OrderEngine engine = CrashShop.engine(store, new LedgerHost(Path.of(args[1])), InstantSource.system());
        CrashChild child = new CrashChild(engine, args[2]);
        for (Order order : CrashShop.orders(store)) {
            if (!order.position().ended()) {
                child.open.add(order.id());
            }
        }
        engine.start(1);
        for (int number = 0; number < THREADS; number++) {
            int own = number;
            new Thread(() -> child.run(own, new SplittableRandom(life(args) * THREADS + own))).start();
        }
    }

    private static long life(String[] args) {
        return Long.parseLong(args[2]);
    }

    private void run(int number, SplittableRandom random) {
        for (int step = 0; ; step++) {
            String commandId = life + "-" + number + "-" + step;
            if (open.size() < THREADS || random.nextInt(6) == 0) {
                place(commandId, random);
            } else {
                move(open.get(random.nextInt(open.size())), commandId, random);
            }
        }
    }

    private void place(String commandId, SplittableRandom random) {
        PlaceOrder.Builder order = PlaceOrder.of("o-" + commandId)
                .buyer("buyer-" + random.nextInt(9))
                .commandId(commandId);
        for (String sku : CrashShop.SKUS.subList(0, 1 + random.nextInt(3))) {
            order.line(sku, 1 + random.nextInt(4));
        }
        execute(order.build(), random);
        open.add("o-" + commandId);
    }

    private void move(String orderId, String commandId, SplittableRandom random) {
        Order order = engine.orders().find(orderId).orElseThrow();
        List<String> allowed = engine.orders().allowed(order);
        String action = ACTIONS.get(random.nextInt(ACTIONS.size()));
        if (allowed.contains(action)) {
            execute(Action.on(orderId, action).commandId(commandId).build(), random);
        } else if (order.position().ended()) {
            open.remove(orderId);
        }
    }

    private void execute(Command command, SplittableRandom random) {
        acknowledge(command, engine.execute(command));
        if (random.nextInt(8) == 0) {
            acknowledge(command, engine.execute(command));
        }
    }

    private static void acknowledge(Command command, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            System.out.println(
                    "ACK " + command.orderId() + " " + accepted.order().revision() + " " + command.commandId() + " .");
        }
    }
}
