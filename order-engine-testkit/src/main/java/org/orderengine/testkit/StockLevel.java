package org.orderengine.testkit;

import org.jspecify.annotations.Nullable;

/**
 * The stock of a product.
 *
 * @param onHand units physically there
 * @param reserved of those, units promised to orders
 * @param backordered units promised to orders that are not there
 * @param backorderLimit how many units may be on backorder; zero for none, null without bound
 */
public record StockLevel(long onHand, long reserved, long backordered, @Nullable Long backorderLimit) {

    public StockLevel {
        if (onHand < 0 || reserved < 0 || reserved > onHand || backordered < 0) {
            throw new IllegalArgumentException("stock with on hand " + onHand + ", reserved " + reserved
                    + " and backordered " + backordered + " cannot be");
        }
        if (backorderLimit != null && backorderLimit < 0) {
            throw new IllegalArgumentException("a backorder limit of " + backorderLimit + " is less than zero");
        }
    }

    /** The stock here and there together. */
    StockLevel plus(StockLevel other) {
        Long limit = backorderLimit == null || other.backorderLimit == null
                ? null
                : Long.valueOf(Math.addExact(backorderLimit, other.backorderLimit));
        return new StockLevel(onHand + other.onHand, reserved + other.reserved, backordered + other.backordered, limit);
    }

    /** Units that are promised to no order. */
    public long available() {
        return onHand - reserved;
    }
}
