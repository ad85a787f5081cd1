package org.orderengine.machine;

/** Events of a small machine that tests speak about. */
enum Press {
    SHORT,
    LONG,
    HAMMER,
    THROW
}
