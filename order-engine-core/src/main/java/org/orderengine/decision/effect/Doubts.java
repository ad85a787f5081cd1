package org.orderengine.decision.effect;

import java.util.Set;
import org.orderengine.decision.Codes;

/** The codes under which work is parked that may have been done all the same. */
public final class Doubts {

    private static final Set<String> CODES =
            Set.of(Codes.OUTCOME_UNKNOWN, Codes.ANSWER_UNBOOKABLE, Codes.REFUNDED_TWICE);

    private Doubts() {}

    /** Whether an effect that is parked under a code may have been done. */
    public static boolean areIn(String code) {
        return CODES.contains(code);
    }
}
