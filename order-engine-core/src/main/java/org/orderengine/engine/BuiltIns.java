package org.orderengine.engine;

import org.orderengine.decision.action.BuiltInActions;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.process.Registry;

/** The names that definitions can use although the host registered none: guards, effects, rules and actions. */
public final class BuiltIns {

    private BuiltIns() {}

    /** The built-in names, with {@link DepositPolicy#DEFAULT}. */
    public static Registry names() {
        return names(DepositPolicy.DEFAULT);
    }

    /** The built-in names. Guards on deposits answer by the policy. */
    public static Registry names(DepositPolicy deposits) {
        return Registry.builtIn(deposits, BuiltInActions.descriptions());
    }
}
