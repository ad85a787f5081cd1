package org.orderengine.testkit.scenario;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.json.JsonSource.Value;
import org.orderengine.model.Money;
import org.orderengine.spi.pricing.Offer;
import org.orderengine.spi.pricing.Offer.Condition;
import org.orderengine.spi.pricing.Offer.Reduction;
import org.orderengine.spi.pricing.Offer.Target;

/** Reads a shop's offers. */
final class OfferReader {

    private static final List<String> REDUCTIONS = List.of("percent", "amount", "price");
    private static final Kind<Target> TARGET = Kinds.word(Target.class);

    private final Findings findings;
    private final Kind<Money> money;
    private final Set<Object> ids = new HashSet<>();

    OfferReader(Findings findings, Kind<Money> money) {
        this.findings = findings;
        this.money = money;
    }

    List<Offer> read(Fields scenario) {
        return scenario.list("offers", this::offer);
    }

    private @Nullable Offer offer(Value value) {
        Fields fields = Fields.of(
                value,
                findings,
                "id",
                "coupon",
                "on",
                "percent",
                "amount",
                "price",
                "cap",
                "when",
                "perBuyer",
                "limit",
                "exclusive");
        if (fields == null) {
            return null;
        }
        String id = fields.required("id", Kinds.TEXT, "");
        fields.once("id", id, ids);
        String coupon = fields.optional("coupon", Kinds.TEXT);
        Target on = fields.required("on", TARGET);
        Reduction reduction = reduction(fields);
        Money cap = fields.optional("cap", money);
        if (cap != null && cap.isNegative()) {
            findings.add(fields.place("cap"), "a cap of " + cap.toDecimal() + " is less than zero");
        }
        Value when = fields.value("when");
        Condition condition = when == null ? Condition.ALWAYS : condition(when);
        Long perBuyer = fields.optional("perBuyer", Kinds.COUNT);
        Long limit = fields.optional("limit", Kinds.COUNT);
        String exclusive = fields.optional("exclusive", Kinds.TEXT);
        return on == null || reduction == null || condition == null
                ? null
                : new Offer(id, coupon, on, reduction, cap, condition, perBuyer, limit, exclusive);
    }

    private @Nullable Reduction reduction(Fields fields) {
        List<String> given = REDUCTIONS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            findings.add(
                    fields.place("on"),
                    "an offer has exactly one of \"percent\", \"amount\" and \"price\", this one has "
                            + (given.isEmpty() ? "none" : String.join(" and ", given)));
            return null;
        }
        String key = given.get(0);
        if (key.equals("percent")) {
            BigDecimal percent = fields.required(key, Kinds.DECIMAL);
            return percent == null ? null : fields.make(key, () -> new Offer.Percent(percent));
        }
        Money amount = fields.required(key, money);
        if (amount == null) {
            return null;
        }
        return fields.make(key, () -> key.equals("amount") ? new Offer.Amount(amount) : new Offer.FixedPrice(amount));
    }

    private @Nullable Condition condition(Value value) {
        Fields fields = Fields.of(value, findings, "skus", "categories", "minSubtotal", "minQuantity", "tiers");
        if (fields == null) {
            return null;
        }
        return new Condition(
                new LinkedHashSet<>(fields.list("skus", Kinds.TEXT)),
                new LinkedHashSet<>(fields.list("categories", Kinds.TEXT)),
                fields.optional("minSubtotal", money),
                fields.optional("minQuantity", Kinds.COUNT),
                new LinkedHashSet<>(fields.list("tiers", Kinds.TEXT)));
    }
}
