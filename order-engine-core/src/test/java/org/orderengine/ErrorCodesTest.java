package org.orderengine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.ChildBooks;
import org.orderengine.model.ChildKind;
import org.orderengine.model.OfferCodes;
import org.orderengine.policy.ReturnRule;
import org.orderengine.pricing.OfferChecks;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.TransactionRefusedException;

/** The page of error codes and the code agree. */
class ErrorCodesTest {

    private static final Pattern ROW = Pattern.compile("^\\| `([a-z-]+)` \\|.*\\S \\| .*\\S \\|$");

    @Test
    void every_code_is_explained_and_every_explanation_has_a_code() throws IOException {
        assertThat(explained()).containsExactlyInAnyOrderElementsOf(declared());
    }

    @Test
    void the_codes_of_children_are_those_that_hosts_name() {
        assertThat(ofChildren())
                .contains(
                        Codes.UNKNOWN_PAYMENT,
                        Codes.PAYMENT_STATE,
                        Codes.UNKNOWN_SHIPMENT,
                        Codes.SHIPMENT_STATE,
                        Codes.UNKNOWN_RETURN,
                        Codes.RETURN_STATE);
    }

    @Test
    void codes_are_kebab_case() {
        assertThat(declared()).allMatch(code -> code.matches("[a-z]+(-[a-z]+)*"));
    }

    private static Set<String> explained() throws IOException {
        List<String> lines = Files.readAllLines(Path.of("..", "docs", "errors.md"));
        return lines.stream()
                .map(ROW::matcher)
                .filter(row -> row.matches())
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> declared() {
        Stream<String> constants = Stream.of(
                        Codes.class,
                        PricingCodes.class,
                        OfferCodes.class,
                        OfferChecks.class,
                        QueryRefusedException.class,
                        TransactionRefusedException.class,
                        ReturnRule.class)
                .flatMap(type -> Arrays.stream(type.getFields()))
                .filter(field -> Modifier.isStatic(field.getModifiers()) && field.getType() == String.class)
                .map(ErrorCodesTest::value);
        return Stream.concat(constants, ofChildren()).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Each kind of child has a code for one that there is not, and one for a state in which something is not possible. */
    private static Stream<String> ofChildren() {
        return Arrays.stream(ChildKind.values())
                .flatMap(kind -> Stream.of(ChildBooks.unknown(kind), ChildBooks.notThere(kind)));
    }

    private static String value(Field field) {
        try {
            return (String) field.get(null);
        } catch (IllegalAccessException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
