package org.orderengine.examples.quickstart;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.orderengine.engine.OrderEngine;
import org.orderengine.model.Order;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.testkit.VirtualClock;

/** What earlier runs left in the file. This run begins a month after the last. */
record EarlierRuns(OrderEngine engine, VirtualClock clock, PrintStream out) {

    private static final Duration BETWEEN_RUNS = Duration.ofDays(30);

    /** Lets a month pass for the orders of earlier runs, if there are any, and numbers the next ones on. */
    List<String> nextIds(int howMany) {
        long known = engine.orders().sums(OrderCriteria.ALL, List.of(), false).stream()
                .mapToLong(OrderSum::orders)
                .sum();
        engine.orders().list(OrderCriteria.ALL, null, 1).orders().stream()
                .findFirst()
                .ifPresent(latest -> letPass(known, latest));
        return LongStream.rangeClosed(known + 1, known + howMany)
                .mapToObj(number -> "o-" + number)
                .toList();
    }

    private void letPass(long known, Order latest) {
        out.println("Found " + known + " orders of earlier runs: " + counts());
        clock.advanceTo(latest.placedAt());
        passUntil(latest.placedAt().plus(BETWEEN_RUNS));
        out.println("A month later, their timers have fired: " + counts());
        out.println();
    }

    private String counts() {
        return String.valueOf(engine.orders().counts(OrderCriteria.ALL, OrderColumn.PHASE));
    }

    /** What falls due on the way happens at its time. */
    private void passUntil(Instant end) {
        Optional<Instant> due = engine.orders().nextDue();
        while (due.isPresent() && !due.get().isAfter(end)) {
            engine.runDue(clock.advanceTo(due.get()));
            due = engine.orders().nextDue();
        }
        clock.advanceTo(end);
    }
}
