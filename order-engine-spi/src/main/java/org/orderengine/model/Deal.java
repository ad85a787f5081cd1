package org.orderengine.model;

import static org.orderengine.model.InvalidOfferException.require;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What an offer gives that depends on how many units there are, or on who buys. A unit's price is its line's running
 * amount divided by the line's units; what k of n units of a line cost is k/n of the line's running amount, rounded half
 * up.
 */
public sealed interface Deal extends Offer.Reduction {

    /** No bound to how often a deal is struck in one order. */
    long UNBOUNDED = Long.MAX_VALUE;

    /**
     * For every {@code buy} units, {@code get} more are cheaper: buy two, get one free.
     *
     * <p>On lines, units of each line count by themselves. On the order, the units of all matching lines count together,
     * and the cheapest are given. Where {@code skus} or {@code categories} name what is given, units of those lines are
     * given and not counted as bought. The last of them may be fewer than {@code get}.
     *
     * @param buy units at the full price, more than zero
     * @param get units at the lower one, more than zero
     * @param percent by how much they are cheaper: 100 is free
     * @param skus products that are given; where both sets are empty the matching lines themselves
     * @param categories categories that are given
     * @param times how often it is struck in one order at most
     */
    record BuyGet(long buy, long get, BigDecimal percent, Set<String> skus, Set<String> categories, long times)
            implements Deal {
        public BuyGet {
            require(
                    buy > 0 && get > 0 && times > 0 && buy <= Long.MAX_VALUE - get,
                    OfferCodes.OFFER_QUANTITY_NOT_POSITIVE,
                    () -> "buy " + buy + ", get " + get + ", " + times + " times: each is more than zero");
            Offer.requirePercent(percent);
            skus = Set.copyOf(skus);
            categories = Set.copyOf(categories);
        }

        /** Whether what is given is named, so that it is counted apart from what is bought. */
        public boolean isOfOthers() {
            return !skus.isEmpty() || !categories.isEmpty();
        }

        /** Buy so many and get so many of the same free. */
        public static BuyGet free(long buy, long get) {
            return new BuyGet(buy, get, BigDecimal.valueOf(100), Set.of(), Set.of(), UNBOUNDED);
        }
    }

    /**
     * Of every {@code of} units the cheapest one is cheaper: of three, the cheapest is free. Incomplete sets give nothing.
     * Of all matching units together those that cost least are given; on lines, each line counts by itself.
     *
     * @param of units of a set, more than one
     * @param percent by how much it is cheaper: 100 is free
     * @param times how often it is struck in one order at most
     */
    record CheapestFree(long of, BigDecimal percent, long times) implements Deal {
        public CheapestFree {
            require(
                    of > 1 && times > 0,
                    OfferCodes.OFFER_QUANTITY_NOT_POSITIVE,
                    () -> "the cheapest of " + of + " units, " + times + " times: at least of 2, and once");
            Offer.requirePercent(percent);
        }
    }

    /**
     * A set of goods costs one price together, if that is less. Units are taken from the lines in their order; a line that
     * several parts name counts for the first of them.
     *
     * @param price what a set costs
     * @param parts what is in a set
     * @param times how often it is struck in one order at most
     */
    record Bundle(Money price, List<Part> parts, long times) implements Deal {
        public Bundle {
            Offer.requireNotNegative(price, "bundle price");
            parts = List.copyOf(parts);
            require(!parts.isEmpty(), OfferCodes.OFFER_BUNDLE_EMPTY, "a bundle has no parts");
            require(
                    times > 0,
                    OfferCodes.OFFER_QUANTITY_NOT_POSITIVE,
                    () -> "a bundle can be bought " + times + " times");
            Set<String> seen = new HashSet<>();
            for (Part part : parts) {
                require(
                        seen.add(part.sku() == null ? "category " + part.category() : "sku " + part.sku()),
                        OfferCodes.OFFER_BUNDLE_CONTRADICTS,
                        "a bundle names the same goods in two parts");
            }
        }
    }

    /**
     * A part of a bundle: so many units of a product or of a category.
     *
     * @param sku the product, or null
     * @param category the category, where no product is named
     * @param quantity units of it, more than zero
     */
    record Part(@Nullable String sku, @Nullable String category, long quantity) {
        public Part {
            require(
                    (sku == null) != (category == null),
                    OfferCodes.OFFER_BUNDLE_CONTRADICTS,
                    "a part of a bundle names a product or a category, and exactly one of them");
            require(
                    quantity > 0,
                    OfferCodes.OFFER_QUANTITY_NOT_POSITIVE,
                    () -> "a part of a bundle has " + quantity + " units; at least 1 is needed");
        }
    }

    /**
     * The more, the cheaper: of all steps whose threshold is reached, the last applies. On lines, each line's own units and
     * amount count; on the order, those of all matching lines together.
     *
     * @param steps the steps, each above the one before
     */
    record Steps(List<Step> steps) implements Deal {
        public Steps {
            steps = List.copyOf(steps);
            require(!steps.isEmpty(), OfferCodes.OFFER_STEPS_EMPTY, "an offer has no steps");
            for (int i = 1; i < steps.size(); i++) {
                int number = i + 1;
                require(
                        steps.get(i).isAbove(steps.get(i - 1)),
                        OfferCodes.OFFER_STEPS_CONTRADICT,
                        () -> "step " + number
                                + " of an offer is not above the one before: steps rise, all by quantity or "
                                + "all by subtotal");
            }
        }
    }

    /**
     * A step: from here on, this reduction.
     *
     * @param quantity the least units, or null
     * @param subtotal the least running amount, where no quantity is named
     * @param reduction by how much it is cheaper then; no deal
     */
    record Step(@Nullable Long quantity, @Nullable Money subtotal, Offer.Reduction reduction) {
        public Step {
            require(
                    (quantity == null) != (subtotal == null),
                    OfferCodes.OFFER_STEPS_CONTRADICT,
                    "a step starts at a quantity or at a subtotal, and at exactly one of them");
            require(
                    quantity == null || quantity >= 0,
                    OfferCodes.OFFER_QUANTITY_NEGATIVE,
                    () -> "a step starts at " + quantity + " units, less than zero");
            if (subtotal != null) {
                Offer.requireNotNegative(subtotal, "step");
            }
            require(!(reduction instanceof Deal), OfferCodes.OFFER_STEPS_CONTRADICT, "a step cannot hold another deal");
        }

        private boolean isAbove(Step lower) {
            if (quantity != null) {
                return lower.quantity != null && quantity > lower.quantity;
            }
            return subtotal != null
                    && lower.subtotal != null
                    && subtotal.currency().equals(lower.subtotal.currency())
                    && subtotal.compareTo(lower.subtotal) > 0;
        }
    }

    /**
     * What a unit costs for a member of each tier, if that is less. On lines.
     *
     * @param prices the unit price by tier; others pay the usual price
     */
    record TierPrices(Map<String, Money> prices) implements Deal {
        public TierPrices {
            prices = Map.copyOf(prices);
            require(!prices.isEmpty(), OfferCodes.OFFER_STEPS_EMPTY, "an offer has no tier prices");
            prices.values().forEach(price -> Offer.requireNotNegative(price, "tier price"));
        }
    }

    /**
     * What an {@code OfferRule} of the host says.
     *
     * @param rule the name under which the host registered it
     * @param parameters what the rule needs to know of this offer
     */
    record ByRule(String rule, Map<String, String> parameters) implements Deal {
        public ByRule {
            require(!rule.isBlank(), OfferCodes.OFFER_RULE_BLANK, "the name of an offer's rule is blank");
            parameters = Map.copyOf(parameters);
        }
    }
}
