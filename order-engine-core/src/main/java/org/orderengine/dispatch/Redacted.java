package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;

/**
 * A throwable as a log may show it: of which class it was, where it was thrown and what caused it, without messages. Those of the host's
 * guards, services and drivers may quote what they worked on, and personal data must not get into a log (D6).
 */
public final class Redacted extends Exception {

    private static final long serialVersionUID = 1L;

    private final String thrown;

    private Redacted(Throwable original, int depth) {
        super(null, causeOf(original, depth), false, true);
        this.thrown = original.getClass().getName();
        setStackTrace(original.getStackTrace());
    }

    /** What a log may show of a throwable. */
    public static Redacted of(Throwable original) {
        return new Redacted(original, 0);
    }

    private static @Nullable Throwable causeOf(Throwable original, int depth) {
        Throwable cause = original.getCause();
        return cause == null || depth == 10 ? null : new Redacted(cause, depth + 1);
    }

    @Override
    @SuppressWarnings("OverrideThrowableToString")
    public String toString() {
        return thrown;
    }
}
