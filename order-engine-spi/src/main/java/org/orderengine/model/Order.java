package org.orderengine.model;

import java.time.Instant;

/**
 * An order: who placed it, the process it follows, its books, and how far it is. An immutable value; every change makes
 * another one with the next revision (F4).
 *
 * <p>More than seven components: it is the head of an order, whose parts are records themselves.
 *
 * @param id the host's id of the order
 * @param process the process definition it is pinned to
 * @param origin who ordered and where
 * @param customer what is kept of the one who ordered
 * @param placedAt when it was placed
 * @param revision the number of commits it has seen, from 1
 * @param books what it stands for
 * @param flow how far it is
 */
public record Order(
        String id,
        ProcessReference process,
        Origin origin,
        Customer customer,
        Instant placedAt,
        long revision,
        Books books,
        Flow flow) {

    public Order {
        Checks.requireText(id, "order");
        Checks.requireNotNegative(revision, "revision of order", id);
    }

    /** This order at another revision. */
    public Order atRevision(long newRevision) {
        return new Order(id, process, origin, customer, placedAt, newRevision, books, flow);
    }

    /** This order on another process. */
    public Order withProcess(ProcessReference newProcess) {
        return new Order(id, newProcess, origin, customer, placedAt, revision, books, flow);
    }

    /** This order with other books. */
    public Order withBooks(Books newBooks) {
        return new Order(id, process, origin, customer, placedAt, revision, newBooks, flow);
    }

    /** This order with another flow. */
    public Order withFlow(Flow newFlow) {
        return new Order(id, process, origin, customer, placedAt, revision, books, newFlow);
    }

    /** This order with other facts of the one who placed it. */
    public Order withCustomer(Customer newCustomer) {
        return new Order(id, process, origin, newCustomer, placedAt, revision, books, flow);
    }

    /** Where the order is in its process. */
    public Position position() {
        return flow.position();
    }

    /** What the order stands for now. */
    public Totals totals() {
        return books.totals();
    }
}
