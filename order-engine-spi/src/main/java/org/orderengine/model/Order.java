package org.orderengine.model;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An order: who placed it, the process that it follows, its books, and its place in the process.
 *
 * <p>The books say what the order stands for in units, money and benefits. The flow says where the order is and what it waits
 * for. An order never changes: each commit makes another value with the next revision (F4).
 *
 * <pre>{@code
 * Order order = engine.orders().find("o-1").orElseThrow();
 * order.position().states();                      // [paid]
 * order.totals().total();                         // EUR 87.08
 * order.books().line("1").units().unshipped();    // 3
 * }</pre>
 *
 * <p>The record has more than seven components: it is the head of an order, whose parts are records themselves.
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param id the host's id of the order
 * @param process the process definition that it is pinned to
 * @param origin who ordered and where
 * @param customer what the order keeps of the person who placed it
 * @param placedAt when it was placed
 * @param revision the number of its commits, from 1; 0 before the first
 * @param books what it stands for
 * @param flow where it is in its process, and what it waits for
 * @param annotations the host's own data
 * @param promisedAt when the buyer was promised to have it; null where nothing was promised
 */
public record Order(
        String id,
        ProcessReference process,
        Origin origin,
        Customer customer,
        Instant placedAt,
        long revision,
        Books books,
        Flow flow,
        Annotations annotations,
        @Nullable Instant promisedAt) {

    public Order {
        Checks.requireText(id, "order");
        Checks.requireNotNegative(revision, "revision of order", id);
    }

    /** An order for which no date was promised. */
    public Order(
            String id,
            ProcessReference process,
            Origin origin,
            Customer customer,
            Instant placedAt,
            long revision,
            Books books,
            Flow flow,
            Annotations annotations) {
        this(id, process, origin, customer, placedAt, revision, books, flow, annotations, null);
    }

    /** An order without data of the host's own. */
    public Order(
            String id,
            ProcessReference process,
            Origin origin,
            Customer customer,
            Instant placedAt,
            long revision,
            Books books,
            Flow flow) {
        this(id, process, origin, customer, placedAt, revision, books, flow, Annotations.NONE);
    }

    /** This order at another revision. */
    public Order atRevision(long newRevision) {
        return new Order(id, process, origin, customer, placedAt, newRevision, books, flow, annotations, promisedAt);
    }

    /** This order on another process. */
    public Order withProcess(ProcessReference newProcess) {
        return new Order(id, newProcess, origin, customer, placedAt, revision, books, flow, annotations, promisedAt);
    }

    /** This order with other books. */
    public Order withBooks(Books newBooks) {
        return new Order(id, process, origin, customer, placedAt, revision, newBooks, flow, annotations, promisedAt);
    }

    /** This order with another flow. */
    public Order withFlow(Flow newFlow) {
        return new Order(id, process, origin, customer, placedAt, revision, books, newFlow, annotations, promisedAt);
    }

    /** This order with other facts of the person who placed it. */
    public Order withCustomer(Customer newCustomer) {
        return new Order(id, process, origin, newCustomer, placedAt, revision, books, flow, annotations, promisedAt);
    }

    /** This order with other data of the host's own. */
    public Order withAnnotations(Annotations newAnnotations) {
        return new Order(id, process, origin, customer, placedAt, revision, books, flow, newAnnotations, promisedAt);
    }

    /** This order promised for another date, or for none. */
    public Order withPromisedAt(@Nullable Instant newPromisedAt) {
        return new Order(id, process, origin, customer, placedAt, revision, books, flow, annotations, newPromisedAt);
    }

    /** The host's own texts by name. */
    public Map<String, String> attributes() {
        return annotations.attributes();
    }

    /** The host's own words, sorted. */
    public List<String> tags() {
        return annotations.tags();
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
