package org.orderengine.orders;

import org.orderengine.model.Stuck;

/**
 * An order whose due work cannot be done.
 *
 * @param orderId the order
 * @param stuck why, since when, how often it was tried, and when it is tried next
 */
public record StuckOrder(String orderId, Stuck stuck) {}
