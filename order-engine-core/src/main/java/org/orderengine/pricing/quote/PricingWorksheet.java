package org.orderengine.pricing.quote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Annotations;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Coupon;
import org.orderengine.model.Destination;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Origin;
import org.orderengine.model.Problem;
import org.orderengine.model.Shipping;
import org.orderengine.model.TaxShare;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.pricing.Explanation;
import org.orderengine.pricing.Explanation.Changed;
import org.orderengine.pricing.Explanation.Kind;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.spi.benefit.Member;
import org.orderengine.spi.pricing.OfferRule;
import org.orderengine.spi.pricing.Worksheet;

/** The worksheet: every rule changes it in its turn, and it holds them to what can be. */
final class PricingWorksheet implements Worksheet {

    final SheetTerms asked;
    final PricingFacts facts;
    final PricingPolicy policy;
    final Map<String, OfferRule> offerRules;
    final Currency currency;
    final List<SheetRow> rows;
    final SheetRow shipping;
    final OfferPlan plan;
    private final List<Explanation.Entry> entries = new ArrayList<>();
    private final Set<String> used = new LinkedHashSet<>();
    private final List<Offer> gave = new ArrayList<>(4);
    private List<SheetRow> charges = List.of();
    private Charges.@Nullable Plan chargePlan;
    private @Nullable Offers offers;
    private @Nullable PricingProblem refusal;
    private String rule = "";

    PricingWorksheet(
            SheetTerms asked,
            PricingFacts facts,
            PricingPolicy policy,
            Map<String, OfferRule> offerRules,
            Currency currency,
            List<SheetRow> rows,
            SheetRow shipping,
            OfferPlan plan) {
        this.asked = asked;
        this.facts = facts;
        this.policy = policy;
        this.offerRules = offerRules;
        this.currency = currency;
        this.rows = rows;
        this.shipping = shipping;
        this.plan = plan;
    }

    /** A sheet of other rows of the same order, for offers of its own. */
    PricingWorksheet of(List<SheetRow> parts, OfferPlan offersOfParts, Set<String> excluded) {
        PricingWorksheet sheet =
                new PricingWorksheet(asked, facts, policy, offerRules, currency, parts, shipping, offersOfParts);
        sheet.rule = rule;
        sheet.offers = new Offers(sheet, excluded);
        return sheet;
    }

    /** Takes over which offers gave something on such a sheet, and why others did not. */
    void takeOver(PricingWorksheet part) {
        used.addAll(part.used);
        gave.addAll(part.gave);
        for (Explanation.Entry entry : part.entries) {
            if (!(entry instanceof Changed)) {
                entries.add(entry);
            }
        }
    }

    @Override
    public Origin origin() {
        return asked.origin();
    }

    @Override
    public Destination destination() {
        return asked.to();
    }

    @Override
    public Annotations annotations() {
        return facts.annotations();
    }

    @Override
    public Member member() {
        return facts.member();
    }

    @Override
    public Instant at() {
        return asked.at();
    }

    @Override
    public Currency currency() {
        return currency;
    }

    @Override
    public boolean pricesIncludeTax() {
        return policy.pricesIncludeTax();
    }

    @Override
    public boolean carries(String coupon) {
        return asked.coupons().contains(coupon);
    }

    @Override
    public List<LineRow> lines() {
        return List.copyOf(rows);
    }

    @Override
    public Row shipping() {
        return shipping;
    }

    @Override
    public List<ChargeRow> charges() {
        return List.copyOf(charges);
    }

    @Override
    public void price(LineRow line, Money unitPrice, String source) {
        reprice(own(line), unitPrice, source);
    }

    @Override
    public void priceShipping(Money price, String source) {
        reprice(shipping, price, source);
    }

    @Override
    public Money lower(Row row, String source, Money amount) {
        SheetRow own = own(row);
        long given = Math.min(notNegative(amount, source), own.roomLeft());
        lower(own, source, given);
        return money(given);
    }

    @Override
    public Money lower(List<? extends Row> lowered, String source, Money amount) {
        SheetRow[] own = new SheetRow[lowered.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = own(lowered.get(i));
        }
        return money(spread(own, own.length, source, notNegative(amount, source)));
    }

    @Override
    public void tax(Row row, TaxShare tax) {
        minorUnits(tax.amount(), "the tax " + tax.category());
        own(row).tax(tax);
        entries.add(new Changed(rule, tax.category(), own(row).line, Kind.TAX, tax.amount()));
    }

    @Override
    public void note(String source, Problem why) {
        entries.add(new Explanation.Noted(rule, source, why));
    }

    @Override
    public void refuse(Problem why) {
        if (refusal == null) {
            refusal = new PricingProblem(why);
        }
        throw refusal;
    }

    /** Plans what is charged beside the lines once they are priced. */
    PricingWorksheet charging(Charges.Plan plan) {
        chargePlan = plan;
        return this;
    }

    /** What is to be charged beside the lines; null for nothing. */
    Charges.@Nullable Plan chargePlan() {
        return chargePlan;
    }

    /** Adds a charge at its price. */
    SheetRow charge(ChargeTerms terms) {
        long price = minorUnits(terms.price(), "the price of charge " + terms.charge());
        if (price < 0) {
            refuse(new Problem(
                    PricingCodes.INVALID_PRICE,
                    "the price of charge " + terms.charge() + " is " + terms.price() + ", less than nothing"));
        }
        SheetRow row = SheetBuilder.charge(terms, currency);
        row.price(terms.price(), SheetBuilder.FROM_COMMAND, price);
        entries.add(new Changed(rule, terms.charge(), null, Kind.CHARGE, terms.price()));
        if (charges.isEmpty()) {
            charges = new ArrayList<>(2);
        }
        charges.add(row);
        return row;
    }

