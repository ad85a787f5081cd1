package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.orderengine.model.OfferCodes;
import org.orderengine.pricing.OfferChecks;
import org.orderengine.pricing.PricingCodes;

/** {@code docs/errors.md} explains every code of prices and offers, and no others in those sections. */
class DocumentedCodesTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|", Pattern.MULTILINE);

    @Test
    void every_code_of_a_price_is_explained() throws IOException, IllegalAccessException {
        List<String> codes = constants(PricingCodes.class);
        assertThat(codes).containsAll(section("Prices"));
        codes.removeAll(section("Prices"));
        assertThat(section("Units, parcels and returns")).containsAll(codes);
    }

    @Test
    void every_code_of_an_offer_is_explained() throws IOException, IllegalAccessException {
        List<String> codes = constants(OfferCodes.class);
        codes.add(OfferChecks.OFFER_UNKNOWN_PRODUCT);
        codes.add(OfferChecks.OFFER_SHADOWED);
        assertThat(section("Offers")).containsExactlyInAnyOrderElementsOf(codes);
    }

    private static List<String> section(String title) throws IOException {
        String text = Files.readString(Path.of("..", "docs", "errors.md"));
        int start = text.indexOf("\n## " + title + "\n");
        int end = text.indexOf("\n## ", start + 1);
        List<String> codes = new ArrayList<>();
        ROW.matcher(text.substring(start, end < 0 ? text.length() : end))
                .results()
                .forEach(row -> codes.add(row.group(1)));
        return codes;
    }

    private static List<String> constants(Class<?> type) throws IllegalAccessException {
        List<String> codes = new ArrayList<>();
        for (Field field : type.getFields()) {
            codes.add((String) field.get(null));
        }
        return codes;
    }
}
