package org.orderengine.testkit.scenario;

/** Scenarios written in tests, with single quotes for double ones. */
final class ScenarioText {

    private ScenarioText() {}

    /** A shop that sells hats at 20.00 and has three of them, and these steps. */
    static Scenario hatShop(String... steps) {
        return parse(
                """
                { 'scenario': 'hats', 'currency': 'USD',
                  'catalog': [ { 'sku': 'HAT', 'price': '20.00', 'taxCategory': 'wear' } ],
                  'taxRates': [ { 'taxCategory': 'wear', 'rate': '0.10' } ],
                  'stock': [ { 'sku': 'HAT', 'onHand': 3 } ],
                  'steps': [ %s ] }
                """
                        .formatted(String.join(",\n", steps)));
    }

    static Scenario parse(String text) {
        return Scenario.parse("hats.json", json(text));
    }

    static String json(String text) {
        return text.replace('\'', '"');
    }
}
