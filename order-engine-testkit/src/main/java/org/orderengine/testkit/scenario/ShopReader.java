package org.orderengine.testkit.scenario;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Handling;
import org.orderengine.model.Handling.Fulfilment;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.policy.Allocation;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.policy.PointsPolicy;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.ReversalPolicy;
import org.orderengine.policy.ShippingOnReturn;
import org.orderengine.policy.TaxRounding;
import org.orderengine.pricing.offer.OfferReader;
import org.orderengine.source.JsonFindings;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.pricing.TaxRate;
import org.orderengine.testkit.scenario.Shop.GiftCards;
import org.orderengine.testkit.scenario.Shop.Membership;
import org.orderengine.testkit.scenario.Shop.PlacedRate;
import org.orderengine.testkit.scenario.Shop.Stocked;

/** Reads what a shop sells, has in stock and offers, and how it prices. */
final class ShopReader {

    /** The keys of a scenario that it reads. */
    static final List<String> KEYS = List.of(
            "catalog",
            "pricesIncludeTax",
            "taxRates",
            "shippingTaxCategory",
            "stock",
            "offers",
            "allocation",
            "taxRounding",
            "onCancel",
            "onReturn",
            "onModify",
            "onExchange",
            "shippingOnReturn",
            "refunds",
            "members",
            "points",
            "deposits",
            "process",
            "processes",
            "names",
            "gateway",
            "inventory",
            "delivery");

    private static final ValueKind<ReversalPolicy> REVERSAL = ValueTypes.word(ReversalPolicy.class);

    private final ObjectFields scenario;
    private final JsonFindings findings;
    private final @Nullable Currency currency;
    private final ValueKind<Money> money;
    private final DefinitionsReader definitions;
    private final Set<Object> skus = new HashSet<>();
    private final Map<String, Measure> measures = new HashMap<>();
    private final Set<Object> stockedSkus = new HashSet<>();
    private final Set<Object> buyers = new HashSet<>();
    private final Set<List<@Nullable String>> taxes = new HashSet<>();

    ShopReader(
            DefinitionsReader definitions, ObjectFields scenario, @Nullable Currency currency, ValueKind<Money> money) {
        this.definitions = definitions;
        this.scenario = scenario;
        this.currency = currency;
        this.findings = scenario.findings();
        this.money = money;
    }

    Shop read() {
        AnswersReader answers = new AnswersReader(findings, money);
        Value offers = scenario.value("offers");
        Value named = scenario.value("names");
        HostNames names = named == null ? HostNames.NONE : new NamesReader(findings).names(named);
        return new Shop(
                scenario.requiredList("catalog", this::product),
                scenario.list("taxRates", this::taxRate),
                scenario.list("stock", this::stocked),
                offers == null ? List.of() : new OfferReader(currency, findings).offers(offers),
                scenario.list("members", this::member),
                pricing(),
                deposits(),
                scenario.optional("shippingOnReturn", ValueTypes.word(ShippingOnReturn.class), ShippingOnReturn.NEVER),
                scenario.optional("refunds", ValueTypes.word(GiftCards.class), GiftCards.EARLIEST_FIRST),
                definitions.read(scenario, names),
                names,
                scenario.list("gateway", answers::gateway),
                scenario.list("inventory", answers::inventory),
                scenario.list("delivery", answers::delivery));
    }

    private @Nullable Product product(Value value) {
        ObjectFields fields = ObjectFields.of(
                value,
                findings,
                "sku",
                "price",
                "taxCategory",
                "category",
                "merchant",
                "minimumPrice",
                "fulfilment",
                "discountable",
                "measure",
                "attributes");
        if (fields == null) {
            return null;
        }
        String sku = fields.required("sku", ValueTypes.TEXT);
        Money price = fields.required("price", money);
        Money minimumPrice = fields.optional("minimumPrice", money);
        String taxCategory = fields.optional("taxCategory", ValueTypes.TEXT);
        String category = fields.optional("category", ValueTypes.TEXT);
        String merchant = fields.optional("merchant", ValueTypes.TEXT);
        if (sku == null || price == null) {
            return null;
        }
        fields.once("sku", sku, skus);
        if (price.isNegative()) {
            findings.add(fields.place("price"), "a price of " + price.toDecimal() + " is less than zero");
        }
        Map<String, String> attributes = fields.map("attributes", ValueTypes.TEXT);
        Handling handling = new Handling(
                fields.optional("fulfilment", ValueTypes.word(Fulfilment.class), Fulfilment.PARCEL),
                fields.optional("discountable", ValueKind.FLAG, true),
                measure(sku, fields.object("measure", "unit", "digits")));
        return new Product(sku, price, null, taxCategory, category, merchant, attributes, minimumPrice, handling);
    }

