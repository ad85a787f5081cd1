package org.orderengine.testkit;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stock of one product and who waits for it. A shelf that was never stocked has no bound: it can promise and give away
 * any number of units. Not for several threads: {@link StockLedger}'s owner guards it.
 */
final class Shelf {

    /** What one order line was promised and got. */
    static final class Holding {
        private final String line;
        private final Shelf shelf;
        private long reserved;
        private long backordered;

        private Holding(String line, Shelf shelf) {
            this.line = line;
            this.shelf = shelf;
        }

        String line() {
            return line;
        }

        Shelf shelf() {
            return shelf;
        }

        long held() {
            return reserved + backordered;
        }

        long reserved() {
            return reserved;
        }

        long backordered() {
            return backordered;
        }
    }

    private final String sku;
    private final boolean unbounded;
    private @Nullable Long backorderLimit;
    private final Set<Holding> waiting = new LinkedHashSet<>();
    private long onHand;
    private long reserved;
    private long backordered;
    private boolean filled;
    private boolean assumedEmpty;

    private Shelf(String sku, boolean unbounded, long onHand, @Nullable Long backorderLimit) {
        this.sku = sku;
        this.unbounded = unbounded;
        this.onHand = onHand;
        this.backorderLimit = backorderLimit;
    }

    static Shelf unbounded(String sku) {
        return new Shelf(sku, true, 0, null);
    }

    static Shelf stocked(String sku, StockLevel level) {
        return new Shelf(sku, false, level.onHand(), level.backorderLimit());
    }

    /** The shelf of a product that is stocked elsewhere. */
    static Shelf empty(String sku) {
        Shelf shelf = stocked(sku, new StockLevel(0, 0, 0, 0L));
        shelf.assumedEmpty = true;
        return shelf;
    }

    /** Stocks a shelf that was never stocked before. Returns whether it was such a shelf. */
    boolean stockFirst(StockLevel level) {
        boolean first = assumedEmpty;
        if (first) {
            assumedEmpty = false;
            backorderLimit = level.backorderLimit();
            add(level.onHand());
        }
        return first;
    }

    String sku() {
        return sku;
    }

    boolean isUnbounded() {
        return unbounded;
    }

    StockLevel level() {
        return new StockLevel(onHand, reserved, backordered, backorderLimit);
    }

    Holding holding(String line) {
        return new Holding(line, this);
    }

    /** Units that could be promised from what is there. */
    long available() {
        return unbounded ? Long.MAX_VALUE : onHand - reserved;
    }

    /** Units that could be promised though they are not there. */
    long backorderRoom() {
        return backorderLimit == null ? Long.MAX_VALUE - backordered : Math.max(0, backorderLimit - backordered);
    }

    /** Promises units; returns how many of them are not there. The caller made sure that there is room. */
    long reserve(Holding holding, long quantity) {
        long there = Math.min(quantity, available());
        long missing = quantity - there;
        reserved += there;
        backordered += missing;
        holding.reserved += there;
        holding.backordered += missing;
        if (missing > 0) {
            waiting.add(holding);
        }
        return missing;
    }

    /** Takes promised units back, those that are not there first. The caller made sure that they are held. */
    void release(Holding holding, long quantity) {
        long missing = Math.min(quantity, holding.backordered);
        holding.backordered -= missing;
        backordered -= missing;
        holding.reserved -= quantity - missing;
        reserved -= quantity - missing;
        serveWaiting();
    }

    /** Units leave the house, promised ones first. The caller made sure that the others are there. */
    void consume(Holding holding, long quantity) {
        long promised = Math.min(quantity, holding.reserved);
        long missing = Math.min(quantity - promised, holding.backordered);
        holding.reserved -= promised;
        reserved -= promised;
        holding.backordered -= missing;
        backordered -= missing;
        if (!unbounded) {
            onHand -= quantity;
        }
    }

    /** Units that had left are back, and held as before. */
    void takeBack(Holding holding, long quantity) {
        holding.reserved += quantity;
        reserved += quantity;
        if (!unbounded) {
            onHand = Math.addExact(onHand, quantity);
        }
    }

    /** Goods arrived: those who wait for them longest get them first. */
    void add(long quantity) {
        if (!unbounded) {
            onHand = Math.addExact(onHand, quantity);
        }
        serveWaiting();
    }

    /** Whether units have come to those who wait, since this was last asked. */
    boolean takeFilled() {
        boolean were = filled;
        filled = false;
        return were;
    }

    private void serveWaiting() {
        for (var next = waiting.iterator(); next.hasNext() && available() > 0; ) {
            Holding holding = next.next();
            long there = Math.min(holding.backordered, available());
            holding.backordered -= there;
            backordered -= there;
            holding.reserved += there;
            reserved += there;
            filled |= there > 0;
            if (holding.backordered == 0) {
                next.remove();
            }
        }
    }
}
