package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.ClawBackPoints;
import org.orderengine.effect.Effect.GrantPoints;
import org.orderengine.effect.Effect.RedeemCoupons;
import org.orderengine.effect.Effect.ReturnCoupons;
import org.orderengine.effect.Effect.ReturnPoints;
import org.orderengine.effect.Effect.SpendPoints;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.effect.EffectResult.Done;
import org.orderengine.effect.EffectResult.Failed;
import org.orderengine.spi.benefit.BenefitService;

/**
 * The contract of a {@link BenefitService}: rules M1 to M6 of {@code docs/contract.md}.
 *
 * <p>A service proves that it keeps them by a test class of its own, which makes coupons and members and reads their points:
 *
 * <pre>{@code
 * class LoyaltyTest extends BenefitContract {
 *     protected BenefitService benefits() { return loyalty; }
 *     protected String newCoupon(long limit) { return loyalty.addCoupon(limit); }
 *     protected String newMember(long points) { return loyalty.addMember(points); }
 *     protected long points(String buyer) { return loyalty.points(buyer); }
 * }
 * }</pre>
 *
 * <p>Every test uses coupons, members and orders of its own.
 */
public abstract class BenefitContract {

    /** For classes that extend this one. */
    protected BenefitContract() {}

    /** The service to be held to the contract. */
    protected abstract BenefitService benefits();

    /** Makes a coupon that may be used that often in all, and returns its code. */
    protected abstract String newCoupon(long limit);

    /** Makes a member who has that many points, and returns the id of that buyer. */
    protected abstract String newMember(long points);

    /** The points that a member could spend now. */
    protected abstract long points(String buyer);

    @Test
    void m1_a_second_call_with_the_same_key_changes_nothing() {
        String buyer = newMember(100);
        String order = Calls.newOrder();
        CallContext spending = Calls.newCall(order);
        EffectResult first = benefits().perform(new SpendPoints(buyer, 60), spending);
        assertThat(first).isInstanceOf(Done.class);
        assertThat(benefits().perform(new SpendPoints(buyer, 60), Calls.again(spending)))
                .isEqualTo(first);
        assertThat(points(buyer)).isEqualTo(40);

        String coupon = newCoupon(1);
        CallContext redeeming = Calls.newCall(order);
        assertThat(benefits().perform(new RedeemCoupons(buyer, List.of(coupon)), redeeming))
                .isInstanceOf(Done.class);
        assertThat(benefits().perform(new RedeemCoupons(buyer, List.of(coupon)), Calls.again(redeeming)))
                .isInstanceOf(Done.class);
    }

    @Test
    void m2_either_all_coupons_are_redeemed_or_none() {
        String fresh = newCoupon(1);
        String used = newCoupon(1);
        String buyer = newMember(0);
        redeem(buyer, used);
        assertThat(benefits().perform(new RedeemCoupons(buyer, List.of(fresh, used)), Calls.newCall(Calls.newOrder())))
                .isInstanceOf(Declined.class);
        assertThat(redeem(buyer, fresh)).isInstanceOf(Done.class);
    }

    @Test
    void m3_a_coupon_counts_until_it_is_given_back() {
        String coupon = newCoupon(1);
        String buyer = newMember(0);
        assertThat(redeem(buyer, coupon)).isInstanceOf(Done.class);
        assertThat(redeem(buyer, coupon)).isInstanceOfSatisfying(Declined.class, declined -> assertThat(declined.code())
                .isEqualTo("coupon-used-up"));
        assertThat(benefits().perform(new ReturnCoupons(buyer, List.of(coupon)), Calls.newCall(Calls.newOrder())))
                .isInstanceOf(Done.class);
        assertThat(redeem(buyer, coupon)).isInstanceOf(Done.class);
    }

    @Test
    void m4_of_many_buyers_at_once_as_many_redeem_a_coupon_as_it_allows() throws InterruptedException {
        String coupon = newCoupon(3);
        String buyer = newMember(0);
        assertThat(Calls.done(Calls.together(8, () -> redeem(buyer, coupon)))).isEqualTo(3);
    }

    @Test
    void m5_no_more_points_are_spent_than_there_are_and_all_movements_sum() {
        String buyer = newMember(50);
        String order = Calls.newOrder();
        assertThat(benefits().perform(new SpendPoints(buyer, 51), Calls.newCall(order)))
                .isInstanceOfSatisfying(
                        Declined.class, declined -> assertThat(declined.code()).isEqualTo("points-short"));
        benefits().perform(new SpendPoints(buyer, 50), Calls.newCall(order));
        assertThat(points(buyer)).isZero();
        benefits().perform(new ReturnPoints(buyer, 20), Calls.newCall(order));
        benefits().perform(new GrantPoints(buyer, 7), Calls.newCall(order));
        benefits().perform(new ClawBackPoints(buyer, 3), Calls.newCall(order));
        assertThat(points(buyer)).isEqualTo(24);
    }

    /** Whether the service can be asked what became of a call: {@code query} is overridden. */
    protected boolean answersQueries() {
        return true;
    }

    @Test
    void m6_a_query_tells_what_became_of_a_call_or_there_is_none() {
        String buyer = newMember(10);
        SpendPoints ten = new SpendPoints(buyer, 10);
        if (!answersQueries()) {
            assertThat(benefits().query(ten, Calls.newCall(Calls.newOrder())))
                    .as("a service that cannot be asked")
                    .isNull();
            return;
        }
        CallContext spending = Calls.newCall(Calls.newOrder());
        benefits().perform(ten, spending);
        CallContext refused = Calls.newCall(Calls.newOrder());
        benefits().perform(ten, refused);
        assertThat(benefits().query(ten, Calls.again(spending))).isInstanceOf(Done.class);
        assertThat(benefits().query(ten, Calls.again(refused))).isInstanceOf(Declined.class);
        assertThat(benefits().query(ten, Calls.newCall(Calls.newOrder()))).isInstanceOf(Failed.class);
    }

    private EffectResult redeem(String buyer, String coupon) {
        return benefits().perform(new RedeemCoupons(buyer, List.of(coupon)), Calls.newCall(Calls.newOrder()));
    }
}
