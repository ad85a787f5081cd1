package org.orderengine.machine;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Gives the code that a machine calls its lanes of {@link Calls}: each class one of its own while there are any, the others the last. */
final class Lanes {

    private final ConcurrentMap<Class<?>, Integer> lanes = new ConcurrentHashMap<>();

    int of(Object called) {
        return lanes.computeIfAbsent(called.getClass(), type -> Math.min(lanes.size(), Calls.LANES - 1));
    }
}
