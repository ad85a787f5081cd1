package org.orderengine.pricing.quote;

import org.orderengine.model.Problem;

/** Why something has no price, on its way out of this package. */
final class PricingProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem problem;

    PricingProblem(String code, String message) {
        this(new Problem(code, message));
    }

    PricingProblem(Problem problem) {
        super(problem.message(), null, false, false);
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
