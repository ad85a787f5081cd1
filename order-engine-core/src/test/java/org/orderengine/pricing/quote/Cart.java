package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Books;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Origin;
import org.orderengine.policy.Allocation;
import org.orderengine.policy.PointsPolicy;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.TaxRounding;
import org.orderengine.pricing.Explanation;
import org.orderengine.pricing.Pricing;
import org.orderengine.pricing.PricingRules;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.spi.benefit.Member;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.pricing.OfferRule;
import org.orderengine.spi.pricing.TaxRate;
import org.orderengine.spi.pricing.TaxRates;

/** A cart to be priced, for tests: {@code Cart.in("EUR").line("A", 2, "19.99").offer(…).books()}. */
final class Cart {

    private final String currency;
    private final Map<String, Product> products = new HashMap<>();
    private final Map<String, List<TaxRate>> taxes = new HashMap<>();
    private final List<QuoteLine> lines = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private final List<String> coupons = new ArrayList<>();
    private PricingPolicy policy = PricingPolicy.DEFAULT;
    private Member member = Member.NOBODY;
    private final Map<String, OfferRule> offerRules = new HashMap<>();
    private PricingRules rules = PricingRules.standard();
    private boolean exempt;
    private long points;
    private @Nullable Money shipping;
    private Instant at = Instant.parse("2026-01-01T00:00:00Z");

    private Cart(String currency) {
        this.currency = currency;
    }

    static Cart in(String currency) {
        return new Cart(currency);
    }

    Cart line(String sku, long quantity, String price) {
        return line(sku, quantity, price, null);
    }

    Cart line(String sku, long quantity, String price, @Nullable String taxCategory) {
        return line(new Product(sku, money(price), null, taxCategory, null, null, Map.of()), quantity);
    }

    Cart line(Product product, long quantity) {
        products.put(product.sku(), product);
        lines.add(new QuoteLine(String.valueOf(lines.size() + 1), product.sku(), quantity, null));
        return this;
    }

    Cart line(QuoteLine line) {
        lines.add(line);
        return this;
    }

    Cart product(Product product) {
        products.put(product.sku(), product);
        return this;
    }

    Cart shipping(String price) {
        shipping = money(price);
        return this;
    }

    Cart shipping(Money price) {
        shipping = price;
        return this;
    }

    Cart withoutOffers() {
        offers.clear();
        return this;
    }

    Cart offer(Offer offer) {
        offers.add(offer);
        return this;
    }

    Cart coupon(String code) {
        coupons.add(code);
        return this;
    }

    Cart tax(String category, String... rates) {
        List<TaxRate> each = new ArrayList<>();
        for (int i = 0; i < rates.length; i++) {
            each.add(new TaxRate(rates.length == 1 ? null : "tax-" + (i + 1), new BigDecimal(rates[i])));
        }
        taxes.put(category, each);
        return this;
    }

    Cart points(long asked, long owned, String worth) {
        points = asked;
        member = new Member(member.tier(), owned);
        policy = policy.withPoints(new PointsPolicy(money(worth), 1));
        return this;
    }

    Cart tier(String tier) {
        member = new Member(tier, member.points());
        return this;
    }

    Cart policy(PricingPolicy newPolicy) {
        policy = newPolicy;
        return this;
    }

    Cart pricesIncludeTax() {
        policy = policy.withPricesIncludeTax(true);
        return this;
    }

    Cart allocation(Allocation allocation) {
        policy = policy.withAllocation(allocation);
        return this;
    }

    Cart taxRounding(TaxRounding place) {
        policy = policy.withTaxRounding(place);
        return this;
    }

    Cart shippingTax(String category) {
        policy = policy.withShippingTaxCategory(category);
        return this;
    }

    Cart at(String instant) {
        at = Instant.parse(instant);
        return this;
    }

    Money money(String amount) {
        return Money.of(currency, amount);
    }

    QuoteRequest request() {
        return new QuoteRequest(Origin.UNKNOWN, lines, coupons, points, null, shipping, at);
    }

    PricingFacts facts() {
        return new PricingFacts(products, new TaxRates(taxes, exempt), offers, member);
    }

    QuoteResult quote() {
        return pricing().quote(request(), facts());
    }

    PriceCalculator pricing() {
        return new PriceCalculator(new Pricing(policy, rules, offerRules));
    }

    Cart rules(PricingRules newRules) {
        rules = newRules;
        return this;
    }

    Cart offerRule(String name, OfferRule rule) {
        offerRules.put(name, rule);
        return this;
    }

    Cart exempt() {
        exempt = true;
        return this;
    }

    Explanation explanation() {
        return quoted().explanation();
    }

    /** Why the offer gave nothing. */
    Explanation.Reason reason(String offer) {
        return explanation().entries().stream()
                .filter(entry -> entry.source().equals(offer) && entry instanceof Explanation.NotApplied)
                .map(entry -> ((Explanation.NotApplied) entry).reason())
                .findFirst()
                .orElseThrow(() -> new AssertionError("the offer " + offer + " gave something"));
    }

    QuoteResult.Quoted quoted() {
        QuoteResult result = quote();
        assertThat(result).isInstanceOf(QuoteResult.Quoted.class);
        return (QuoteResult.Quoted) result;
    }

    Books books() {
        return quoted().books();
    }

    String refusal() {
        QuoteResult result = quote();
        assertThat(result).isInstanceOf(QuoteResult.Refused.class);
        return ((QuoteResult.Refused) result).problem().code();
    }

    /** The lines' discounts in major units. */
    List<String> discounts() {
        return books().lines().stream().map(line -> line.discount().toDecimal()).toList();
    }

    /** The lines' taxes in major units. */
    List<String> taxes() {
        return books().lines().stream().map(line -> line.tax().toDecimal()).toList();
    }

    String total() {
        return books().totals().total().toDecimal();
    }

    Offer percent(String id, Offer.Target on, String percent) {
        return Offer.of(id, on, new Offer.Percent(new BigDecimal(percent)));
    }

    Offer amount(String id, Offer.Target on, String amount) {
        return Offer.of(id, on, new Offer.Amount(money(amount)));
    }

    Offer price(String id, Offer.Target on, String price) {
        return Offer.of(id, on, new Offer.FixedPrice(money(price)));
    }
}
