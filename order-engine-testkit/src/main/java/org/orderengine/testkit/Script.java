package org.orderengine.testkit;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers that are used up one by one, by what they are for. Not for several threads: its fake guards it. */
final class Script<K, A> {

    private final Map<K, Deque<A>> answers = new HashMap<>();

    void add(K operation, List<A> more) {
        answers.computeIfAbsent(operation, key -> new ArrayDeque<>()).addAll(more);
    }

    /** The next answer for {@code operation}, or null once they are used up. */
    @Nullable
    A next(K operation) {
        Deque<A> remaining = answers.get(operation);
        return remaining == null ? null : remaining.poll();
    }
}
