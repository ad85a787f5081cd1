package org.orderengine.machine;

/** States of a small machine that tests speak about. */
enum Lamp {
    OFF,
    ON,
    BROKEN,
    GONE
}
