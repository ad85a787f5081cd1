package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.policy.Allocation;
import org.orderengine.spi.catalog.Product;

/** The quotes of the shared scenarios that speak of prices alone, put to the pricing itself. */
class ScenarioPricesTest {

    private static final Path SCENARIOS = Path.of("..", "..", "shared", "scenarios");

    @ParameterizedTest
    @ValueSource(strings = {"03-proration", "04-last-takes-rest", "05-tax-inclusive"})
    void a_quote_comes_out_as_the_scenario_says(String name) throws IOException {
        Path file = SCENARIOS.resolve(name + ".json");
        Assumptions.assumeTrue(Files.exists(file), "the shared scenarios lie beside the project");
        JsonNode scenario = new ObjectMapper().readTree(file.toFile());
        JsonNode step = scenario.get("steps").get(0);

        Books books = cart(scenario, step.get("quote")).books();

        JsonNode expected = step.get("expect").get("quote");
        expected.get("totals").properties().forEach(total -> assertThat(total(books, total.getKey()))
                .as(total.getKey())
                .isEqualTo(total.getValue().asText()));
        assertThat(books.lines()).hasSize(expected.get("lines").size());
        for (int i = 0; i < books.lines().size(); i++) {
            Line line = books.lines().get(i);
            expected.get("lines").get(i).properties().forEach(part -> assertThat(
                            part(line, books.pricesIncludeTax(), part.getKey()))
                    .as("line " + line.id() + " " + part.getKey())
                    .isEqualTo(part.getValue().asText()));
        }
    }

    private static Cart cart(JsonNode scenario, JsonNode quote) {
        Cart cart = Cart.in(scenario.get("currency").asText());
        if (scenario.path("pricesIncludeTax").asBoolean()) {
            cart.pricesIncludeTax();
        }
        if (scenario.has("allocation")) {
            cart.allocation(Allocation.valueOf(
                    scenario.get("allocation").asText().toUpperCase(Locale.ROOT).replace('-', '_')));
        }
        scenario.path("taxRates")
                .forEach(rate -> cart.tax(
                        rate.get("taxCategory").asText(), rate.get("rate").asText()));
        scenario.get("catalog")
                .forEach(product -> cart.product(new Product(
                        product.get("sku").asText(),
                        cart.money(product.get("price").asText()),
                        null,
                        text(product, "taxCategory"),
                        text(product, "category"),
                        null,
                        Map.of())));
        scenario.get("offers").forEach(offer -> cart.offer(offer(cart, offer)));
        int[] number = {0};
        quote.get("lines")
                .forEach(line -> cart.line(new QuoteRequest.QuoteLine(
                        String.valueOf(++number[0]),
                        line.get("sku").asText(),
                        line.get("quantity").asLong(),
                        null)));
        return cart;
    }

    private static Offer offer(Cart cart, JsonNode offer) {
        Set<String> categories = new HashSet<>();
        offer.path("when").path("categories").forEach(category -> categories.add(category.asText()));
        Offer.Reduction reduction = offer.has("percent")
                ? new Offer.Percent(new BigDecimal(offer.get("percent").asText()))
                : new Offer.Amount(cart.money(offer.get("amount").asText()));
        return Offer.of(
                        offer.get("id").asText(),
                        Offer.Target.valueOf(offer.get("on").asText().toUpperCase(Locale.ROOT)),
                        reduction)
                .withCondition(Offer.Condition.ofCategories(categories.toArray(String[]::new)));
    }

    private static @Nullable String text(JsonNode node, String key) {
        return node.has(key) ? node.get(key).asText() : null;
    }

    private static String total(Books books, String key) {
        Money amount =
                switch (key) {
                    case "lines" -> books.totals().lines();
                    case "discount" -> books.totals().discount();
                    case "tax" -> books.totals().tax();
                    case "total" -> books.totals().total();
                    default -> throw new AssertionError("the scenario expects " + key);
                };
        return amount.toDecimal();
    }

    private static String part(Line line, boolean pricesIncludeTax, String key) {
        Money amount =
                switch (key) {
                    case "discount" -> line.discount();
                    case "tax" -> line.tax();
                    case "total" -> line.total(pricesIncludeTax);
                    default -> throw new AssertionError("the scenario expects " + key);
                };
        return amount.toDecimal();
    }
}
