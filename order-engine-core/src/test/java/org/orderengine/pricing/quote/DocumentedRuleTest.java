package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.model.Books;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.pricing.Pricing;
import org.orderengine.pricing.PricingRules;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.spi.pricing.PricingContext.LineRow;
import org.orderengine.spi.pricing.PricingRule;

/** The rule that {@code docs/pricing.md} shows is this one, and does what is said of it. */
class DocumentedRuleTest {

    private static PriceCalculator documented() {
        PricingRule staff = sheet -> {
            if ("staff".equals(sheet.member().tier())) {
                for (LineRow line : sheet.lines()) {
                    sheet.lower(line, "staff", line.amount().times(new BigDecimal("0.30")));
                }
            }
        };
        Pricing pricing = new Pricing(
                PricingPolicy.DEFAULT, PricingRules.standard().after(PricingRules.OFFERS, "staff", staff), Map.of());
        return new PriceCalculator(pricing);
    }

    @Test
    void staff_pay_thirty_percent_less() {
        Cart cart = Cart.in("EUR").line("A", 2, "10.00");
        assertThat(total(cart.tier("staff"))).isEqualTo("14.00");
        assertThat(total(cart.tier("gold"))).isEqualTo("20.00");
    }

    @Test
    void the_page_shows_this_very_rule() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "pricing.md"));
        int start = page.lastIndexOf("```java\n", page.indexOf("PricingRule staff")) + "```java\n".length();
        String shown = page.substring(start, page.indexOf("```", start));
        String source = Files.readString(
                Path.of("src", "test", "java", "org", "orderengine", "pricing", "quote", "DocumentedRuleTest.java"));
        assertThat(shown).contains("PricingRule staff");
        assertThat(source.replaceAll("\\s+", "")).contains(shown.replaceAll("\\s+", ""));
    }

    private static String total(Cart cart) {
        QuoteResult result = documented().quote(cart.request(), cart.facts());
        assertThat(result).isInstanceOf(QuoteResult.Quoted.class);
        Books books = ((QuoteResult.Quoted) result).books();
        return books.totals().total().toDecimal();
    }
}
