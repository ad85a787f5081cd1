package org.orderengine.machine;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Gives the code that a machine calls its lanes of {@link CallSites}: each class one of its own while there are any, the others the last. */
final class CallSiteNumbers {

    private final ConcurrentMap<Class<?>, Integer> lanes = new ConcurrentHashMap<>();

    int of(Object called) {
        return lanes.computeIfAbsent(called.getClass(), type -> Math.min(lanes.size(), CallSites.LANES - 1));
    }
}
