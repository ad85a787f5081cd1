package org.orderengine.examples.quickstart;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.diagram.Diagrams;
import org.orderengine.engine.OrderEngine;
import org.orderengine.model.Order;
import org.orderengine.model.Totals;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;

/** Prints orders for people to read. */
record Report(OrderEngine engine, PrintStream out) {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneOffset.UTC);
    private static final Currency EURO = Currency.getInstance("EUR");
    private static final String ROW = "  %-16s  %-48s  %-10s  %6s  %6s  %8s  %s%n";

    /** Each order's story, the process that they follow, and how things stand. */
    void print(Path file, List<String> orders, FakeInventory inventory, FakePaymentGateway gateway) {
        out.println();
        orders.forEach(this::timeline);
        process(StandardProcesses.physicalGoods());
        summary(file, inventory, gateway);
    }

    /** An order and everything that happened to it, a commit per row. */
    private void timeline(String id) {
        Order order = engine.orders().find(id).orElseThrow();
        String lines = order.books().lines().stream()
                .map(line -> line.units().ordered() + " " + line.item().sku())
                .collect(Collectors.joining(", "));
        out.println("Order " + id + " of " + order.origin().buyer() + ": " + lines);
        out.printf(ROW, "time", "what happened", "state", "total", "paid", "refunded", "units");
        Order before = null;
        for (TimelineEntry entry : engine.orders().timeline(id)) {
            row(entry, before);
            before = entry.order();
        }
        out.println("  allowed now: " + engine.orders().allowed(order));
        out.println();
    }

    private void row(TimelineEntry entry, @Nullable Order before) {
        Order order = entry.order();
        Totals totals = order.totals();
        out.printf(
                ROW,
                TIME.format(entry.at()),
                Wording.happened(entry.events(), before),
                String.join(", ", order.position().states()),
                totals.total().toDecimal(),
                totals.captured().toDecimal(),
                totals.refunded().toDecimal(),
                Wording.units(order));
    }

    /** The process as a diagram: paste it where Mermaid is shown, for example into a comment on GitHub. */
    private void process(ProcessDefinition definition) {
        out.println("The process " + definition.reference() + " as a Mermaid diagram:");
        out.println();
        out.println(Diagrams.mermaid(definition));
    }

    /** What the file holds now, and what the fakes saw in this run. */
    private void summary(Path file, FakeInventory inventory, FakePaymentGateway gateway) {
        out.println("Summary");
        out.println("  orders in " + file + ": " + engine.orders().counts(OrderCriteria.ALL, OrderColumn.PHASE));
        engine.orders().nextDue().ifPresent(due -> out.println("  next timer: " + TIME.format(due)));
        out.println(
                "  money in this run: " + gateway.captured(EURO) + " paid, " + gateway.refunded(EURO) + " refunded");
        inventory
                .levels()
                .forEach((sku, level) -> out.println("  stock of " + sku + ": " + level.onHand() + " on hand, "
                        + level.reserved() + " of them reserved"));
        out.println("Run it again: it finds these orders, and a month will have passed for them.");
    }
}
