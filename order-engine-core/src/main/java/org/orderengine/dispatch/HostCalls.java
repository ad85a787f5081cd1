package org.orderengine.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * How one node calls the host: each call, also one that only reads, has a deadline of its own, is seen by the watch over the workers, and
 * brings no interrupt into the work that follows it.
 *
 * <p>Safe for any number of threads; the host is called on the thread that calls.
 */
public final class HostCalls {

    /** A service that is only read is left alone while so many calls to it hang: each of them holds a thread. */
    private static final int MOST_HANGING = 8;

    private final NodeSettings node;
    private final Circuits circuits;
    private final Listeners listeners;
    private final Map<Thread, Call> calls = new ConcurrentHashMap<>();
    private final Set<Thread> interrupted = ConcurrentHashMap.newKeySet();

    /** The calls of one node, and who is told of them. */
    public HostCalls(NodeSettings node, Listeners listeners) {
        this.node = node;
        this.listeners = listeners;
        this.circuits = new Circuits(node.circuits());
    }

    /**
     * A call that has not come back.
     *
     * @param service what is called
     * @param deadline when it should have come back
     */
    record Call(String service, Instant deadline) {}

    /** Who is told what happens, and what host code throws. */
    Listeners listeners() {
        return listeners;
    }

    /** When a call that begins now should have come back. */
    Instant deadline() {
        Instant now = node.time().instant();
        Instant last = Instant.MAX.minus(node.callTimeout());
        return now.isBefore(last) ? now.plus(node.callTimeout()) : Instant.MAX;
    }

    /** How long a call may take. */
    public Duration timeout() {
        return node.callTimeout();
    }

    /** Whether an instant has passed. */
    boolean isPast(Instant instant) {
        return instant.isBefore(node.time().instant());
    }

    /** The circuit of what fails and recovers as one. */
    Circuit circuit(String service) {
        return circuits.of(service);
    }

    /** Writes down what a service that is only read threw, for people and for the health of the engine. It is called all the same. */
    void readThrew(String service, Throwable thrown) {
        listeners.threw("the " + service + " service", null, thrown);
        circuit(service).threw(thrown, node.time().instant());
    }

    /** A service that is only read answered. */
    void readAnswered(String service) {
        circuit(service).answered();
    }

    /** How calls of each service have gone lately. */
    public List<ServiceState> services() {
        return circuits.states();
    }

    /**
     * This thread calls a service; report {@link #end} when it has come back.
     *
     * @return the call that this thread is in already: a service may use the engine itself
     */
    @Nullable
    Call begin(String service, Instant deadline) {
        return calls.put(Thread.currentThread(), new Call(service, deadline));
    }

    /**
     * This thread has come back. An interrupt that it brings is kept from what follows, since stores give up on a thread that is interrupted,
     * and given back at the end.
     *
     * @param around the call that it was in before
     */
    void end(@Nullable Call around) {
        Thread thread = Thread.currentThread();
        if (around == null) {
            calls.remove(thread);
        } else {
            calls.put(thread, around);
        }
        if (Thread.interrupted()) {
            interrupted.add(thread);
        }
    }

    /** Gives this thread back an interrupt that a call brought: the work that it was kept from is done. */
    void giveBackInterrupt() {
        if (!interrupted.isEmpty() && interrupted.remove(Thread.currentThread())) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether a thread waits for a call that should have come back by now. */
    public boolean isOverdue(Thread thread, Instant now) {
        Call call = calls.get(thread);
        return call != null && call.deadline().isBefore(now);
    }

    /** Whether so many calls to a service hang that no further one is made. */
    boolean isHanging(String service) {
        int hanging = 0;
        if (calls.size() > MOST_HANGING) {
            Instant now = node.time().instant();
            for (Call call : calls.values()) {
                hanging += call.service().equals(service) && call.deadline().isBefore(now) ? 1 : 0;
            }
        }
        return hanging >= MOST_HANGING;
    }
}
