package org.orderengine.decision;

import org.orderengine.model.Problem;

/** Carries a refusal out of an operation to the decision, which turns it into a value. Never leaves this package. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedException(String code, String message) {
        super(message, null, false, false);
        this.problem = new Problem(code, message);
    }

    Problem problem() {
        return problem;
    }
}
