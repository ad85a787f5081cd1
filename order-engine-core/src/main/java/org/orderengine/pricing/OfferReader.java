package org.orderengine.pricing;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.orderengine.json.JsonSource.Place;
import org.orderengine.json.JsonSource.Value;
import org.orderengine.json.Suggestion;
import org.orderengine.model.Money;
import org.orderengine.spi.pricing.Deal;
import org.orderengine.spi.pricing.Offer;
import org.orderengine.spi.pricing.Offer.Condition;
import org.orderengine.spi.pricing.Offer.Reduction;
import org.orderengine.spi.pricing.Offer.Target;

/** Turns JSON into offers, collecting findings instead of stopping at the first. */
final class OfferReader {

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

    private final @Nullable Currency currency;
    private final BiConsumer<Place, String> findings;
    private final Set<String> ids = new HashSet<>();

    OfferReader(@Nullable Currency currency, BiConsumer<Place, String> findings) {
        this.currency = currency;
        this.findings = findings;
    }

    List<Offer> offers(Value value) {
        return JsonFields.elements(value, findings, this::offer);
    }

    private @Nullable Offer offer(Value value) {
        JsonFields fields = JsonFields.of(value, currency, findings, KEYS);
        if (fields == null) {
            return null;
        }
        String id = fields.requiredText("id");
        if (id != null && !ids.add(id)) {
            fields.find("id", "\"" + id + "\" stands here for the second time");
        }
        Target on = target(fields);
        Reduction reduction = reduction(fields);
        String coupon = fields.text("coupon");
        Money cap = fields.money("cap");
        Condition when = condition(fields);
        Long perBuyer = fields.number("perBuyer");
        Long limit = fields.number("limit");
        String exclusive = fields.text("exclusive");
        if (id == null || on == null || reduction == null || when == null) {
            return null;
        }
        return fields.make("id", () -> new Offer(id, coupon, on, reduction, cap, when, perBuyer, limit, exclusive));
    }

    private @Nullable Target target(JsonFields fields) {
        String on = fields.requiredText("on");
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

    private @Nullable Reduction reduction(JsonFields fields) {
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
                Map<String, Money> prices = fields.map("tierPrices", fields::moneyOf);
                yield fields.make(key, () -> new Deal.TierPrices(prices));
            }
            case "rule" -> rule(fields);
            default -> plain(fields, key);
        };
    }

    private static @Nullable Reduction plain(JsonFields fields, String key) {
        if (key.equals("percent")) {
            BigDecimal percent = fields.decimal(key);
            return percent == null ? null : fields.make(key, () -> new Offer.Percent(percent));
        }
        Money amount = fields.money(key);
        if (amount == null) {
            return null;
        }
        return fields.make(key, () -> key.equals("amount") ? new Offer.Amount(amount) : new Offer.FixedPrice(amount));
    }

    private static @Nullable Reduction buyGet(JsonFields offer) {
        JsonFields fields = offer.object("buyGet", "buy", "get", "percent", "skus", "categories", "times");
        if (fields == null) {
            return null;
        }
        Long buy = fields.requiredNumber("buy");
        Long get = fields.requiredNumber("get");
        BigDecimal percent = fields.has("percent") ? fields.decimal("percent") : ALL;
        Set<String> skus = fields.texts("skus");
        Set<String> categories = fields.texts("categories");
        Long times = times(fields);
        if (buy == null || get == null || percent == null || times == null) {
            return null;
        }
        return offer.make("buyGet", () -> new Deal.BuyGet(buy, get, percent, skus, categories, times));
    }

    private static @Nullable Reduction cheapestFree(JsonFields offer) {
        JsonFields fields = offer.object("cheapestFree", "of", "percent", "times");
        if (fields == null) {
            return null;
        }
        Long of = fields.requiredNumber("of");
        BigDecimal percent = fields.has("percent") ? fields.decimal("percent") : ALL;
        Long times = times(fields);
        if (of == null || percent == null || times == null) {
            return null;
        }
        return offer.make("cheapestFree", () -> new Deal.CheapestFree(of, percent, times));
    }

    private @Nullable Reduction bundle(JsonFields offer) {
        JsonFields fields = offer.object("bundle", "price", "parts", "times");
        if (fields == null) {
            return null;
        }
        Money price = fields.requiredMoney("price");
        List<Deal.Part> parts = fields.list("parts", this::part);
        Long times = times(fields);
        if (price == null || times == null) {
            return null;
        }
        return offer.make("bundle", () -> new Deal.Bundle(price, parts, times));
    }

    private Deal.@Nullable Part part(Value value) {
        JsonFields fields = JsonFields.of(value, currency, findings, List.of("sku", "category", "quantity"));
        if (fields == null) {
            return null;
        }
        String sku = fields.text("sku");
        String category = fields.text("category");
        Long quantity = fields.has("quantity") ? fields.number("quantity") : Long.valueOf(1);
        return quantity == null ? null : fields.make("sku", () -> new Deal.Part(sku, category, quantity));
    }

    private @Nullable Reduction steps(JsonFields offer) {
        List<Deal.Step> steps = offer.list("steps", value -> {
            JsonFields fields = JsonFields.of(
                    value, currency, findings, List.of("quantity", "subtotal", "percent", "amount", "price"));
            String key = fields == null ? null : one(fields, PLAIN, "a step");
            if (fields == null || key == null) {
                return null;
            }
            Long quantity = fields.number("quantity");
            Money subtotal = fields.money("subtotal");
            Reduction reduction = plain(fields, key);
            return reduction == null
                    ? null
                    : fields.make("quantity", () -> new Deal.Step(quantity, subtotal, reduction));
        });
        return offer.make("steps", () -> new Deal.Steps(steps));
    }

    private static @Nullable Reduction rule(JsonFields offer) {
        JsonFields fields = offer.object("rule", "name", "parameters");
        String name = fields == null ? null : fields.requiredText("name");
        if (fields == null || name == null) {
            return null;
        }
        Map<String, String> parameters = fields.map("parameters", JsonFields::textOf);
        return offer.make("rule", () -> new Deal.ByRule(name, parameters));
    }

    private @Nullable Condition condition(JsonFields offer) {
        if (!offer.has("when")) {
            return Condition.ALWAYS;
        }
        JsonFields fields = offer.object("when", "skus", "categories", "minSubtotal", "minQuantity", "tiers", "window");
        if (fields == null) {
            return null;
        }
        Set<String> skus = fields.texts("skus");
        Set<String> categories = fields.texts("categories");
        Money subtotal = fields.money("minSubtotal");
        Long quantity = fields.number("minQuantity");
        Set<String> tiers = fields.texts("tiers");
        WindowReader.Read window = WindowReader.read(fields);
        if (window.isWrong()) {
            return null;
        }
        return offer.make("when", () -> new Condition(skus, categories, subtotal, quantity, tiers, window.window()));
    }

    private static @Nullable Long times(JsonFields fields) {
        return fields.has("times") ? fields.number("times") : Long.valueOf(Deal.UNBOUNDED);
    }

    /** The one key of these that is given; null after a finding. */
    private static @Nullable String one(JsonFields fields, List<String> keys, String what) {
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
