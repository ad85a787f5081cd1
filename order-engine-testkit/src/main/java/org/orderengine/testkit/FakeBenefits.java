package org.orderengine.testkit;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.Effect.ClawBackPoints;
import org.orderengine.effect.Effect.GrantPoints;
import org.orderengine.effect.Effect.RedeemCoupons;
import org.orderengine.effect.Effect.ReturnCoupons;
import org.orderengine.effect.Effect.ReturnPoints;
import org.orderengine.effect.Effect.SpendPoints;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.model.Offer;
import org.orderengine.spi.benefit.BenefitService;
import org.orderengine.spi.benefit.Member;
import org.orderengine.spi.benefit.MemberService;

/**
 * A membership system with coupons and points. It counts every coupon against the limits of its offers, and says yes to everything
 * that they and its accounts allow, unless it is told otherwise. Safe for any number of threads.
 *
 * <pre>{@code
 * FakeBenefits benefits = new FakeBenefits().member("ann", "gold", 500).limit(welcomeOffer);
 * OrderEngine.builder().benefits(benefits).members(benefits)…
 * }</pre>
 */
public final class FakeBenefits implements BenefitService, MemberService {

    /** What answers can be scripted for. */
    public enum Operation {
        /** Redeeming coupons. */
        REDEEM_COUPONS,
        /** Giving coupons back. */
        RETURN_COUPONS,
        /** Spending points. */
        SPEND_POINTS,
        /** Giving spent points back. */
        RETURN_POINTS,
        /** Granting points. */
        GRANT_POINTS,
        /** Taking granted points back. */
        CLAW_BACK_POINTS,
        /** {@link BenefitService#query}. */
        QUERY
    }

    private static final Declined REFUSAL =
            new Declined("benefit-declined", "The membership system says no (scripted)");

    private final Script<Operation, Answer> script = new Script<>();
    private final Intents intents = new Intents();
    private final CouponCounts coupons = new CouponCounts();
    private final PointAccounts accounts = new PointAccounts();
    private final Map<String, String> tiers = new HashMap<>();

    /** Makes a buyer a member. */
    public synchronized FakeBenefits member(String buyer, @Nullable String tier, long points) {
        accounts.open(buyer, points);
        if (tier != null) {
            tiers.put(buyer, tier);
        }
        return this;
    }

    /** Holds uses of an offer to its limits, by its coupon or, where it needs none, by {@link org.orderengine.model.Coupon#ofOffer its name}. */
    public synchronized FakeBenefits limit(Offer offer) {
        coupons.limit(offer);
        return this;
    }

    /** Answers the next calls like this, one by one, and then approves again. */
    public synchronized FakeBenefits answer(Operation operation, Answer... answers) {
        script.add(operation, List.of(answers));
        return this;
    }

    @Override
    public synchronized EffectResult perform(Effect.Benefit effect, CallContext call) {
        return intents.call(effect, call, () -> script.next(operation(effect)), REFUSAL, () -> apply(effect));
    }

    @Override
    public synchronized EffectResult query(Effect.Benefit request, CallContext call) {
        return intents.query(call, script.next(Operation.QUERY));
    }

    @Override
    public synchronized Member member(String buyer) {
        return new Member(tiers.get(buyer), accounts.balance(buyer));
    }

    /** The points of every account, members first, in the order in which they were made. */
    public synchronized Map<String, Long> points() {
        return accounts.balances();
    }

    /** The number of times that a coupon counts as used, by all buyers together. */
    public synchronized long uses(String code) {
        return coupons.uses(code);
    }

    /** All calls so far, in order. */
    public synchronized List<ServiceCall> calls() {
        return intents.calls();
    }

    private EffectResult apply(Effect.Benefit effect) {
        if (effect instanceof RedeemCoupons redeem) {
            return coupons.redeem(redeem.buyer(), redeem.codes());
        } else if (effect instanceof ReturnCoupons giveBack) {
            return coupons.giveBack(giveBack.buyer(), giveBack.codes());
        } else if (effect instanceof SpendPoints spend) {
            return accounts.spend(spend.buyer(), spend.points());
        } else if (effect instanceof ReturnPoints giveBack) {
            return accounts.add(giveBack.buyer(), giveBack.points());
        } else if (effect instanceof GrantPoints grant) {
            return accounts.add(grant.buyer(), grant.points());
        } else if (effect instanceof ClawBackPoints clawBack) {
            return accounts.add(clawBack.buyer(), -clawBack.points());
        }
        throw new IllegalArgumentException("the membership system does not know " + effect);
    }

    private static Operation operation(Effect.Benefit effect) {
        if (effect instanceof RedeemCoupons) {
            return Operation.REDEEM_COUPONS;
        } else if (effect instanceof ReturnCoupons) {
            return Operation.RETURN_COUPONS;
        } else if (effect instanceof SpendPoints) {
            return Operation.SPEND_POINTS;
        } else if (effect instanceof ReturnPoints) {
            return Operation.RETURN_POINTS;
        } else if (effect instanceof GrantPoints) {
            return Operation.GRANT_POINTS;
        }
        return Operation.CLAW_BACK_POINTS;
    }
}
