package org.orderengine.decision.action;

import java.util.Objects;
import org.orderengine.decision.Given;
import org.orderengine.decision.Then;
import org.orderengine.model.ProposedChange;
import org.orderengine.policy.ModifyPrices;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;

/** Orders whose changes are asked for, and confirmed or declined by another. */
final class TwoSteps {

    private static final ProcessDefinition PROCESS = ProcessJson.read(
            """
            {
              "process": "two-steps",
              "version": 1,
              "initial": "placing",
              "states": {
                "placing": { "run": ["inventory.reserve"], "done": "open", "declined": "cancelled" },
                "open": {
                  "on": {
                    "pay": {},
                    "modify": {},
                    "cancel": [{ "when": "nothing-left", "to": "cancelled" }, {}],
                    "request-modify": {},
                    "confirm-modify": {},
                    "decline-modify": {}
                  }
                },
                "cancelled": { "final": true, "entry": ["reverse"] }
              }
            }
            """);

    private TwoSteps() {}

    /** An order that is placed, and confirms changes by the prices of their request. */
    static Given anOrder() {
        return anOrder(ModifyPrices.AS_REQUESTED);
    }

    /** An order that is placed, and confirms changes by these prices. */
    static Given anOrder(ModifyPrices prices) {
        return Given.anOrder(PROCESS, ReservePolicy.ALL_OR_NOTHING, ReversePolicy.DEFAULT.withPrices(prices))
                .placed();
    }

    /** The change that waits then. */
    static ProposedChange proposal(Then then) {
        return Objects.requireNonNull(then.order().flow().proposal(), "no change waits");
    }
}
