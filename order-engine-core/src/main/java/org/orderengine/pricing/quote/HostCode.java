package org.orderengine.pricing.quote;

import java.util.function.Supplier;
import org.orderengine.pricing.PricingCodes;

/** Calls code of the host's, so that whatever it throws becomes a refusal. */
final class HostCode {

    private HostCode() {}

    static <T> T call(String what, Supplier<T> code) {
        try {
            return code.get();
        } catch (PricingProblem refusal) {
            throw refusal;
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError failure) {
            // Its message stays here: it may hold what belongs to the buyer alone.
            throw new PricingProblem(
                    PricingCodes.RULE_FAILED,
                    what + " threw " + failure.getClass().getName());
        }
    }
}
