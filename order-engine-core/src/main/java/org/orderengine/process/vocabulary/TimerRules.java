package org.orderengine.process.vocabulary;

import java.util.Map;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.process.ProcessTimer;
import org.orderengine.spi.rule.InstantRule;

/** When the built-in rules that a {@link ProcessTimer} can name let it fall due. */
final class TimerRules {

    private TimerRules() {}

    /** By name; what speaks of deposits answers by a policy. */
    static Map<String, InstantRule> all(DepositPolicy deposits) {
        return Map.of(
                ProcessTimer.BALANCE_DEADLINE,
                (order, now) -> order.placedAt().plus(deposits.balanceWithin()),
                ProcessTimer.PROMISED,
                (order, now) -> order.promisedAt() == null ? now : order.promisedAt());
    }
}
