package org.orderengine.model;

import static org.orderengine.model.InvalidOfferException.require;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An offer as data: what it is on, what it gives, and when.
 *
 * <p>For example {@code Offer.of("ten-off", Target.ORDER, new Percent(BigDecimal.TEN)).withCoupon("HELLO")}. What
 * contradicts itself is refused with an {@link InvalidOfferException}.
 *
 * <p>More than seven components: hosts put it together from {@code of} and one method for each further term.
 *
 * @param id the offer's id
 * @param coupon the code that the order must carry; without one the offer applies by itself
 * @param on what it lowers
 * @param reduction by how much
 * @param cap the most that it gives: per line where it is on lines; without one there is no bound
 * @param when the condition
 * @param perBuyer how often one buyer may use it; null without bound
 * @param limit how often it may be used in all; null without bound
 * @param exclusive of the offers with the same name here, only the first that applies does
 */
public record Offer(
        String id,
        @Nullable String coupon,
        Target on,
        Reduction reduction,
        @Nullable Money cap,
        Condition when,
        @Nullable Long perBuyer,
        @Nullable Long limit,
        @Nullable String exclusive) {

    /** What an offer lowers. */
    public enum Target {
        /** The sum of the matching lines, spread over them. */
        ORDER,
        /** Each matching line by itself. */
        LINE,
        /** The delivery. */
        SHIPPING
    }

    public Offer {
        require(
                !id.isBlank() && !Adjustment.isReserved(id),
                OfferCodes.OFFER_ID_RESERVED,
                () -> "an offer cannot be called \"" + id + "\"");
        require(
                coupon == null || !coupon.isBlank(),
                OfferCodes.OFFER_COUPON_BLANK,
                () -> "the coupon of offer " + id + " is blank");
        require(
                cap == null || !cap.isNegative(),
                OfferCodes.OFFER_AMOUNT_NEGATIVE,
                () -> "the cap of offer " + id + " is " + cap + ", less than nothing");
        require(
                (perBuyer == null || perBuyer > 0) && (limit == null || limit > 0),
                OfferCodes.OFFER_LIMIT_NOT_POSITIVE,
                () -> "offer " + id + " could never be used: its limits are " + perBuyer + " per buyer and " + limit
                        + " in all; both are more than zero, or left out");
        require(
                perBuyer == null || limit == null || perBuyer <= limit,
                OfferCodes.OFFER_LIMITS_CONTRADICT,
                () -> "one buyer may use offer " + id + " " + perBuyer + " times, but all together only " + limit);
        require(
                on != Target.SHIPPING || !(reduction instanceof Deal),
                OfferCodes.OFFER_TARGET_CONTRADICTS,
                () -> "offer " + id + " is on shipping, and what it gives is about units of lines");
        require(
                on == Target.ORDER || !(reduction instanceof Deal.Bundle),
                OfferCodes.OFFER_TARGET_CONTRADICTS,
                () -> "offer " + id + " is on each line, and its bundle is of several: it has to be on the order");
        require(
                on == Target.ORDER || !(reduction instanceof Deal.BuyGet deal) || !deal.isOfOthers(),
                OfferCodes.OFFER_TARGET_CONTRADICTS,
                () -> "offer " + id
                        + " is on each line by itself, and gives units of other lines: it has to be on the order");
        require(
                on == Target.LINE || !(reduction instanceof Deal.TierPrices),
                OfferCodes.OFFER_TARGET_CONTRADICTS,
                () -> "offer " + id + " is on the order, and names unit prices: it has to be on lines");
    }

    /** An offer for every buyer and always, without coupon, cap or limits. */
    public static Offer of(String id, Target on, Reduction reduction) {
        return new Offer(id, null, on, reduction, null, Condition.ALWAYS, null, null, null);
    }

    /** This offer for orders that carry that code. */
    public Offer withCoupon(@Nullable String code) {
        return new Offer(id, code, on, reduction, cap, when, perBuyer, limit, exclusive);
    }

    /** This offer with a bound to what it gives. */
    public Offer withCap(@Nullable Money most) {
        return new Offer(id, coupon, on, reduction, most, when, perBuyer, limit, exclusive);
    }

    /** This offer under that condition. */
    public Offer withCondition(Condition condition) {
        return new Offer(id, coupon, on, reduction, cap, condition, perBuyer, limit, exclusive);
    }

    /** This offer with bounds to how often it is used, by one buyer and in all. */
    public Offer withLimits(@Nullable Long eachBuyer, @Nullable Long inAll) {
        return new Offer(id, coupon, on, reduction, cap, when, eachBuyer, inAll, exclusive);
    }

    /** This offer as one of a group of which only the first that applies does. */
    public Offer withExclusive(@Nullable String group) {
        return new Offer(id, coupon, on, reduction, cap, when, perBuyer, limit, group);
    }

    /** Whether its uses have to be counted. */
    public boolean isLimited() {
        return perBuyer != null || limit != null;
    }

    /** By how much an offer lowers what it is on. */
    public sealed interface Reduction permits Percent, Amount, FixedPrice, Deal {}

    /**
     * A percentage, rounded half up.
     *
     * @param percent 15 is fifteen percent; from 0 to 100, with at most 10 digits after the point
     */
    public record Percent(BigDecimal percent) implements Reduction {
        public Percent {
            requirePercent(percent);
        }
    }

    /**
     * An amount, at most what it is on.
     *
     * @param amount the amount, not negative
     */
    public record Amount(Money amount) implements Reduction {
        public Amount {
            requireNotNegative(amount, "amount");
        }
    }

    /**
     * What a unit (on lines), all matching lines together (on the order) or the delivery then cost, if that is less.
     *
     * @param price the price, not negative
     */
    public record FixedPrice(Money price) implements Reduction {
        public FixedPrice {
            requireNotNegative(price, "price");
        }
    }

    /**
     * When an offer applies.
     *
     * @param skus products it matches
     * @param categories categories it matches; where both sets are empty every line matches
     * @param minSubtotal the least running amount of the matching lines
     * @param minQuantity the least units of the matching lines
     * @param tiers the tiers of which the buyer must have one; empty for every buyer
     * @param window the time at which it applies; always without one
     * @param except lines that it neither lowers nor counts, although they match otherwise
     */
    public record Condition(
            Set<String> skus,
            Set<String> categories,
            @Nullable Money minSubtotal,
            @Nullable Long minQuantity,
            Set<String> tiers,
            @Nullable TimeWindow window,
            Except except) {

        /** Always, for every line. */
        public static final Condition ALWAYS = new Condition(Set.of(), Set.of(), null, null, Set.of());

        public Condition {
            skus = Set.copyOf(skus);
            categories = Set.copyOf(categories);
            tiers = Set.copyOf(tiers);
            if (minSubtotal != null) {
                requireNotNegative(minSubtotal, "minimum subtotal");
            }
            require(
                    minQuantity == null || minQuantity >= 0,
                    OfferCodes.OFFER_QUANTITY_NEGATIVE,
                    () -> "an offer's minimum quantity is " + minQuantity + ", less than zero");
        }

        /** A condition for any time. */
        public Condition(
                Set<String> skus,
                Set<String> categories,
                @Nullable Money minSubtotal,
                @Nullable Long minQuantity,
                Set<String> tiers) {
            this(skus, categories, minSubtotal, minQuantity, tiers, null, Except.NONE);
        }

        /** Always, for lines of these products. */
        public static Condition ofSkus(String... skus) {
            return new Condition(Set.of(skus), Set.of(), null, null, Set.of());
        }

        /** Always, for lines of these categories. */
        public static Condition ofCategories(String... categories) {
            return new Condition(Set.of(), Set.of(categories), null, null, Set.of());
        }

        /** This condition, and the matching lines come to that much at least. */
        public Condition andSubtotal(@Nullable Money least) {
            return new Condition(skus, categories, least, minQuantity, tiers, window, except);
        }

        /** This condition, and the matching lines have that many units at least. */
        public Condition andQuantity(@Nullable Long least) {
            return new Condition(skus, categories, minSubtotal, least, tiers, window, except);
        }

        /** This condition, and the buyer has one of these tiers. */
        public Condition andTiers(String... oneOf) {
            return new Condition(skus, categories, minSubtotal, minQuantity, Set.of(oneOf), window, except);
        }

        /** This condition, and it is that time. */
        public Condition andWindow(@Nullable TimeWindow time) {
            return new Condition(skus, categories, minSubtotal, minQuantity, tiers, time, except);
        }

        /** This condition, and lines of these products do not match. */
        public Condition exceptSkus(String... out) {
            return new Condition(
                    skus,
                    categories,
                    minSubtotal,
                    minQuantity,
                    tiers,
                    window,
                    new Except(Set.of(out), except.categories()));
        }

        /** This condition, and lines of these categories do not match. */
        public Condition exceptCategories(String... out) {
            return new Condition(
                    skus, categories, minSubtotal, minQuantity, tiers, window, new Except(except.skus(), Set.of(out)));
        }
    }

    /**
     * Lines that an offer neither lowers nor counts.
     *
     * @param skus of these products
     * @param categories of these categories
     */
    public record Except(Set<String> skus, Set<String> categories) {

        /** No line is left out. */
        public static final Except NONE = new Except(Set.of(), Set.of());

        public Except {
            skus = Set.copyOf(skus);
            categories = Set.copyOf(categories);
        }

        /** Whether no line is left out. */
        public boolean isEmpty() {
            return skus.isEmpty() && categories.isEmpty();
        }
    }

    static void requirePercent(BigDecimal percent) {
        require(
                percent.signum() >= 0 && percent.compareTo(BigDecimal.valueOf(100)) <= 0 && percent.scale() <= 10,
                OfferCodes.OFFER_PERCENT_OUT_OF_RANGE,
                "an offer's percentage is not from 0 to 100 with at most 10 digits after the point");
    }

    static void requireNotNegative(Money amount, String what) {
        require(
                !amount.isNegative(),
                OfferCodes.OFFER_AMOUNT_NEGATIVE,
                () -> "an offer's " + what + " is " + amount + ", less than nothing");
    }
}
