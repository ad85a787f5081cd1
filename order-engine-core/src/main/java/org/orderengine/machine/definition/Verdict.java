package org.orderengine.machine.definition;

/**
 * A guard's answer: yes, or no with a reason.
 *
 * <p>For example {@code Verdict.no("12.50 EUR outstanding")}. A guard on a busy path keeps its answers in constants, and then
 * asking it allocates nothing.
 *
 * @param allowed whether the transition may be taken
 * @param reason why it may not be taken; empty when it may
 */
public record Verdict(boolean allowed, String reason) {

    private static final Verdict YES = new Verdict(true, "");

    /** Refuses a no without a reason. */
    public Verdict {
        if (!allowed && reason.isBlank()) {
            throw new IllegalArgumentException("A verdict of no has a blank reason; say why, in words for its reader");
        }
    }

    /** The answer yes, always the same object. */
    public static Verdict yes() {
        return YES;
    }

    /** The answer no, for the given reason. */
    public static Verdict no(String reason) {
        return new Verdict(false, reason);
    }
}
