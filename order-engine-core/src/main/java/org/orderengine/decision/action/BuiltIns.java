package org.orderengine.decision.action;

import org.orderengine.policy.DepositPolicy;
import org.orderengine.process.vocabulary.Registry;

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
