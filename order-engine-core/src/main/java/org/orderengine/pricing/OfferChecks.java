package org.orderengine.pricing;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.Problem;
import org.orderengine.pricing.offer.OfferParts;

/**
 * Checks a shop's offers against each other and against the shop, all at once, before they are put to use. What an offer
 * says of itself its constructor has checked already.
 */
public final class OfferChecks {

    /** Two offers have one id: every order they are asked for is refused. */
    public static final String DUPLICATE_OFFER = PricingCodes.DUPLICATE_OFFER;

    /** An offer has amounts of another currency: orders that it could apply to are refused. */
    public static final String CURRENCY_MIXED = PricingCodes.CURRENCY_MIXED;

    /** An offer names a rule that nobody registered: orders that it could apply to are refused. */
    public static final String UNKNOWN_OFFER_RULE = PricingCodes.UNKNOWN_OFFER_RULE;

    /** An offer names a product that the catalog does not have. */
    public static final String OFFER_UNKNOWN_PRODUCT = "offer-unknown-product";

    /** An offer gets no turn, because one before it in its exclusive group applies to every order that costs something. */
    public static final String OFFER_SHADOWED = "offer-shadowed";

    private OfferChecks() {}

    /**
     * Everything that is wrong, in the order of the offers; empty where nothing is.
     *
     * @param offers the offers, in the order in which they apply
     * @param currency the shop's currency
     * @param isProduct whether the catalog has the product of that sku
     * @param rules the names of the registered offer rules
     */
    public static List<Problem> findings(
            List<Offer> offers, Currency currency, Predicate<String> isProduct, Set<String> rules) {
        List<Problem> findings = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<String, String> always = new HashMap<>();
        for (Offer offer : offers) {
            if (!ids.add(offer.id())) {
                findings.add(new Problem(DUPLICATE_OFFER, "two offers are called \"" + offer.id() + "\""));
            }
            String group = offer.exclusive();
            if (group != null && always.containsKey(group)) {
                findings.add(new Problem(
                        OFFER_SHADOWED,
                        "offer " + offer.id() + " gets no turn: offer " + always.get(group)
                                + " of the same exclusive group applies before it, to every order"));
            } else if (group != null && isForEveryOrder(offer)) {
                always.put(group, offer.id());
            }
            check(offer, currency, isProduct, rules, findings);
        }
        return findings;
    }

    private static void check(
            Offer offer, Currency currency, Predicate<String> isProduct, Set<String> rules, List<Problem> findings) {
        for (Money amount : OfferParts.amounts(offer)) {
            if (!amount.currency().equals(currency)) {
                findings.add(new Problem(
                        CURRENCY_MIXED,
                        "offer " + offer.id() + " speaks of " + amount + ", the shop's currency is "
                                + currency.getCurrencyCode()));
            }
        }
        products(offer, sku -> {
            if (!isProduct.test(sku)) {
                findings.add(new Problem(
                        OFFER_UNKNOWN_PRODUCT,
                        "offer " + offer.id() + " names the product \"" + sku + "\", which the catalog does not have"));
            }
        });
        if (offer.reduction() instanceof Deal.ByRule byRule && !rules.contains(byRule.rule())) {
            findings.add(new Problem(
                    UNKNOWN_OFFER_RULE,
                    "offer " + offer.id() + " names the rule \"" + byRule.rule()
                            + "\", which nobody registered; known are "
                            + rules.stream().sorted().toList()));
        }
    }

    /** Whether no order escapes it: it takes a part of whatever the lines cost, for everybody. */
    private static boolean isForEveryOrder(Offer offer) {
        boolean takesPart = offer.reduction() instanceof Offer.Percent percent
                ? percent.percent().signum() > 0
                : offer.reduction() instanceof Offer.Amount amount
                        && amount.amount().isPositive();
        return takesPart
                && offer.when().equals(Condition.ALWAYS)
                && offer.coupon() == null
                && offer.on() != Offer.Target.SHIPPING
                && (offer.cap() == null || offer.cap().isPositive());
    }

    private static void products(Offer offer, Consumer<String> each) {
        offer.when().skus().stream().sorted().forEach(each);
        if (offer.reduction() instanceof Deal.BuyGet buyGet) {
            buyGet.skus().stream().sorted().forEach(each);
        } else if (offer.reduction() instanceof Deal.Bundle bundle) {
            for (Deal.Part part : bundle.parts()) {
                if (part.sku() != null) {
                    each.accept(part.sku());
                }
            }
        }
    }
}
