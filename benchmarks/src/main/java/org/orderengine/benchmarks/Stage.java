package org.orderengine.benchmarks;

/** The states of the order that all state machines are measured with. */
enum Stage {
    CREATED,
    PAID,
    SHIPPED,
    DELIVERED
}
