package org.orderengine.testkit;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;

/**
 * Membership points by buyer. A guest has no account: no points can be spent, and none are earned.
 *
 * <p>Taking back granted points may leave an account below zero, when they were spent meanwhile. For one thread at a time:
 * {@link FakeBenefits} guards it.
 */
final class PointAccounts {

    private final Map<String, Long> balances = new LinkedHashMap<>();

    void open(String buyer, long points) {
        balances.put(buyer, points);
    }

    EffectResult spend(@Nullable String buyer, long points) {
        long balance = buyer == null ? 0 : balance(buyer);
        if (points > balance) {
            return new Declined("points-short", points + " points are asked for, the account has " + balance);
        }
        return add(buyer, -points);
    }

    EffectResult add(@Nullable String buyer, long points) {
        if (buyer != null) {
            balances.merge(buyer, points, Math::addExact);
        }
        return EffectResult.done();
    }

    long balance(String buyer) {
        return balances.getOrDefault(buyer, 0L);
    }

    Map<String, Long> balances() {
        return new LinkedHashMap<>(balances);
    }
}
