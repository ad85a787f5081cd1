package org.orderengine.examples.quickstart;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.jdbc.JdbcOrderStore;
import org.orderengine.model.Money;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.FakePaymentGateway.Operation;
import org.orderengine.testkit.VirtualClock;

/**
 * Runs four orders on a SQLite file and prints what became of them; run again, it finds them there.
 *
 * <p>The testkit's fakes stand for the shop's own systems, and its clock for the real one, so that days pass at once.
 */
public final class Quickstart {

    private Quickstart() {}

    /** Runs the orders on the file that is named, or on {@code orders.db} in the current folder. */
    public static void main(String[] arguments) {
        run(Path.of(arguments.length == 0 ? "orders.db" : arguments[0]), System.out);
    }

    static void run(Path file, PrintStream out) {
        VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-05T09:00:00Z"));
        FakeCatalog catalog =
                new FakeCatalog().sell("LAMP", Money.of("EUR", "39.90")).sell("BULB", Money.of("EUR", "4.50"));
        FakeInventory inventory = new FakeInventory().stock("LAMP", 10).stock("BULB", 50);
        FakePaymentGateway gateway = new FakePaymentGateway().answer("gift-card", Operation.CAPTURE, Answer.DECLINED);

        // snippet: quickstart
        try (OrderStore store = JdbcOrderStore.sqlite(file);
                OrderEngine engine = OrderEngine.builder()
                        .store(store)
                        .catalog(catalog)
                        .inventory(inventory)
                        .payments(gateway)
                        .process(StandardProcesses.physicalGoods())
                        .time(clock)
                        .build()) {
            List<String> ids = new EarlierRuns(engine, clock, out).nextIds(4);
            String first = ids.get(0);
            engine.execute(PlaceOrder.of(first)
                    .buyer("ann")
                    .line("LAMP", 1)
                    .line("BULB", 3)
                    .build());
            Outcome paid = engine.execute(
                    Action.on(first, "pay").set("method", "gift-card").build());
            if (paid instanceof Outcome.Rejected no) {
                out.println("Order " + first + ": " + no.code() + "; allowed now: " + no.allowed());
                engine.execute(Action.on(first, "pay").set("method", "card").build());
            }
            neverPaid(ids.get(1), engine, clock);
            delivered(ids.get(2), engine, clock);
            returned(ids.get(3), engine, clock);
            new Report(engine, out).print(file, ids, inventory, gateway);
        }
        // end
    }

    /** Half an hour after it was placed its timer cancels it, and the lamps can be sold again. */
    private static void neverPaid(String order, OrderEngine engine, VirtualClock clock) {
        engine.execute(PlaceOrder.of(order).buyer("bob").line("LAMP", 2).build());
        engine.runDue(clock.advance(Duration.ofMinutes(30)));
    }

    private static void delivered(String order, OrderEngine engine, VirtualClock clock) {
        engine.execute(PlaceOrder.of(order).buyer("cleo").line("BULB", 10).build());
        engine.execute(Action.on(order, "pay").build());
        clock.advance(Duration.ofHours(4));
        engine.execute(Action.on(order, "ship").set("carrier", "DHL").build());
        clock.advance(Duration.ofDays(1));
        engine.execute(Action.on(order, "deliver").build());
    }

    /** Two lamps are delivered; one of them comes back, and its price is refunded. */
    private static void returned(String order, OrderEngine engine, VirtualClock clock) {
        engine.execute(PlaceOrder.of(order).buyer("dave").line("LAMP", 2).build());
        engine.execute(Action.on(order, "pay").build());
        engine.execute(Action.on(order, "ship").build());
        clock.advance(Duration.ofDays(1));
        engine.execute(Action.on(order, "deliver").build());
        clock.advance(Duration.ofHours(5));
        engine.execute(Action.on(order, "request-return")
                .line("1", 1)
                .set("reason", "too bright")
                .build());
        engine.execute(Action.on(order, "approve-return").build());
        clock.advance(Duration.ofDays(3));
        engine.execute(Action.on(order, "receive-return").build());
    }
}
