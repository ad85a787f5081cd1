package org.orderengine.process.compiled;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;

/** An order as it would stand, that remembers what each guard said of it. Belongs to one thread. */
final class RecordingSubject implements Subject {

    private final Subject subject;
    private final Map<String, String> refusals = new HashMap<>();

    RecordingSubject(Subject subject) {
        this.subject = subject;
    }

    @Override
    public Order order() {
        return subject.order();
    }

    @Override
    public Order before() {
        return subject.before();
    }

    @Override
    public Question question() {
        return subject.question();
    }

    @Override
    public Instant now() {
        return subject.now();
    }

    @Override
    public void answered(String guard, @Nullable String refusal) {
        if (refusal != null) {
            refusals.put(guard, refusal);
        }
    }

    /** Why a guard said no; null if it did not. A guard is pure, so it says the same whenever it is asked. */
    @Nullable
    String refusal(String guard) {
        return refusals.get(guard);
    }
}
