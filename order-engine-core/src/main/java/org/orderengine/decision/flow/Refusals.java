package org.orderengine.decision.flow;

import org.orderengine.process.compiled.RuleException;

import java.time.DateTimeException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.RefusedException;
import org.orderengine.machine.EndlessStepException;
import org.orderengine.machine.IllegalInstanceException;
import org.orderengine.machine.MachineException;
import org.orderengine.model.Problem;

/**
 * The one place where what deciding throws becomes a refusal: a rule that refuses, an amount that does not fit, a guard that
 * throws, a step that comes to no end, a state that the process does not have.
 */
public final class Refusals {

    private Refusals() {}

    /** What is decided on an order, refusals as values. */
    public static Decision asValues(String orderId, Supplier<Decision> deciding) {
        try {
            return deciding.get();
        } catch (RuntimeException thrown) {
            Problem problem = of(orderId, thrown);
            if (problem == null) {
                throw thrown;
            }
            return new Decision.Refused(problem);
        }
    }

    /** What an exception refuses; null for one that is a fault of the engine itself. */
    static @Nullable Problem of(String orderId, RuntimeException thrown) {
        if (thrown instanceof RefusedException refusal) {
            return refusal.problem();
        }
        if (thrown instanceof ArithmeticException) {
            return new Problem(Codes.AMOUNT_OVERFLOW, "an amount of order " + orderId + " does not fit");
        }
        if (thrown instanceof DateTimeException) {
            return new Problem(
                    Codes.DEADLINE_OUT_OF_BOUNDS, "something of order " + orderId + " would be due after the end of time");
        }
        if (thrown instanceof RuleException) {
            return new Problem(Codes.RULE_FAILED, "Order " + orderId + ": " + thrown.getMessage());
        }
        if (thrown instanceof MachineException) {
            String code = thrown instanceof EndlessStepException ? Codes.STEP_ENDLESS : Codes.GUARD_FAILED;
            return new Problem(code, "Order " + orderId + ": " + thrown.getMessage());
        }
        return thrown instanceof IllegalInstanceException
                ? new Problem(Codes.UNKNOWN_STATE, "Order " + orderId + ": " + thrown.getMessage())
                : null;
    }
}
