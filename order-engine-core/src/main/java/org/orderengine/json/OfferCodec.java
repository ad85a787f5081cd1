package org.orderengine.json;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.Offer.Except;
import org.orderengine.model.Offer.Reduction;
import org.orderengine.model.TimeWindow;

/** The offers that orders keep: the names are those that people write offers with, a reduction is under the name of its kind. */
@SuppressWarnings("NullAway") // From JDK 22 on it takes the type variables of Shape.of for never null.
final class OfferCodec {

    private static final Words<Offer.Target> TARGETS = new Words<>(Offer.Target.class);

    private static final Shape<Deal.BuyGet> BUY_GET = Shape.of(
            Field.BUY.number(Deal.BuyGet::buy),
            Field.GET.number(Deal.BuyGet::get),
            Field.PERCENT.decimal(Deal.BuyGet::percent),
            Field.SKUS.textSet(Deal.BuyGet::skus),
            Field.CATEGORIES.textSet(Deal.BuyGet::categories),
            Field.TIMES.number(Deal.BuyGet::times),
            Deal.BuyGet::new);

    private static final Shape<Deal.CheapestFree> CHEAPEST_FREE = Shape.of(
            Field.OF.number(Deal.CheapestFree::of),
            Field.PERCENT.decimal(Deal.CheapestFree::percent),
            Field.TIMES.number(Deal.CheapestFree::times),
            Deal.CheapestFree::new);

    private static final Shape<Deal.Part> PART = Shape.of(
            Field.SKU.optionalText(Deal.Part::sku),
            Field.CATEGORY.optionalText(Deal.Part::category),
            Field.QUANTITY.number(Deal.Part::quantity),
            Deal.Part::new);

    private static final Shape<Deal.Bundle> BUNDLE = Shape.of(
            Field.PRICE.amount(Deal.Bundle::price),
            Field.PARTS.objects(PART, Deal.Bundle::parts),
            Field.TIMES.number(Deal.Bundle::times),
            Deal.Bundle::new);

    private static final Shape<Deal.Step> STEP = Shape.of(
            Field.QUANTITY.optionalNumber(Deal.Step::quantity),
            Field.SUBTOTAL.optionalAmount(Deal.Step::subtotal),
            plain(Deal.Step::reduction),
            (quantity, subtotal, plain) -> new Deal.Step(quantity, subtotal, plain.required()));

    private static final Shape<Deal.ByRule> RULE = Shape.of(
            Field.NAME.text(Deal.ByRule::rule),
            Field.PARAMETERS.optional(
                    (out, rule) -> out.map(Field.PARAMETERS, rule.parameters(), FieldWriter::writeText),
                    in -> in.map(FieldReader::text)),
            (rule, parameters) -> new Deal.ByRule(rule, parameters == null ? Map.of() : parameters));

    private static final Shape<TimeWindow> WINDOW = Shape.of(
            parsed(Field.ZONE, TimeWindow::zone, ZoneId::of),
            parsed(Field.FROM, TimeWindow::from, LocalDateTime::parse),
            parsed(Field.UNTIL, TimeWindow::until, LocalDateTime::parse),
            Field.DAYS.texts(window ->
                    window.days().stream().sorted().map(OfferCodec::word).toList()),
            parsed(Field.START, TimeWindow::start, LocalTime::parse),
            parsed(Field.END, TimeWindow::end, LocalTime::parse),
            (zone, from, until, days, start, end) -> new TimeWindow(zone, from, until, days(days), start, end));

    private static final Part<Offer, Condition> WHEN = when();

    /** An offer, whole. */
    static final Codec<Offer> OFFER = Shape.of(
            Field.OFFER.text(Offer::id),
            Field.COUPON.optionalText(Offer::coupon),
            Field.ON.word(TARGETS, Offer.Target.ORDER, Offer::on),
            reduction(),
            Field.CAP.optionalAmount(Offer::cap),
            WHEN,
            Field.PER_BUYER.optionalNumber(Offer::perBuyer),
            Field.LIMIT.optionalNumber(Offer::limit),
            Field.EXCLUSIVE.optionalText(Offer::exclusive),
            (id, coupon, on, given, cap, when, perBuyer, limit, exclusive) ->
                    new Offer(id, coupon, on, given, cap, when, perBuyer, limit, exclusive));

    private OfferCodec() {}

    /** A reduction that is no deal, as far as it is one. */
    private record Plain(@Nullable BigDecimal percent, @Nullable Money amount, @Nullable Money price) {

        @Nullable
        Reduction given() {
            if (percent != null) {
                return new Offer.Percent(percent);
            }
            return amount != null ? new Offer.Amount(amount) : price != null ? new Offer.FixedPrice(price) : null;
        }

        Reduction required() {
            Reduction given = given();
            if (given == null) {
                throw new IllegalArgumentException("an offer gives nothing that this version knows");
            }
            return given;
        }
    }

