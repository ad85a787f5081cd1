package org.orderengine.testkit.scenario;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Actor;
import org.orderengine.model.By;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.source.CriteriaReader;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;
import org.orderengine.testkit.scenario.Step.Deed;
import org.orderengine.text.Suggestion;

/** Reads the steps of a scenario and follows its clock, so that no step takes place before the one in front of it. */
final class StepReader {

    private static final List<String> DEEDS =
            List.of("quote", "place", "act", "stock", "advance", "concurrently", "restart", "find");
    static final List<String> KEYS = keys();
    private static final List<String> SCOPES = List.of("roots", "leaves", "all");
    private static final List<String> FIND_KEYS = Stream.concat(
                    CriteriaReader.KEYS.stream(), Stream.of("scope", "limit", "after"))
            .toList();
    private static final int MOST_FOUND = 1000;

    private final Findings findings;
    private final OrderReader orders;
    private final ActionReader actions;
    private final @Nullable Currency currency;
    private final Map<String, Measure> measures;
    private Instant now;

    /** The reader of the steps of a shop that measures some products. */
    StepReader(
            Findings findings,
            ValueKind<Money> money,
            @Nullable Currency currency,
            Map<String, Measure> measures,
            Instant start) {
        this.measures = measures;
        this.currency = currency;
        this.findings = findings;
        this.orders = new OrderReader(findings, money);
        this.actions = new ActionReader(findings, money);
        this.now = start;
    }

    @Nullable
    Step step(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, KEYS);
        if (fields == null) {
            return null;
        }
        String id = fields.optional("id", ValueTypes.TEXT);
        Instant at = fields.optional("at", ValueTypes.INSTANT);
        if (at != null) {
            if (at.isBefore(now)) {
                findings.add(fields.place("at"), at + " is before now, which is " + now);
            } else {
                now = at;
            }
        }
        Deed deed = deed(fields, value);
        Value expected = fields.value("expect");
        Object expectation = expected == null ? null : Expectations.read(expected, findings);
        return deed == null ? null : new Step(id, at, deed, expectation);
    }

    private @Nullable Deed deed(ObjectFields fields, Value step) {
        List<String> given = DEEDS.stream().filter(fields::has).toList();
        if (given.size() != 1) {
            findings.add(
                    step.place(),
                    "a step has exactly one of " + String.join(", ", DEEDS) + "; this one has "
                            + (given.isEmpty() ? "none" : String.join(" and ", given)));
        }
        Deed deed = null;
        for (String key : given) {
            Value value = fields.required(key);
            deed = value == null ? null : by(fields, deed(key, value));
        }
        return deed;
    }

    /** The deed as the author does it whom the step names, and for its reason. */
    private @Nullable Deed by(ObjectFields fields, @Nullable Deed deed) {
        Actor actor = Actors.read(fields, findings);
        String reason = fields.optional("reason", ValueTypes.TEXT);
        if (deed == null || (actor == null && reason == null)) {
            return deed;
        }
        if (deed instanceof Step.Place place) {
            return new Step.Place(place.order().withBy(given(place.order().by(), actor, reason)));
        } else if (deed instanceof Step.Act act) {
            return new Step.Act(act.action().withBy(given(act.action().by(), actor, reason)), act.isDry());
        }
        fields.find(actor == null ? "reason" : "actor", "an actor and a reason go with place and act only");
        return deed;
    }

    private static By given(By by, @Nullable Actor actor, @Nullable String reason) {
        return new By(actor == null ? by.actor() : actor, reason == null ? by.reason() : reason);
    }

    private @Nullable Deed deed(String key, Value value) {
        return switch (key) {
            case "quote" -> orders.quote(value);
            case "place" -> orders.place(value);
            case "act" -> actions.act(value);
            case "stock" -> arrive(value);
            case "advance" -> advance(value);
            case "concurrently" -> together(value);
            case "find" -> find(value);
            default -> restart(value);
        };
    }

    private @Nullable Deed arrive(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, "sku", "add");
        if (fields == null) {
            return null;
        }
        String sku = fields.required("sku", ValueTypes.TEXT, "");
        BigDecimal added = fields.required("add", ValueTypes.QUANTITY, BigDecimal.ONE);
        long units = ValueTypes.steps(fields, "add", added, measures.get(sku));
        if (added.signum() == 0) {
            findings.add(fields.place("add"), "0 units cannot arrive");
        }
        return new Step.Arrive(sku, units);
    }

    private @Nullable Deed advance(Value value) {
        Duration duration = ValueTypes.DURATION.read(value, findings);
        if (duration == null) {
            return null;
        }
        try {
            now = now.plus(duration);
        } catch (DateTimeException | ArithmeticException beyond) {
            findings.add(value.place(), "time does not go on that long: " + beyond.getMessage());
        }
        return new Step.Advance(duration);
    }

    private @Nullable Deed together(Value value) {
        Instant start = now;
        Instant end = now;
        List<Step> steps = new ArrayList<>();
        for (Value each : ObjectFields.elements(value, findings)) {
            now = start;
            Step step = step(each);
            if (step != null) {
                steps.add(step);
            }
            end = end.isBefore(now) ? now : end;
        }
        now = end;
        return new Step.Together(steps);
    }

    private @Nullable Deed find(Value value) {
        ObjectFields fields = ObjectFields.of(value, findings, FIND_KEYS);
        if (fields == null) {
            return null;
        }
        long limit = fields.optional("limit", ValueTypes.COUNT, 20L);
        if (limit < 1 || limit > MOST_FOUND) {
            findings.add(fields.place("limit"), "a page has 1 to " + MOST_FOUND + " orders, not " + limit);
        }
        String scope = fields.optional("scope", ValueTypes.TEXT, "all");
        if (!SCOPES.contains(scope)) {
            findings.add(
                    fields.place("scope"),
                    "\"" + scope + "\" is none of " + SCOPES + Suggestion.didYouMean(scope, SCOPES));
        }
        return new Step.Find(
                new CriteriaReader(findings, currency).criteria(fields),
                (int) Math.max(1, Math.min(limit, MOST_FOUND)),
                fields.optional("after", ValueTypes.TEXT));
    }

    private @Nullable Deed restart(Value value) {
        Boolean restart = ValueKind.FLAG.read(value, findings);
        if (Boolean.FALSE.equals(restart)) {
            findings.add(value.place(), "restart is true, or left out");
        }
        return new Step.Restart();
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(DEEDS);
        keys.addAll(List.of("id", "at", "actor", "reason", "expect"));
        return List.copyOf(keys);
    }
}
