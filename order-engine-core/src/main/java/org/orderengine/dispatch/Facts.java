package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Problem;
import org.orderengine.pricing.quote.PricingFacts;

/** What the host's services answered when they were asked what a decision needs. */
sealed interface Facts {

    /** What they know; null where the decision needs nothing of them. */
    record Known(@Nullable PricingFacts pricing) implements Facts {}

    /** One did not answer, or was not asked, for this reason. */
    record Unavailable(Problem problem) implements Facts {}
}
