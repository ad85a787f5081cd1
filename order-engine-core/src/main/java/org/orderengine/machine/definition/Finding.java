package org.orderengine.machine.definition;

/**
 * One thing that verification found wrong with a definition.
 *
 * @param code what kind of thing, stable, in kebab case
 * @param severity how much it matters
 * @param place where, as a path such as {@code states.created.on.pay[0]}
 * @param message what is wrong, with the actual value
 * @param remedy what to do about it
 */
public record Finding(String code, Severity severity, String place, String message, String remedy) {

    /** Refuses blank texts. */
    public Finding {
        if (code.isBlank() || place.isBlank() || message.isBlank() || remedy.isBlank()) {
            throw new IllegalArgumentException("A finding has a blank code, place, message or remedy: " + code + ", "
                    + place + ", " + message + ", " + remedy);
        }
    }

    /** Whether a definition with this finding is refused. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** The finding as one line. */
    @Override
    public String toString() {
        return place + ": " + message + " (" + code + "); " + remedy;
    }
}
