package org.orderengine.decision.action;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.Order;
import org.orderengine.process.vocabulary.ActionDescription;

/**
 * A built-in action. Everything that the engine knows of it stands in the class that implements this, and {@link BuiltInActions}
 * lists it. Immutable, so safe for any number of threads.
 */
public interface BuiltInAction extends Operation {

    /** Its name, its payload, and where it is taken. */
    ActionDescription description();

    /** Whether it asks a payment gateway for money, so that it is refused where the engine was given none. */
    default boolean needsGateway() {
        return false;
    }

    /** Whether it notifies of something that is booked already, so that nothing is to be done. */
    default boolean isBooked(Order order, PayloadReader payload) {
        return false;
    }

    /** What it answers, where it tells of a payment that waits for its provider's answer; null where it is news. */
    default @Nullable PaymentNotice answer(Order order, PayloadReader payload) {
        return null;
    }

    /** What has to be known of products and coupons before it can be decided; empty where it prices nothing. */
    default Optional<PricingNeeds> facts(Order order, PayloadReader payload, DecisionPolicy policy) {
        return Optional.empty();
    }
}
