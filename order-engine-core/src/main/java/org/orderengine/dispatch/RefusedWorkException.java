package org.orderengine.dispatch;

import java.io.Serial;
import org.orderengine.model.Problem;

/** The decision on the due work of an order refused it, so that it cannot be done now. */
final class RefusedWorkException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    RefusedWorkException(Problem problem) {
        super(problem.code());
        this.problem = problem;
    }

    Problem problem() {
        return problem;
    }
}
