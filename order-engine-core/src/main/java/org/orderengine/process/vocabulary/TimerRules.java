package org.orderengine.process.vocabulary;

import java.util.Map;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.process.RuleNames;
import org.orderengine.spi.rule.InstantRule;

/** When the built-in rules of {@link RuleNames} let a timer fall due. */
final class TimerRules {

    private TimerRules() {}

    /** By name; what speaks of deposits answers by a policy. */
    static Map<String, InstantRule> all(DepositPolicy deposits) {
        return Map.of(
                RuleNames.BALANCE_DEADLINE, (order, now) -> order.placedAt().plus(deposits.balanceWithin()));
    }
}
