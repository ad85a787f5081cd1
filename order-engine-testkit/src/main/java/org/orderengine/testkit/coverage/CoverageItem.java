package org.orderengine.testkit.coverage;

/**
 * One thing of a definition that tests can exercise.
 *
 * @param kind what it is
 * @param place where it stands in the definition, as findings name it: {@code states.created.on.pay[0]}
 * @param what what of it: {@code created on pay [fully-paid] to paid}, {@code fully-paid says no}, {@code payment.capture declined}
 * @param times how often it was exercised
 */
public record CoverageItem(Kind kind, String place, String what, long times) {

    /** What can be exercised. */
    public enum Kind {
        /** A state that was entered. */
        STATE("states"),
        /** A transition that was taken. */
        TRANSITION("transitions"),
        /** An answer of one transition's guard: each has two, yes and no. */
        GUARD("guards' answers"),
        /** A timer that fired. */
        TIMER("timers"),
        /** What a service can answer to an effect of a busy state: each has four, done, declined, unknown and failed. */
        OUTCOME("effect outcomes");

        private final String plural;

        Kind(String plural) {
            this.plural = plural;
        }

        String plural() {
            return plural;
        }
    }

    /** Whether it was exercised at all. */
    public boolean isExercised() {
        return times > 0;
    }

    /** As reports list it. */
    @Override
    public String toString() {
        return place + ": " + what;
    }
}
