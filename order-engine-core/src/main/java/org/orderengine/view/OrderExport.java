package org.orderengine.view;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;
import org.orderengine.orders.OrderService;
import org.orderengine.orders.OrderSlice;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.QueryRefusedException;

/**
 * Exports orders as a stream of lines, in memory that does not grow with their number.
 *
 * <p>Orders come newest first, each once: the instant of placing, by which they are sorted, never changes. An order that is placed
 * meanwhile is not among them.
 *
 * <pre>{@code
 * try (Writer out = Files.newBufferedWriter(file)) {
 *     OrderExport.csv(engine.orders()).write(OrderCriteria.ALL, out);
 * }
 * }</pre>
 *
 * <p>An export that broke off can go on: {@link Progress} is told the cursor behind every batch that was written whole.
 *
 * <p>Safe for any number of threads.
 */
public final class OrderExport {

    private static final int BATCH = 200;

    private final OrderService orders;
    private final Lines lines;

    private OrderExport(OrderService orders, Lines lines) {
        this.orders = orders;
        this.lines = lines;
    }

    /** Exports each order as its light view, one JSON object in a line (media type {@code application/x-ndjson}). */
    public static OrderExport jsonLines(OrderService orders) {
        OrderJson json = new OrderJson(orders);
        return new OrderExport(orders, new Lines() {
            @Override
            public String first() {
                return "";
            }

            @Override
            public String line(Order order) {
                return OrderJson.write(json.light(order)) + "\n";
            }
        });
    }

    /**
     * Exports each order as a line of comma-separated values (RFC 4180: commas, quotation marks where needed, lines that end with CR LF)
     * below a line with the names of the columns. A text that a spreadsheet would take for a formula begins with an apostrophe.
     */
    public static OrderExport csv(OrderService orders) {
        return new OrderExport(orders, new CsvLines(orders));
    }

    /**
     * Writes all orders that match; the sort of the criteria does not matter.
     *
     * @return how many were written
     * @throws IOException if the output cannot be written
     */
    public long write(OrderCriteria criteria, Appendable out) throws IOException {
        out.append(lines.first());
        return goOn(criteria, null, out, Progress.NONE);
    }

    /**
     * Goes on with an export, or begins one whose progress somebody follows. Nothing stands above its first order.
     *
     * @param after the cursor behind the last batch that was written whole; null to begin
     * @return how many were written
     * @throws IOException if the output cannot be written
     * @throws QueryRefusedException if the cursor is not one of the query
     */
    public long goOn(OrderCriteria criteria, @Nullable String after, Appendable out, Progress progress)
            throws IOException {
        OrderCriteria newestFirst = criteria.sorted(OrderSort.By.PLACED, false).walking();
        String next = after;
        long written = 0;
        do {
            OrderSlice slice = orders.list(newestFirst, next, BATCH);
            for (Order order : slice.orders()) {
                out.append(lines.line(order));
            }
            written += slice.orders().size();
            next = slice.next();
            progress.written(written, slice.unreadable().size(), next);
        } while (next != null);
        return written;
    }

    /** Follows an export. */
    @FunctionalInterface
    public interface Progress {

        /** Follows nothing. */
        Progress NONE = (written, unreadable, next) -> {};

        /**
         * A batch was written whole.
         *
         * @param written how many orders were written so far by this call
         * @param unreadable how many orders of this batch cannot be read, and were left out
         * @param next the cursor to go on from; null when it was the last
         */
        void written(long written, int unreadable, @Nullable String next) throws IOException;
    }

    /** How orders become lines. */
    interface Lines {

        /** What stands above the first order. */
        String first();

        /** An order with its line end. */
        String line(Order order);
    }
}
