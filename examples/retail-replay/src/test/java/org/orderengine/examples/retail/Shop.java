package org.orderengine.examples.retail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.engine.OrderEngine;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Order;
import org.orderengine.orders.OrderSlice;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.testkit.VirtualClock;

/** A retailer whose orders are in memory and whose rows a test writes. */
final class Shop {

    private static final String HEADER =
            "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n";

    final Till till = new Till();
    final VirtualClock clock = VirtualClock.at(Instant.EPOCH);
    final OrderEngine engine = Retailer.engine(new MemoryOrderStore(), till, clock);
    private final List<String> rows = new ArrayList<>();

    /** Adds a row: {@code row("C7", "MUG", -2, "2024-03-01", "2.95", "4001")}. */
    Shop row(String invoice, String sku, long quantity, String day, String price, String customer) {
        return line(String.join(
                ",", invoice, sku, "some text", String.valueOf(quantity), day + " 10:00:00", price, customer, ""));
    }

    /** Adds a row as it stands in the file. */
    Shop line(String csv) {
        rows.add(csv);
        return this;
    }

    SalesFile file() {
        String text = HEADER + String.join("\n", rows) + "\n";
        try {
            return SalesFile.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    Tally replay() {
        return replay(file());
    }

    Tally replay(SalesFile file) {
        return new Replay(engine, clock, line -> {}).run(file);
    }

    Order order(String id) {
        return engine.orders().find(id).orElseThrow();
    }

    /** All orders there are. */
    List<Order> orders() {
        List<Order> orders = new ArrayList<>();
        @Nullable String after = null;
        do {
            OrderSlice slice = engine.orders().list(OrderCriteria.ALL, after, 1000);
            orders.addAll(slice.orders());
            after = slice.next();
        } while (after != null);
        return orders;
    }
}
