package org.orderengine.process;

import java.util.Iterator;
import java.util.Map;

/** Maps whose order means something. */
final class OrderedMaps {

    private OrderedMaps() {}

    /** Whether two maps hold the same, in the same order. */
    static boolean equal(Map<?, ?> one, Map<?, ?> other) {
        if (one.size() != other.size()) {
            return false;
        }
        Iterator<? extends Map.Entry<?, ?>> others = other.entrySet().iterator();
        for (Map.Entry<?, ?> entry : one.entrySet()) {
            if (!entry.equals(others.next())) {
                return false;
            }
        }
        return true;
    }
}