    private static <T> Part<T, Plain> plain(Function<T, Reduction> reduction) {
        Part<T, @Nullable BigDecimal> percent = Field.PERCENT.optional(
                (out, whole) -> {
                    if (reduction.apply(whole) instanceof Offer.Percent given) {
                        out.decimal(Field.PERCENT, given.percent());
                    }
                },
                FieldReader::decimal);
        Part<T, @Nullable Money> amount = Field.AMOUNT.optionalAmount(
                whole -> reduction.apply(whole) instanceof Offer.Amount given ? given.amount() : null);
        Part<T, @Nullable Money> price = Field.PRICE.optionalAmount(
                whole -> reduction.apply(whole) instanceof Offer.FixedPrice given ? given.price() : null);
        return Part.of(percent, amount, price, Plain::new);
    }

    private static Part<Offer, Reduction> reduction() {
        Part<Offer, Plain> plain = plain(Offer::reduction);
        Part<Offer, Deal.@Nullable BuyGet> buyGet = deal(Field.BUY_GET, BUY_GET, Deal.BuyGet.class);
        Part<Offer, Deal.@Nullable CheapestFree> cheapest =
                deal(Field.CHEAPEST_FREE, CHEAPEST_FREE, Deal.CheapestFree.class);
        Part<Offer, Deal.@Nullable Bundle> bundle = deal(Field.BUNDLE, BUNDLE, Deal.Bundle.class);
        Part<Offer, List<Deal.Step>> steps = Field.STEPS.objects(
                STEP, offer -> offer.reduction() instanceof Deal.Steps given ? given.steps() : List.of());
        Part<Offer, @Nullable Map<String, Money>> tiers = Field.TIER_PRICES.optional(
                (out, offer) -> out.map(Field.TIER_PRICES, tierPrices(offer), OfferCodec::writeAmount),
                in -> in.map(FieldReader::amount));
        Part<Offer, Deal.@Nullable ByRule> rule = deal(Field.RULE, RULE, Deal.ByRule.class);
        return Part.of(List.of(plain, buyGet, cheapest, bundle, steps, tiers, rule), in -> {
            Plain simple = plain.of(in);
            Reduction given = simple.given();
            given = either(given, buyGet.of(in));
            given = either(given, cheapest.of(in));
            given = either(given, bundle.of(in));
            List<Deal.Step> all = steps.of(in);
            given = either(given, all.isEmpty() ? null : new Deal.Steps(all));
            Map<String, Money> prices = tiers.of(in);
            given = either(given, prices == null ? null : new Deal.TierPrices(prices));
            given = either(given, rule.of(in));
            return given == null ? simple.required() : given;
        });
    }

    private static @Nullable Reduction either(@Nullable Reduction first, @Nullable Reduction second) {
        return first == null ? second : first;
    }

    private static <D extends Deal> Part<Offer, @Nullable D> deal(Field field, Shape<D> shape, Class<D> type) {
        return field.optionalObject(
                shape, offer -> type.isInstance(offer.reduction()) ? type.cast(offer.reduction()) : null);
    }

    private static Map<String, Money> tierPrices(Offer offer) {
        return offer.reduction() instanceof Deal.TierPrices tiers ? tiers.prices() : Map.of();
    }

    private static void writeAmount(FieldWriter out, Money amount) throws IOException {
        out.generator().writeNumber(amount.minorUnits());
    }

    private static Part<Offer, Condition> when() {
        Part<Offer, Set<String>> skus = Field.SKUS.textSet(offer -> offer.when().skus());
        Part<Offer, Set<String>> categories =
                Field.CATEGORIES.textSet(offer -> offer.when().categories());
        Part<Offer, @Nullable Money> subtotal =
                Field.MIN_SUBTOTAL.optionalAmount(offer -> offer.when().minSubtotal());
        Part<Offer, @Nullable Long> quantity =
                Field.MIN_QUANTITY.optionalNumber(offer -> offer.when().minQuantity());
        Part<Offer, Set<String>> tiers =
                Field.TIERS.textSet(offer -> offer.when().tiers());
        Part<Offer, @Nullable TimeWindow> window =
                Field.WINDOW.optionalObject(WINDOW, offer -> offer.when().window());
        Part<Offer, Set<String>> exceptSkus =
                Field.EXCEPT_SKUS.textSet(offer -> offer.when().except().skus());
        Part<Offer, Set<String>> exceptCategories =
                Field.EXCEPT_CATEGORIES.textSet(offer -> offer.when().except().categories());
        return Part.of(
                List.of(skus, categories, subtotal, quantity, tiers, window, exceptSkus, exceptCategories),
                in -> new Condition(
                        skus.of(in),
                        categories.of(in),
                        subtotal.of(in),
                        quantity.of(in),
                        tiers.of(in),
                        window.of(in),
                        new Except(exceptSkus.of(in), exceptCategories.of(in))));
    }

    /** A value that documents have as the text that it prints as. */
    private static <V> Part<TimeWindow, V> parsed(
            Field field, Function<TimeWindow, @Nullable V> value, Function<String, V> parse) {
        return field.optional(
                (out, window) -> {
                    V given = value.apply(window);
                    out.text(field, given == null ? null : given.toString());
                },
                in -> in.parsed(in.text(), parse, field.toString()));
    }

    private static String word(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }

    private static Set<DayOfWeek> days(List<String> words) {
        return words.stream()
                .map(word -> DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
