package org.orderengine.model;

import java.util.function.Supplier;

/**
 * An offer contradicts itself. Thrown by the constructors of {@link Offer} and its parts, each contradiction with a code of
 * its own; an {@code OfferService} that lets it through refuses the command with that code.
 */
public final class InvalidOfferException extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    /** A contradiction with that code, told in that message. */
    public InvalidOfferException(String code, String message) {
        super(message);
        this.problem = new Problem(code, message);
    }

    /** What is wrong. */
    public Problem problem() {
        return problem;
    }

    static void require(boolean holds, String code, String otherwise) {
        if (!holds) {
            throw new InvalidOfferException(code, otherwise);
        }
    }

    static void require(boolean holds, String code, Supplier<String> otherwise) {
        if (!holds) {
            throw new InvalidOfferException(code, otherwise.get());
        }
    }
}
