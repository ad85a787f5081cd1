package org.orderengine.machine;

import java.util.ArrayList;
import java.util.List;

/** A context for generated charts: a log of what was performed, and bits that guards read and actions flip. */
final class Trace {

    final List<String> log = new ArrayList<>();
    int bits;

    Trace(int bits) {
        this.bits = bits;
    }

    /** Writes down that something was performed, and flips a bit. */
    void perform(String what, int bit) {
        log.add(what);
        bits ^= 1 << bit;
    }

    boolean has(int bit) {
        return (bits >> bit & 1) == 1;
    }
}
