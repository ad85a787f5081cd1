package org.orderengine.testkit.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.spi.store.OrderCriteria;

/**
 * A step of a scenario.
 *
 * @param id the step's name, if it has one
 * @param at when it takes place; without it, when the one before ended
 * @param deed what is done
 * @param expected what its output must hold, as {@link Expectations} reads it; null for anything
 */
record Step(@Nullable String id, @Nullable Instant at, Deed deed, @Nullable Object expected) {

    /** What is done in a step. */
    sealed interface Deed {}

    /** A price is asked for. */
    record Quote(PlaceOrder order) implements Deed {}

    /** An order is placed. */
    record Place(PlaceOrder order) implements Deed {}

    /**
     * An order is acted upon.
     *
     * @param isDry whether it is only asked what would become of it
     */
    record Act(Action action, boolean isDry) implements Deed {}

    /** Goods arrive. */
    record Arrive(String sku, long quantity) implements Deed {}

    /** Time passes, and everything due by then happens. */
    record Advance(Duration duration) implements Deed {}

    /** Steps start together from the same stored state. */
    record Together(List<Step> steps) implements Deed {}

    /**
     * Orders are looked for.
     *
     * @param limit the most orders
     * @param after the cursor to go on from; null to begin
     */
    record Find(OrderCriteria criteria, int limit, @Nullable String after) implements Deed {}

    /** The engine is dropped without closing it, and a new one opened on the same store. */
    record Restart() implements Deed {}
}
