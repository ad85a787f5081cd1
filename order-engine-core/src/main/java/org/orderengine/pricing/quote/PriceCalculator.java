package org.orderengine.pricing.quote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Currency;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.orderengine.model.Books;
import org.orderengine.model.Charge;
import org.orderengine.model.Coupon;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Prices;
import org.orderengine.model.Problem;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.ReversalPolicy;
import org.orderengine.pricing.Explanation;
import org.orderengine.pricing.Pricing;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.pricing.PricingRules;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.spi.catalog.Product;

/**
 * The calculation of what an order costs and why, by one shop's {@link Pricing}.
 *
 * <p>A price is worked out in these steps:
 *
 * <ol>
 *   <li>The lines are checked, and their currency is settled.
 *   <li>A {@link PricingWorksheet} is laid out with a row for each line and one for the delivery.
 *   <li>The shop's rules run over it in their order: base price, delivery, offers, points and tax unless the shop says otherwise.
 *   <li>What each row came to is frozen as the share of its units. A rule that cannot go on makes the whole a refusal.
 * </ol>
 *
 * <pre>{@code
 * PriceCalculator prices = new PriceCalculator(new Pricing(PricingPolicy.DEFAULT));
 * QuoteResult result = prices.quote(request, facts);
 * }</pre>
 *
 * <p>Each method is a pure function: the same request and the same facts give the same books, so that an order costs what its
 * quote said (A8). Immutable, and safe for any number of threads.
 */
public final class PriceCalculator {

    private final Pricing pricing;
    private final PricingSteps steps;
    private final Set<String> chargeCategories = new LinkedHashSet<>();

    /** A calculation by what a shop chose. */
    public PriceCalculator(Pricing pricing) {
        this.pricing = pricing;
        this.steps = new PricingSteps(pricing.rules());
        pricing.chargeRules().forEach(rule -> chargeCategories.addAll(rule.taxCategories()));
    }

    /** The policy that it prices by. */
    public PricingPolicy policy() {
        return pricing.policy();
    }

    /** The tax categories of the products, of the delivery and of the shop's charges: those that a quote needs the rates of. */
    public Set<String> taxCategories(Collection<Product> products) {
        Set<String> categories = new LinkedHashSet<>();
        for (Product product : products) {
            if (product.taxCategory() != null) {
                categories.add(product.taxCategory());
            }
        }
        if (policy().shippingTaxCategory() != null) {
            categories.add(policy().shippingTaxCategory());
        }
        categories.addAll(chargeCategories);
        return categories;
    }

    /** The tax categories of the lines, the delivery and the charges of an order: those that pricing it anew needs the rates of. */
    public Set<String> taxCategories(Books books) {
        Set<String> categories = taxCategories(List.of());
        for (Line line : books.lines()) {
            if (line.item().taxCategory() != null) {
                categories.add(line.item().taxCategory());
            }
        }
        for (Charge charge : books.charges()) {
            if (charge.terms().taxCategory() != null) {
                categories.add(charge.terms().taxCategory());
            }
        }
        return categories;
    }

    /**
     * The books that the order would open with, or why it has no price. Nothing is stored, redeemed or reserved.
     *
     * <p>Refused with {@code no-lines}, {@code invalid-line}, {@code duplicate-line}, {@code unknown-product}, {@code
     * invalid-quantity}, {@code invalid-price}, {@code line-without-price}, {@code currency-mixed}, {@code
     * amount-overflow}, {@code unknown-coupon}, {@code invalid-points}, {@code points-not-accepted}, {@code points-short},
     * {@code invalid-charge}, {@code duplicate-charge}, {@code unknown-line},
     * {@code duplicate-offer}, {@code unknown-offer-rule}, {@code pricing-rule-failed}, or a code of a rule of the host's.
     */
    public QuoteResult quote(QuoteRequest request, PricingFacts facts) {
        return refusing(() -> {
            if (request.lines().isEmpty()) {
                throw new PricingProblem(PricingCodes.NO_LINES, "the order has no lines; it needs at least one");
            }
            SheetBuilder.requireLines(request.lines(), Set.of());
            Currency currency = SheetBuilder.currency(request.lines(), facts);
            SheetTerms asked = new SheetTerms(
                    request.origin(),
                    request.to(),
                    SheetBuilder.coupons(request.coupons(), facts.offers()),
                    request.points(),
                    null,
                    request.shippingPrice(),
                    request.at());
            PricingWorksheet sheet = sheet(
                    asked,
                    facts,
                    currency,
                    SheetBuilder.rows(request.lines(), facts, currency),
                    OfferPlan.ofToday(facts.offers()));
            if (!request.charges().isEmpty() || addsCharges()) {
                sheet.charging(new Charges.Plan(request.charges(), pricing.chargeRules(), null, Set.of()));
            }
            steps.price(sheet);
            Explanation explanation = sheet.close();
            List<Line> lines = new ArrayList<>(sheet.rows.size());
            for (SheetRow row : sheet.rows) {
                lines.add(row.toLine());
            }
            Books books = Books.opened(
                    currency,
                    policy().pricesIncludeTax(),
                    new Prices(
                            lines,
                            sheet.shipping(request.to().method()),
                            carried(sheet.used()),
                            KeptOffers.with(List.of(), sheet.gave(), currency)));
            return new QuoteResult.Quoted(
                    sheet.chargeRows().isEmpty() ? books : books.withCharges(Charges.of(sheet, books, null)),
                    facts.member().tier(),
                    explanation);
        });
    }

