package org.orderengine.model;

/**
 * The reason why something was refused, declined or given up: a code and a message.
 *
 * @param code stable, in kebab-case, for programs
 * @param message for people: what, the actual value, the bound or the next step
 */
public record Problem(String code, String message) {

    public Problem {
        Checks.requireText(code, "code");
    }

    /** The code only: what a service says may be personal. */
    @Override
    public String toString() {
        return "Problem[" + code + "]";
    }
}
