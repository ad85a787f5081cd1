package org.orderengine.pricing.offer;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Deal;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Condition;
import org.orderengine.model.Offer.Except;
import org.orderengine.model.Offer.Reduction;
import org.orderengine.model.Offer.Target;
import org.orderengine.source.JsonFindings;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;
import org.orderengine.text.Suggestion;

/** Turns JSON into offers, collecting findings instead of stopping at the first. */
public final class OfferReader {

    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final List<String> TARGETS = List.of("order", "line", "shipping");
    private static final List<String> PLAIN = List.of("percent", "amount", "price");
    private static final List<String> REDUCTIONS =
            List.of("percent", "amount", "price", "buyGet", "cheapestFree", "bundle", "steps", "tierPrices", "rule");
    private static final List<String> KEYS = List.of(
            "id",
            "coupon",
            "on",
            "percent",
            "amount",
            "price",
            "buyGet",
            "cheapestFree",
            "bundle",
            "steps",
            "tierPrices",
            "rule",
            "cap",
            "when",
            "perBuyer",
            "limit",
            "exclusive");

    private final ValueKind<Money> money;
    private final JsonFindings findings;
    private final Set<String> ids = new HashSet<>();

    /**
     * A reader of one list of offers.
     *
     * @param currency the currency of their amounts; null where it is not known, and amounts do not matter
     * @param findings takes everything that cannot be understood: where it stands in the whole text, and what it is
     */
    public OfferReader(@Nullable Currency currency, JsonFindings findings) {
        this.money = OfferKinds.money(currency);
        this.findings = findings;
    }

    /** The offers that a list holds, less those that cannot be understood. */
    public List<Offer> offers(Value value) {
        return ObjectFields.elements(value, findings).stream()
                .flatMap(each -> Stream.ofNullable(offer(each)))
                .toList();
    }

