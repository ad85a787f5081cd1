package org.orderengine.decision.draft;

import org.orderengine.model.Problem;

/** Carries a refusal out of an operation to the decision, which turns it into a value. Never leaves this package. */
public final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    public RefusedException(String code, String message) {
        super(message, null, false, false);
        this.problem = new Problem(code, message);
    }

    public Problem problem() {
        return problem;
    }
}
