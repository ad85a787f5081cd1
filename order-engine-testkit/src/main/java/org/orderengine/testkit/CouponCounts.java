package org.orderengine.testkit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.model.Coupon;
import org.orderengine.model.Offer;

/**
 * The number of times that coupons and limited offers were used. A guest is not identified, so limits per buyer do not bind
 * guests.
 *
 * <p>For one thread at a time: {@link FakeBenefits} guards it.
 */
final class CouponCounts {

    private record Use(String code, @Nullable String buyer) {}

    private final Map<String, List<Offer>> offers = new HashMap<>();
    private final Map<Use, Long> perBuyer = new HashMap<>();
    private final Map<String, Long> inAll = new HashMap<>();

    /** Counts an offer's uses under its coupon, or under its name where it needs none. */
    void limit(Offer offer) {
        String coupon = offer.coupon();
        String code = coupon == null ? Coupon.ofOffer(offer.id()).code() : coupon;
        offers.computeIfAbsent(code, key -> new ArrayList<>()).add(offer);
    }

    EffectResult redeem(@Nullable String buyer, List<String> codes) {
        Map<String, Long> asked = count(codes);
        for (Map.Entry<String, Long> ask : asked.entrySet()) {
            String code = ask.getKey();
            for (Offer offer : offers.getOrDefault(code, List.of())) {
                boolean usedUp = exceeds(inAll.getOrDefault(code, 0L) + ask.getValue(), offer.limit())
                        || (buyer != null && exceeds(uses(code, buyer) + ask.getValue(), offer.perBuyer()));
                if (usedUp) {
                    return new Declined("coupon-used-up", "Coupon " + code + " cannot be used once more");
                }
            }
        }
        asked.forEach((code, times) -> add(code, buyer, times));
        return EffectResult.done();
    }

    EffectResult giveBack(@Nullable String buyer, List<String> codes) {
        Map<String, Long> asked = count(codes);
        for (Map.Entry<String, Long> ask : asked.entrySet()) {
            if (uses(ask.getKey(), buyer) < ask.getValue()) {
                return new Declined("coupon-not-used", "Coupon " + ask.getKey() + " was not used that often");
            }
        }
        asked.forEach((code, times) -> add(code, buyer, -times));
        return EffectResult.done();
    }

    long uses(String code) {
        return inAll.getOrDefault(code, 0L);
    }

    private long uses(String code, @Nullable String buyer) {
        return perBuyer.getOrDefault(new Use(code, buyer), 0L);
    }

    private void add(String code, @Nullable String buyer, long times) {
        inAll.merge(code, times, Math::addExact);
        perBuyer.merge(new Use(code, buyer), times, Math::addExact);
    }

    private static Map<String, Long> count(List<String> codes) {
        Map<String, Long> counts = new HashMap<>();
        codes.forEach(code -> counts.merge(code, 1L, Math::addExact));
        return counts;
    }

    private static boolean exceeds(long uses, @Nullable Long bound) {
        return bound != null && uses > bound;
    }
}