    /** The charges beside the lines. */
    List<SheetRow> chargeRows() {
        return charges;
    }

    /** The next rule begins; a refusal that the one before did not let through leaves now. */
    void enter(String name) {
        if (refusal != null) {
            throw refusal;
        }
        rule = name;
    }

    Money money(long minorUnits) {
        return new Money(currency, minorUnits);
    }

    /** The minor units of an amount that has to be of the order's currency. */
    long minorUnits(Money amount, String what) {
        if (!amount.currency().equals(currency)) {
            refuse(new Problem(
                    PricingCodes.CURRENCY_MIXED,
                    what + " is in " + amount.currency().getCurrencyCode() + ", the order in "
                            + currency.getCurrencyCode()));
        }
        return amount.minorUnits();
    }

    /** Takes off what there is room for, as the caller made sure; nothing where it is nothing. */
    void lower(SheetRow row, String source, long amount) {
        if (amount > 0) {
            Money money = money(amount);
            row.lower(new Adjustment(source, money));
            entries.add(new Changed(rule, source, row.line, Kind.DISCOUNT, money));
        }
    }

    /** Spreads a discount over the first {@code count} rows, as far as they have room, and says what was given. */
    long spread(SheetRow[] lowered, int count, String source, long wanted) {
        long[] weights = new long[count];
        long[] rooms = weights;
        long room = 0;
        for (int i = 0; i < count; i++) {
            SheetRow row = lowered[i];
            weights[i] = row.left();
            room += row.roomLeft();
            if (row.floor > 0 && rooms == weights) {
                rooms = new long[count];
            }
        }
        if (rooms != weights) {
            for (int i = 0; i < count; i++) {
                rooms[i] = lowered[i].roomLeft();
            }
        }
        long given = Math.min(wanted, room);
        long[] shares = Spread.over(policy.allocation(), given, weights, rooms);
        for (int i = 0; i < count; i++) {
            lower(lowered[i], source, shares[i]);
        }
        return given;
    }

    void explain(Explanation.Entry entry) {
        entries.add(entry);
    }

    /** The rule at work. */
    String rule() {
        return rule;
    }

    /** The offers, with what they remember from one rule to the next. */
    Offers offers() {
        Offers known = offers;
        if (known == null) {
            known = new Offers(this, new HashSet<>());
            offers = known;
        }
        return known;
    }

    /** Notes that an offer gave something, so that its coupon or its use counts. */
    void use(Offer offer) {
        gave.add(offer);
        String coupon = offer.coupon();
        if (coupon != null) {
            used.add(coupon);
        } else if (offer.isLimited()) {
            used.add(Coupon.ofOffer(offer.id()).code());
        }
    }

    /** The coupons and limited offers that gave something. */
    Set<String> used() {
        return used;
    }

    /** The offers that gave something. */
    List<Offer> gave() {
        return gave;
    }

    /** Holds the finished sheet to what every order has to be, and explains it. */
    Explanation close() {
        enter("");
        long total = Math.addExact(shipping.fullPrice(), pricesIncludeTax() ? 0 : shipping.taxed());
        for (SheetRow row : rows) {
            if (!row.isPriced()) {
                throw new PricingProblem(
                        PricingCodes.LINE_WITHOUT_PRICE, "no pricing rule set a price for line " + row.id());
            }
            total = Math.addExact(total, Math.addExact(row.fullPrice(), pricesIncludeTax() ? 0 : row.taxed()));
        }
        for (SheetRow charge : charges) {
            total = Math.addExact(total, Math.addExact(charge.fullPrice(), pricesIncludeTax() ? 0 : charge.taxed()));
        }
        return new Explanation(entries);
    }

    /** The priced delivery. */
    Shipping shipping(@Nullable String method) {
        return new Shipping(method, shipping.price(), shipping.discounts(), shipping.taxes());
    }

    private void reprice(SheetRow row, Money unitPrice, String source) {
        long each = minorUnits(unitPrice, "the price of " + row.id());
        if (each < 0) {
            refuse(new Problem(
                    PricingCodes.INVALID_PRICE,
                    "the price of " + row.id() + " is " + unitPrice + ", less than nothing"));
        }
        row.price(unitPrice, source, all(row, each, unitPrice));
        if (row != shipping || each > 0) {
            entries.add(new Changed(rule, source, row.line, Kind.PRICE, row.price()));
        }
    }

    private long all(SheetRow row, long each, Money unitPrice) {
        try {
            return row.priceOf(each);
        } catch (ArithmeticException overflow) {
            refuse(new Problem(
                    PricingCodes.AMOUNT_OVERFLOW,
                    "line " + row.id() + ": "
                            + Measure.words(row.measure().orElse(null), row.quantity) + " at " + unitPrice
                            + " are more than an amount can hold"));
            throw overflow;
        }
    }

    private long notNegative(Money amount, String source) {
        long wanted = minorUnits(amount, "the discount " + source);
        if (wanted < 0) {
            throw new IllegalArgumentException("the discount " + source + " is " + amount + ", less than nothing");
        }
        return wanted;
    }

    private static SheetRow own(Row row) {
        if (row instanceof SheetRow own) {
            return own;
        }
        throw new IllegalArgumentException("a row of a worksheet has to come from the worksheet");
    }
}
