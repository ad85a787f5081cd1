package org.orderengine.decision.flow;

import java.util.function.Supplier;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.RefusedException;

/** The one place where what deciding throws becomes a refusal: a rule that refuses, and an amount that does not fit. */
public final class Refusals {

    private Refusals() {}

    /** What is decided on an order, refusals as values. */
    public static Decision asValues(String orderId, Supplier<Decision> deciding) {
        try {
            return deciding.get();
        } catch (RefusedException refusal) {
            return new Decision.Refused(refusal.problem());
        } catch (ArithmeticException overflow) {
            return Draft.refused(Codes.AMOUNT_OVERFLOW, "an amount of order " + orderId + " does not fit");
        }
    }
}
