package org.orderengine.machine.scxml;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;

/**
 * One run of a machine with a queue of events to come, in virtual time. It is the context of its machine: sending adds to
 * the queue.
 */
final class ScxmlSession {

    private static final int MAXIMUM_EVENTS = 10_000;

    private final Machine<String, String, ScxmlSession> machine;
    private final Queue<Sent> sent =
            new PriorityQueue<>(Comparator.comparingLong(Sent::dueMillis).thenComparingLong(Sent::number));
    private Instance<String> instance;
    private long nowMillis;
    private long count;

    private record Sent(long dueMillis, long number, String id, String event) {}

    ScxmlSession(Machine<String, String, ScxmlSession> machine) {
        this.machine = machine;
        this.instance = machine.start(this).instance();
        advance(0);
    }

    /** Sends an event to this session, behind all that is due by then. */
    void send(String id, String event, long delayMillis) {
        sent.add(new Sent(nowMillis + delayMillis, count++, id, event));
    }

    /** Takes back what was sent under an id and has not arrived. */
    void cancel(String id) {
        sent.removeIf(event -> event.id().equals(id));
    }

    /** Lets an event happen now, and then all that it sent without delay. */
    void fire(String event) {
        instance = machine.fire(instance, event, this).instance();
        advance(0);
    }

    /** Lets time pass; what falls due meanwhile happens. */
    void advance(long millis) {
        long until = nowMillis + millis;
        while (!sent.isEmpty() && sent.element().dueMillis() <= until && !instance.isFinished()) {
            happen(sent.remove());
        }
        nowMillis = until;
    }

    /** Lets time pass until nothing more is to come. */
    void advanceToEnd() {
        while (!sent.isEmpty() && !instance.isFinished()) {
            happen(sent.remove());
        }
    }

    private void happen(Sent event) {
        if (event.number() > MAXIMUM_EVENTS) {
            throw new IllegalStateException("no rest after " + MAXIMUM_EVENTS + " sent events");
        }
        nowMillis = Math.max(nowMillis, event.dueMillis());
        instance = machine.fire(instance, event.event(), this).instance();
    }

    /** The active atomic states. */
    List<String> activeStates() {
        return instance.activeStates();
    }
}