    private @Nullable Offer offer(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, KEYS);
        if (fields == null) {
            return null;
        }
        String id = fields.required("id", OfferKinds.TEXT);
        if (id != null && !ids.add(id)) {
            fields.find("id", "\"" + id + "\" stands here for the second time");
        }
        Target on = target(fields);
        Reduction reduction = reduction(fields);
        String coupon = fields.optional("coupon", OfferKinds.TEXT);
        Money cap = fields.optional("cap", money);
        Condition when = condition(fields);
        Long perBuyer = fields.optional("perBuyer", ValueKind.WHOLE);
        Long limit = fields.optional("limit", ValueKind.WHOLE);
        String exclusive = fields.optional("exclusive", OfferKinds.TEXT);
        if (id == null || on == null || reduction == null || when == null) {
            return null;
        }
        return fields.make("id", () -> new Offer(id, coupon, on, reduction, cap, when, perBuyer, limit, exclusive));
    }

    private @Nullable Target target(ObjectFields fields) {
        String on = fields.required("on", OfferKinds.TEXT);
        if (on == null) {
            return null;
        }
        if (!TARGETS.contains(on)) {
            fields.find(
                    "on",
                    "\"" + on + "\" is none of \"order\", \"line\", \"shipping\"" + Suggestion.didYouMean(on, TARGETS));
            return null;
        }
        return Target.valueOf(on.toUpperCase(Locale.ROOT));
    }

    private @Nullable Reduction reduction(ObjectFields fields) {
        String key = one(fields, REDUCTIONS, "an offer");
        if (key == null) {
            return null;
        }
        return switch (key) {
            case "buyGet" -> buyGet(fields);
            case "cheapestFree" -> cheapestFree(fields);
            case "bundle" -> bundle(fields);
            case "steps" -> steps(fields);
            case "tierPrices" -> {
                Map<String, Money> prices = fields.map("tierPrices", money);
                yield fields.make(key, () -> new Deal.TierPrices(prices));
            }
            case "rule" -> rule(fields);
            default -> plain(fields, key);
        };
    }

    private @Nullable Reduction plain(ObjectFields fields, String key) {
        if (key.equals("percent")) {
            BigDecimal percent = fields.optional(key, OfferKinds.DECIMAL);
            return percent == null ? null : fields.make(key, () -> new Offer.Percent(percent));
        }
        Money amount = fields.optional(key, money);
        if (amount == null) {
            return null;
        }
        return fields.make(key, () -> key.equals("amount") ? new Offer.Amount(amount) : new Offer.FixedPrice(amount));
    }

    private static @Nullable Reduction buyGet(ObjectFields offer) {
        ObjectFields fields = offer.object("buyGet", "buy", "get", "percent", "skus", "categories", "times");
        if (fields == null) {
            return null;
        }
        Long buy = fields.required("buy", ValueKind.WHOLE);
        Long get = fields.required("get", ValueKind.WHOLE);
        BigDecimal percent = fields.has("percent") ? fields.optional("percent", OfferKinds.DECIMAL) : ALL;
        Set<String> skus = OfferKinds.texts(fields, "skus");
        Set<String> categories = OfferKinds.texts(fields, "categories");
        Long times = times(fields);
        if (buy == null || get == null || percent == null || times == null) {
            return null;
        }
        return offer.make("buyGet", () -> new Deal.BuyGet(buy, get, percent, skus, categories, times));
    }

    private static @Nullable Reduction cheapestFree(ObjectFields offer) {
        ObjectFields fields = offer.object("cheapestFree", "of", "percent", "times");
        if (fields == null) {
            return null;
        }
        Long of = fields.required("of", ValueKind.WHOLE);
        BigDecimal percent = fields.has("percent") ? fields.optional("percent", OfferKinds.DECIMAL) : ALL;
        Long times = times(fields);
        if (of == null || percent == null || times == null) {
            return null;
        }
        return offer.make("cheapestFree", () -> new Deal.CheapestFree(of, percent, times));
    }

    private @Nullable Reduction bundle(ObjectFields offer) {
        ObjectFields fields = offer.object("bundle", "price", "parts", "times");
        if (fields == null) {
            return null;
        }
        Money price = fields.required("price", money);
        List<Deal.Part> parts = fields.list("parts", this::part);
        Long times = times(fields);
        if (price == null || times == null) {
            return null;
        }
        return offer.make("bundle", () -> new Deal.Bundle(price, parts, times));
    }

    private Deal.@Nullable Part part(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, List.of("sku", "category", "quantity"));
        if (fields == null) {
            return null;
        }
        String sku = fields.optional("sku", OfferKinds.TEXT);
        String category = fields.optional("category", OfferKinds.TEXT);
        Long quantity = fields.has("quantity") ? fields.optional("quantity", ValueKind.WHOLE) : Long.valueOf(1);
        return quantity == null ? null : fields.make("sku", () -> new Deal.Part(sku, category, quantity));
    }

    private @Nullable Reduction steps(ObjectFields offer) {
        List<Deal.Step> steps = offer.list("steps", value -> {
            ObjectFields fields =
                    ObjectFields.of(value, findings, List.of("quantity", "subtotal", "percent", "amount", "price"));
            String key = fields == null ? null : one(fields, PLAIN, "a step");
            if (fields == null || key == null) {
                return null;
            }
            Long quantity = fields.optional("quantity", ValueKind.WHOLE);
            Money subtotal = fields.optional("subtotal", money);
            Reduction reduction = plain(fields, key);
            return reduction == null
                    ? null
                    : fields.make("quantity", () -> new Deal.Step(quantity, subtotal, reduction));
        });
        return offer.make("steps", () -> new Deal.Steps(steps));
    }

    private static @Nullable Reduction rule(ObjectFields offer) {
        ObjectFields fields = offer.object("rule", "name", "parameters");
        String name = fields == null ? null : fields.required("name", OfferKinds.TEXT);
        if (fields == null || name == null) {
            return null;
        }
        Map<String, String> parameters = fields.map("parameters", OfferKinds.TEXT);
        return offer.make("rule", () -> new Deal.ByRule(name, parameters));
    }

    private @Nullable Condition condition(ObjectFields offer) {
        if (!offer.has("when")) {
            return Condition.ALWAYS;
        }
        ObjectFields fields = offer.object(
                "when",
                "skus",
                "categories",
                "minSubtotal",
                "minQuantity",
                "tiers",
                "window",
                "exceptSkus",
                "exceptCategories");
        if (fields == null) {
            return null;
        }
        Set<String> skus = OfferKinds.texts(fields, "skus");
        Set<String> categories = OfferKinds.texts(fields, "categories");
        Money subtotal = fields.optional("minSubtotal", money);
        Long quantity = fields.optional("minQuantity", ValueKind.WHOLE);
        Set<String> tiers = OfferKinds.texts(fields, "tiers");
        Except except =
                new Except(OfferKinds.texts(fields, "exceptSkus"), OfferKinds.texts(fields, "exceptCategories"));
        WindowReader.Read window = WindowReader.read(fields);
        if (window.isWrong()) {
            return null;
        }
        return offer.make(
                "when", () -> new Condition(skus, categories, subtotal, quantity, tiers, window.window(), except));
    }

    private static @Nullable Long times(ObjectFields fields) {
        return fields.has("times") ? fields.optional("times", ValueKind.WHOLE) : Long.valueOf(Deal.UNBOUNDED);
    }

    /** The one key of these that is given; null after a finding. */
    private static @Nullable String one(ObjectFields fields, List<String> keys, String what) {
        List<String> given = keys.stream().filter(fields::has).toList();
        if (given.size() == 1) {
            return given.get(0);
        }
        fields.find(
                "",
                what + " has exactly one of \"" + String.join("\", \"", keys) + "\", this one has "
                        + (given.isEmpty() ? "none" : "\"" + String.join("\" and \"", given) + "\""));
        return null;
    }
}