    private @Nullable Measure measure(String sku, @Nullable ObjectFields fields) {
        if (fields == null) {
            return null;
        }
        String unit = fields.required("unit", ValueTypes.TEXT);
        Long digits = fields.required("digits", ValueTypes.COUNT);
        Measure measure = unit == null || digits == null
                ? null
                : fields.make("digits", () -> new Measure(unit, (int) Math.min(digits, Integer.MAX_VALUE)));
        if (measure != null) {
            measures.put(sku, measure);
        }
        return measure;
    }

    /** How much there is of a product, in steps where it is measured. */
    private long quantity(ObjectFields fields, String key, String sku, @Nullable BigDecimal quantity) {
        return ValueTypes.steps(fields, key, quantity == null ? BigDecimal.ZERO : quantity, measures.get(sku));
    }

    private @Nullable PlacedRate taxRate(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, "taxCategory", "rate", "country", "region", "name");
        if (fields == null) {
            return null;
        }
        String category = fields.required("taxCategory", ValueTypes.TEXT, "");
        TaxRate rate = fields.required("rate", ValueTypes.TAX_RATE);
        String country = fields.optional("country", ValueTypes.TEXT);
        String region = fields.optional("region", ValueTypes.TEXT);
        String name = fields.optional("name", ValueTypes.TEXT);
        if (region != null && country == null) {
            fields.find("region", "a region is one of a country; say which with \"country\"");
        }
        if (!taxes.add(Arrays.asList(category, country, region, name))) {
            fields.find(
                    "taxCategory",
                    "\"" + category + "\" stands here for the second time with the same country, region and name");
        }
        return rate == null ? null : new PlacedRate(category, new TaxRate(name, rate.rate()), country, region);
    }

    private @Nullable Stocked stocked(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, "sku", "onHand", "backorderLimit");
        if (fields == null) {
            return null;
        }
        String sku = fields.required("sku", ValueTypes.TEXT, "");
        long onHand = quantity(fields, "onHand", sku, fields.required("onHand", ValueTypes.QUANTITY));
        fields.once("sku", sku, stockedSkus);
        Long limit = fields.isNull("backorderLimit")
                ? null
                : Long.valueOf(quantity(
                        fields, "backorderLimit", sku, fields.optional("backorderLimit", ValueTypes.QUANTITY)));
        return new Stocked(sku, onHand, limit);
    }

    private @Nullable Membership member(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, "buyer", "tier", "points");
        if (fields == null) {
            return null;
        }
        String buyer = fields.required("buyer", ValueTypes.TEXT, "");
        fields.once("buyer", buyer, buyers);
        return new Membership(
                buyer, fields.optional("tier", ValueTypes.TEXT), fields.optional("points", ValueTypes.COUNT, 0L));
    }

    private PricingPolicy pricing() {
        PricingPolicy standard = PricingPolicy.DEFAULT;
        return new PricingPolicy(
                scenario.optional("pricesIncludeTax", ValueKind.FLAG, standard.pricesIncludeTax()),
                scenario.optional("shippingTaxCategory", ValueTypes.TEXT),
                scenario.optional("allocation", ValueTypes.word(Allocation.class), standard.allocation()),
                scenario.optional("taxRounding", ValueTypes.word(TaxRounding.class), standard.taxRounding()),
                scenario.optional("onCancel", REVERSAL, standard.onCancel()),
                scenario.optional("onReturn", REVERSAL, standard.onReturn()),
                scenario.optional("onModify", REVERSAL, standard.onModify()),
                scenario.optional("onExchange", REVERSAL, standard.onExchange()),
                points());
    }

    private DepositPolicy deposits() {
        Value value = scenario.value("deposits");
        ObjectFields fields =
                value == null ? null : ObjectFields.of(value, findings, "minimumShare", "balanceWithin", "kept");
        DepositPolicy standard = DepositPolicy.DEFAULT;
        if (fields == null) {
            return standard;
        }
        BigDecimal share = fields.optional("minimumShare", ValueTypes.DECIMAL, standard.minimumShare());
        Duration within = fields.optional("balanceWithin", ValueTypes.DURATION, standard.balanceWithin());
        boolean kept = fields.optional("kept", ValueKind.FLAG, standard.kept());
        DepositPolicy policy = fields.make("minimumShare", () -> new DepositPolicy(share, within, kept));
        return policy == null ? standard : policy;
    }

    private @Nullable PointsPolicy points() {
        Value value = scenario.value("points");
        ObjectFields fields = value == null ? null : ObjectFields.of(value, findings, "worth", "earnPerMajorUnit");
        if (fields == null) {
            return null;
        }
        Money worth = fields.required("worth", money);
        long earned = fields.optional("earnPerMajorUnit", ValueTypes.COUNT, 0L);
        return worth == null ? null : fields.make("worth", () -> new PointsPolicy(worth, earned));
    }
}
