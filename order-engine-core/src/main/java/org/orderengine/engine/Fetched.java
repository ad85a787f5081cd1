package org.orderengine.engine;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Problem;
import org.orderengine.pricing.PricingFacts;

/** What the host's services answered when they were asked for facts. */
record Fetched(@Nullable PricingFacts facts, Problem problem) {

    private static final Problem NONE = new Problem("none", "");

    static Fetched of(PricingFacts facts) {
        return new Fetched(facts, NONE);
    }

    static Fetched failed(Problem problem) {
        return new Fetched(null, problem);
    }

    boolean isAvailable() {
        return facts != null;
    }
}
