package org.orderengine.testkit.scenario;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.model.Money;
import org.orderengine.source.JsonSource;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.JsonSourceException;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;

/** Reads a scenario to its end and says everything that is wrong with it. */
final class ScenarioReader {

    private static final Instant DEFAULT_START = Instant.parse("2026-01-01T00:00:00Z");
    /** ISO 4217's code for no currency: amounts are checked for their form where the scenario names none yet. */
    static final Currency NO_CURRENCY = Currency.getInstance("XXX");

    static final List<String> KEYS = keys();

    private ScenarioReader() {}

    static Scenario read(String file, String text, Consumer<OrderEngineBuilder> wiring) {
        Findings findings = new Findings(file);
        Scenario scenario = read(file, text, wiring, findings);
        findings.throwIfAny();
        if (scenario == null) {
            throw new IllegalStateException(file + " was not read, and nothing was found wrong with it");
        }
        return scenario;
    }

    private static @Nullable Scenario read(
            String file, String text, Consumer<OrderEngineBuilder> wiring, Findings findings) {
        Value value;
        try {
            value = JsonSource.read(
                    text,
                    (object, repeated) -> findings.add(
                            repeated.place(), "\"" + repeated.name() + "\" stands here for the second time"));
        } catch (JsonSourceException malformed) {
            findings.add(malformed.place(), malformed.reason());
            return null;
        }
        ObjectFields fields = ObjectFields.of(value, findings, KEYS);
        if (fields == null) {
            return null;
        }
        String title = fields.required("scenario", ValueTypes.TEXT, "");
        Currency currency = fields.required("currency", ValueTypes.CURRENCY);
        ValueKind<Money> money = currency == null ? ValueTypes.anyAmount() : ValueTypes.money(currency);
        Instant start = fields.optional("clock", ValueTypes.INSTANT, DEFAULT_START);
        DefinitionsReader definitions = new DefinitionsReader(file, text, wiring, findings);
        Shop shop = new ShopReader(definitions, fields, currency, money).read();
        List<Step> steps =
                fields.requiredList("steps", new StepReader(findings, money, currency, shop.measures(), start)::step);
        return new Scenario(file, title, currency == null ? NO_CURRENCY : currency, start, shop, wiring, steps);
    }

    private static List<String> keys() {
        List<String> keys = new ArrayList<>(List.of("$schema", "scenario", "currency", "clock", "steps"));
        keys.addAll(ShopReader.KEYS);
        return List.copyOf(keys);
    }
}
