package org.orderengine.model;

/**
 * Where the units of a line are: ordered = open + reserved + backordered + shipped + cancelled (U1).
 *
 * @param ordered units the buyer asked for
 * @param open units nothing was done for yet
 * @param reserved units the inventory holds for this line
 * @param backordered units promised that the inventory does not have yet
 * @param shipped units that left, whatever became of them later
 * @param delivered of the shipped units, those that arrived
 * @param cancelled units taken off the order before they shipped
 * @param returned of the shipped units, those that came back to stock
 * @param writtenOff of the shipped units, those refunded that did not go back to stock
 */
public record Units(
        long ordered,
        long open,
        long reserved,
        long backordered,
        long shipped,
        long delivered,
        long cancelled,
        long returned,
        long writtenOff) {

    public Units {
        if ((open | reserved | backordered | shipped | delivered | cancelled | returned | writtenOff) < 0) {
            throw Checks.refused("a number of units is less than zero");
        }
        if (ordered != open + reserved + backordered + shipped + cancelled) {
            throw Checks.refused("ordered " + ordered + " is not open " + open + " + reserved " + reserved
                    + " + backordered " + backordered + " + shipped " + shipped + " + cancelled " + cancelled);
        }
        if (delivered > shipped) {
            throw Checks.refused("delivered " + delivered + " is more than shipped " + shipped);
        }
        if (returned + writtenOff > shipped) {
            throw Checks.refused(
                    "returned " + returned + " + written off " + writtenOff + " is more than shipped " + shipped);
        }
    }

    /** {@code quantity} units that nothing was done for yet. */
    public static Units ordered(long quantity) {
        return new Units(quantity, quantity, 0, 0, 0, 0, 0, 0, 0);
    }

    /** After the buyer asked for {@code quantity} units more. */
    public Units orderMore(long quantity) {
        return new Units(
                Math.addExact(ordered, quantity),
                open + quantity,
                reserved,
                backordered,
                shipped,
                delivered,
                cancelled,
                returned,
                writtenOff);
    }

    /** Units that are still to be shipped: open, reserved or backordered. */
    public long unshipped() {
        return open + reserved + backordered;
    }

    /** Units that the inventory holds for the line or has promised to it. */
    public long promised() {
        return reserved + backordered;
    }

    /** Units that the order no longer stands for. */
    public long gone() {
        return cancelled + returned + writtenOff;
    }

    /** After the inventory took {@code quantity} open units into reservation. */
    public Units reserve(long quantity) {
        return new Units(
                ordered,
                open - quantity,
                reserved + quantity,
                backordered,
                shipped,
                delivered,
                cancelled,
                returned,
                writtenOff);
    }

    /** After the inventory let go of {@code quantity} units, reserved first, and the order still stands for them. */
    public Units unreserve(long quantity) {
        long fromReserved = Math.min(quantity, reserved);
        return new Units(
                ordered,
                open + quantity,
                reserved - fromReserved,
                backordered - (quantity - fromReserved),
                shipped,
                delivered,
                cancelled,
                returned,
                writtenOff);
    }

    /** After {@code quantity} open units were promised without being there. */
    public Units backorder(long quantity) {
        return new Units(
                ordered,
                open - quantity,
                reserved,
                backordered + quantity,
                shipped,
                delivered,
                cancelled,
                returned,
                writtenOff);
    }

    /** After goods arrived for {@code quantity} units on backorder. */
    public Units fillBackorder(long quantity) {
        return new Units(
                ordered,
                open,
                reserved + quantity,
                backordered - quantity,
                shipped,
                delivered,
                cancelled,
                returned,
                writtenOff);
    }

    /** After {@code quantity} units left; reserved ones first. */
    public Units ship(long quantity) {
        long held = Math.min(quantity, reserved);
        return new Units(
                ordered,
                open - (quantity - held),
                reserved - held,
                backordered,
                shipped + quantity,
                delivered,
                cancelled,
                returned,
                writtenOff);
    }

    /** After {@code quantity} units that had left came back without having arrived; nothing is done for them yet. */
    public Units comeBack(long quantity) {
        return new Units(
                ordered,
                open + quantity,
                reserved,
                backordered,
                shipped - quantity,
                delivered,
                cancelled,
                returned,
                writtenOff);
    }

    /** After {@code quantity} shipped units arrived. */
    public Units deliver(long quantity) {
        return new Units(
                ordered, open, reserved, backordered, shipped, delivered + quantity, cancelled, returned, writtenOff);
    }

    /** After {@code quantity} unshipped units were taken off the order: open first, then backordered, then reserved. */
    public Units cancel(long quantity) {
        long fromOpen = Math.min(quantity, open);
        long fromBackorder = Math.min(quantity - fromOpen, backordered);
        long fromReserved = quantity - fromOpen - fromBackorder;
        return new Units(
                ordered,
                open - fromOpen,
                reserved - fromReserved,
                backordered - fromBackorder,
                shipped,
                delivered,
                cancelled + quantity,
                returned,
                writtenOff);
    }

    /** After {@code accepted} shipped units came back to stock and {@code damaged} ones were written off. */
    public Units takeBack(long accepted, long damaged) {
        return new Units(
                ordered,
                open,
                reserved,
                backordered,
                shipped,
                delivered,
                cancelled,
                returned + accepted,
                writtenOff + damaged);
    }
}