    /**
     * The books when the offers that gave the order something are judged anew by the units that they stand for. Agreed prices and spent
     * points stay; what is refunded is what was paid less the new total, never below nothing.
     *
     * @param books the books after the units went that go
     * @param change who asks and when; what it changes is to be nothing
     * @param facts what the host's services know; its products matter for minimum prices only
     */
    public QuoteResult requalify(Books books, Change change, PricingFacts facts) {
        return refusing(() -> new Repricing(this, books, change, facts).requalify());
    }

    /**
     * The books after a change of lines, coupons or delivery, priced by {@link PricingPolicy#onModify}. Nothing is stored.
     *
     * <p>Refused as a quote is, and with {@code unknown-line} or {@code units-shipped}.
     */
    public QuoteResult change(Books books, Change change, PricingFacts facts) {
        return change(books, change, policy().onModify(), facts);
    }

    /**
     * The books after an exchange added its replacement, priced by {@link PricingPolicy#onExchange}. Nothing is stored.
     *
     * <p>Refused as a change is.
     */
    public QuoteResult exchange(Books books, Change change, PricingFacts facts) {
        return change(books, change, policy().onExchange(), facts);
    }

    /**
     * The books after measured goods were weighed. No service is asked.
     *
     * @param weights the steps of each line that was weighed, none of which has left
     * @param covered the money that was promised, or taken and kept: what the order costs at most where that covers it
     */
    public QuoteResult weigh(Books books, Map<String, Long> weights, Money covered) {
        return refusing(() -> new QuoteResult.Quoted(
                new Weighing(this, books, weights).weighed(covered), null, new Explanation(List.of())));
    }

    private QuoteResult change(Books books, Change change, ReversalPolicy reversal, PricingFacts facts) {
        return refusing(() -> {
            Repricing repricing = new Repricing(this, books, change, facts);
            QuoteResult.Quoted priced = reversal == ReversalPolicy.KEEP ? repricing.keep() : repricing.change();
            return change.taxesAnew() ? Retaxing.retaxed(this, priced, change, facts) : priced;
        });
    }

    /** Whether the shop has rules that add charges. */
    public boolean addsCharges() {
        return !pricing.chargeRules().isEmpty();
    }

    /**
     * The books with the charges that the shop's rules add because a payment method was chosen. Those that the order has are not added again.
     *
     * @param method the method
     * @param payment the payment that it was chosen for
     * @param none who asks and when; what it changes is to be nothing
     */
    public QuoteResult chosen(Books books, String method, String payment, Change none, PricingFacts facts) {
        return refusing(() -> {
            PricingWorksheet sheet = Retaxing.untaxed(this, books, none, facts);
            Set<String> known = new LinkedHashSet<>();
            books.charges().forEach(charge -> known.add(charge.id()));
            Charges.add(sheet, new Charges.Plan(List.of(), pricing.chargeRules(), method, known));
            steps.price(sheet, PricingRules.TAX);
            Explanation explanation = sheet.close();
            List<Charge> charges = new ArrayList<>(books.charges());
            charges.addAll(Charges.of(sheet, books, payment));
            return new QuoteResult.Quoted(
                    books.withCharges(charges), facts.member().tier(), explanation);
        });
    }

    private static List<Coupon> carried(Set<String> codes) {
        List<Coupon> coupons = new ArrayList<>(codes.size());
        for (String code : codes) {
            coupons.add(Coupon.carried(code));
        }
        return coupons;
    }

    PricingWorksheet sheet(
            SheetTerms asked, PricingFacts facts, Currency currency, List<SheetRow> rows, OfferPlan plan) {
        SheetRow shipping = SheetBuilder.shipping(policy().shippingTaxCategory(), currency);
        return new PricingWorksheet(asked, facts, policy(), pricing.offerRules(), currency, rows, shipping, plan);
    }

    /** A sheet for what is priced by itself, without offers. */
    PricingWorksheet sheet(SheetTerms asked, PricingFacts facts, Currency currency, List<SheetRow> rows) {
        return sheet(asked, facts, currency, rows, OfferPlan.ofToday(List.of()));
    }

    PricingSteps steps() {
        return steps;
    }

    private static QuoteResult refusing(Supplier<QuoteResult> pricing) {
        try {
            return pricing.get();
        } catch (PricingProblem refusal) {
            return new QuoteResult.Refused(refusal.problem());
        } catch (ArithmeticException overflow) {
            return new QuoteResult.Refused(new Problem(
                    PricingCodes.AMOUNT_OVERFLOW,
                    "the order comes to more than an amount can hold, which is " + Long.MAX_VALUE + " minor units"));
        }
    }
}
