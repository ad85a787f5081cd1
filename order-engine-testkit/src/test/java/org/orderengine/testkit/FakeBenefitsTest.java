package org.orderengine.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.testkit.Fixtures.call;
import static org.orderengine.testkit.Fixtures.couponOffer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.effect.Effect.ClawBackPoints;
import org.orderengine.effect.Effect.GrantPoints;
import org.orderengine.effect.Effect.RedeemCoupons;
import org.orderengine.effect.Effect.ReturnCoupons;
import org.orderengine.effect.Effect.SpendPoints;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.effect.EffectResult.Done;
import org.orderengine.effect.EffectResult.Unknown;
import org.orderengine.model.Coupon;
import org.orderengine.model.Offer;
import org.orderengine.spi.benefit.Member;
import org.orderengine.testkit.FakeBenefits.Operation;

class FakeBenefitsTest {

    private final FakeBenefits benefits =
            new FakeBenefits().member("ann", "gold", 100).limit(couponOffer("HELLO", 1L, 3L));

    @Test
    void a_coupon_counts_per_buyer_and_in_all() {
        assertThat(redeem("o1", "ann")).isInstanceOf(Done.class);
        assertThat(redeem("o2", "ann")).isInstanceOf(Declined.class);
        assertThat(redeem("o3", "bo")).isInstanceOf(Done.class);
        assertThat(redeem("o4", "cy")).isInstanceOf(Done.class);
        assertThat(redeem("o5", "di")).isInstanceOf(Declined.class);
        assertThat(benefits.uses("HELLO")).isEqualTo(3);
    }

    @Test
    void guests_are_not_counted_one_by_one() {
        assertThat(redeem("o1", null)).isInstanceOf(Done.class);
        assertThat(redeem("o2", null)).isInstanceOf(Done.class);
    }

    @Test
    void a_limited_offer_without_coupon_counts_under_its_name() {
        Offer first = new Offer(
                "first-hundred",
                null,
                Offer.Target.SHIPPING,
                new Offer.Percent(BigDecimal.TEN),
                null,
                Offer.Condition.ALWAYS,
                null,
                1L,
                null);
        benefits.limit(first);
        List<String> codes = List.of(Coupon.ofOffer("first-hundred").code());
        assertThat(benefits.perform(new RedeemCoupons("ann", codes), call("o1", "redeem")))
                .isInstanceOf(Done.class);
        assertThat(benefits.perform(new RedeemCoupons("bo", codes), call("o2", "redeem")))
                .isInstanceOf(Declined.class);
    }

    @Test
    void a_coupon_comes_back_only_from_who_used_it() {
        redeem("o1", "ann");
        assertThat(benefits.perform(new ReturnCoupons("bo", List.of("HELLO")), call("o1", "return")))
                .isInstanceOf(Declined.class);
        assertThat(benefits.perform(new ReturnCoupons("ann", List.of("HELLO")), call("o1", "return again")))
                .isInstanceOf(Done.class);
        assertThat(redeem("o2", "ann")).isInstanceOf(Done.class);
    }

    @Test
    void a_member_is_known_with_tier_and_points() {
        assertThat(benefits.member("ann")).isEqualTo(new Member("gold", 100));
        assertThat(benefits.member("nobody")).isEqualTo(Member.NOBODY);
    }

    @Test
    void points_granted_open_an_account_and_may_be_taken_back_below_zero() {
        benefits.perform(new GrantPoints("bo", 30), call("o1", "grant"));
        benefits.perform(new SpendPoints("bo", 30), call("o2", "spend"));
        benefits.perform(new ClawBackPoints("bo", 10), call("o1", "claw back"));
        assertThat(benefits.points()).containsExactly(Map.entry("ann", 100L), Map.entry("bo", -10L));
    }

    @Test
    void answers_are_scripted_per_operation() {
        benefits.answer(Operation.SPEND_POINTS, Answer.UNKNOWN_DONE);
        assertThat(benefits.perform(new SpendPoints("ann", 10), call("o1", "spend")))
                .isInstanceOf(Unknown.class);
        assertThat(benefits.query(new SpendPoints("ann", 10), call("o1", "spend"))).isInstanceOf(Done.class);
        assertThat(benefits.points()).containsEntry("ann", 90L);
    }

    private EffectResult redeem(String order, @Nullable String buyer) {
        return benefits.perform(new RedeemCoupons(buyer, List.of("HELLO")), call(order, "redeem"));
    }
}
