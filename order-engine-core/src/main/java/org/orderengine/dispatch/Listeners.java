package org.orderengine.dispatch;

import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.listener.EngineListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's listeners, and the evidence of what its code throws. Neither breaks an order: whatever a listener throws is caught and
 * written down.
 *
 * <p>Causes go to the logger {@code org.orderengine.cause} at the level TRACE, so that they are off unless they are asked for: messages may hold
 * personal data (D6).
 *
 * <p>Safe for any number of threads; a listener is told on the thread that calls.
 */
public final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);
    private static final Logger CAUSES = LoggerFactory.getLogger("org.orderengine.cause");

    /** No listeners. */
    static final Listeners NOBODY = new Listeners(List.of(), () -> 0);

    private final List<EngineListener> listeners;
    private final LongSupplier nanos;
    /** Set while this thread tells a listener: what that does with the engine is told to nobody. */
    private final ThreadLocal<Boolean> telling = new ThreadLocal<>();

    /**
     * The listeners of one engine.
     *
     * @param nanos a monotonic clock, in nanoseconds
     */
    public Listeners(List<EngineListener> listeners, LongSupplier nanos) {
        this.listeners = List.copyOf(listeners);
        this.nanos = nanos;
    }

    /** Whether there is none. */
    public boolean isEmpty() {
        return listeners.isEmpty();
    }

    /** The monotonic clock, in nanoseconds; 0 where nobody listens. */
    public long clock() {
        return listeners.isEmpty() ? 0 : nanos.getAsLong();
    }

    /** The time since {@link #clock} was read. */
    Duration since(long begun) {
        return Duration.ofNanos(nanos.getAsLong() - begun);
    }

    /** Tells every listener. */
    <T> void tell(BiConsumer<EngineListener, T> how, T what) {
        if (telling.get() != null) {
            return;
        }
        telling.set(Boolean.TRUE);
        try {
            for (EngineListener listener : listeners) {
                tell(listener, how, what);
            }
        } finally {
            telling.remove();
        }
    }

    @SuppressWarnings("CatchThrowable") // host code may throw anything, and the order has to go on
    private static <T> void tell(EngineListener listener, BiConsumer<EngineListener, T> how, T what) {
        boolean wasInterrupted = Thread.currentThread().isInterrupted();
        try {
            how.accept(listener, what);
        } catch (Throwable thrown) {
            LOG.warn("a listener threw {}", thrown.getClass().getName());
            write("a listener threw", thrown);
        }
        if (!wasInterrupted && Thread.interrupted()) {
            LOG.warn("a listener left an interrupt behind, which is cleared");
        }
    }

    @SuppressWarnings("CatchThrowable") // what host code throws may be host code itself
    private static void write(String what, Throwable thrown) {
        try {
            CAUSES.trace(what, thrown);
        } catch (Throwable unspeakable) {
            CAUSES.trace("{}: a {} that cannot be told", what, thrown.getClass().getName());
        }
    }

    /**
     * Writes down what code of the host threw, and tells the listeners.
     *
     * @param what the code, in words
     * @param orderId the order; null where it is not known
     */
    public void threw(String what, @Nullable String orderId, Throwable thrown) {
        if (CAUSES.isTraceEnabled()) {
            write(orderId == null ? what + " threw" : "Order " + orderId + ": " + what + " threw", thrown);
        }
        if (!listeners.isEmpty()) {
            tell(EngineListener::hostThrew, new EngineListener.HostThrew(what, orderId, thrown));
        }
    }
}
