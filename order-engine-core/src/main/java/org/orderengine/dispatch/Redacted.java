package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A throwable as a log may show it: its class, its stack and its causes, without messages. Messages of the host's guards, services
 * and drivers may quote personal data, which must not get into a log (D6).
 */
public final class Redacted extends Exception {

    private static final long serialVersionUID = 1L;

    private Redacted(Throwable original, int depth) {
        super(original.getClass().getName(), causeOf(original, depth), false, true);
        setStackTrace(original.getStackTrace());
    }

    /** A throwable without its messages. */
    public static Redacted of(Throwable original) {
        return new Redacted(original, 0);
    }

    private static @Nullable Throwable causeOf(Throwable original, int depth) {
        Throwable cause = original.getCause();
        return cause == null || depth == 10 ? null : new Redacted(cause, depth + 1);
    }
}
