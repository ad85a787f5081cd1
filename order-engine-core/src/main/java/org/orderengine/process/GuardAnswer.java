package org.orderengine.process;

/**
 * What became of one guard of a transition that was considered.
 *
 * @param guard its name
 * @param answer what it said
 * @param reason why it says no, for people; empty unless it does
 */
public record GuardAnswer(String guard, Answer answer, String reason) {

    /** What a guard said. */
    public enum Answer {
        /** It holds. */
        YES,
        /** It does not. */
        NO,
        /** It was not asked: a guard before it says no, or a transition before this one is taken. */
        NOT_ASKED
    }

    @Override
    public String toString() {
        return switch (answer) {
            case YES -> guard + ": yes";
            case NO -> guard + ": no, " + reason;
            case NOT_ASKED -> guard + ": not asked";
        };
    }
}
