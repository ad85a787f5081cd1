package org.orderengine.spi.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which orders are looked for: those that match every criterion that is not null.
 *
 * @param buyer the buyer
 * @param business the line of business
 * @param channel where it came in
 * @param merchant who sells
 * @param process the name of its process
 * @param state its state
 * @param parked whether some of its work waits for a person
 * @param backordered whether some of its units are promised and not there yet
 * @param placedFrom placed at this instant or later
 * @param placedBefore placed before this instant
 */
public record OrderCriteria(
        @Nullable String buyer,
        @Nullable String business,
        @Nullable String channel,
        @Nullable String merchant,
        @Nullable String process,
        @Nullable String state,
        @Nullable Boolean parked,
        @Nullable Boolean backordered,
        @Nullable Instant placedFrom,
        @Nullable Instant placedBefore) {

    /** All orders. */
    public static final OrderCriteria ALL =
            new OrderCriteria(null, null, null, null, null, null, null, null, null, null);

    /** These, of one buyer. */
    public OrderCriteria ofBuyer(String name) {
        return new OrderCriteria(
                name, business, channel, merchant, process, state, parked, backordered, placedFrom, placedBefore);
    }

    /** These, of one line of business. */
    public OrderCriteria ofBusiness(String name) {
        return new OrderCriteria(
                buyer, name, channel, merchant, process, state, parked, backordered, placedFrom, placedBefore);
    }

    /** These, of one channel. */
    public OrderCriteria ofChannel(String name) {
        return new OrderCriteria(
                buyer, business, name, merchant, process, state, parked, backordered, placedFrom, placedBefore);
    }

    /** These, of one merchant. */
    public OrderCriteria ofMerchant(String name) {
        return new OrderCriteria(
                buyer, business, channel, name, process, state, parked, backordered, placedFrom, placedBefore);
    }

    /** These, of one process. */
    public OrderCriteria ofProcess(String name) {
        return new OrderCriteria(
                buyer, business, channel, merchant, name, state, parked, backordered, placedFrom, placedBefore);
    }

    /** These, in one state. */
    public OrderCriteria inState(String name) {
        return new OrderCriteria(
                buyer, business, channel, merchant, process, name, parked, backordered, placedFrom, placedBefore);
    }

    /** These, with work that waits for a person, or without. */
    public OrderCriteria parked(boolean waits) {
        return new OrderCriteria(
                buyer, business, channel, merchant, process, state, waits, backordered, placedFrom, placedBefore);
    }

    /** These, with units that are promised and not there yet, or without. */
    public OrderCriteria backordered(boolean waits) {
        return new OrderCriteria(
                buyer, business, channel, merchant, process, state, parked, waits, placedFrom, placedBefore);
    }

    /** These, placed from one instant (included) until another (excluded). */
    public OrderCriteria placed(Instant from, Instant before) {
        return new OrderCriteria(buyer, business, channel, merchant, process, state, parked, backordered, from, before);
    }
}
