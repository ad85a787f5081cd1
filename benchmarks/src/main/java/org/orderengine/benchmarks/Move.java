package org.orderengine.benchmarks;

/** The events of the order that all state machines are measured with. */
enum Move {
    PAY,
    SHIP,
    DELIVER
}
