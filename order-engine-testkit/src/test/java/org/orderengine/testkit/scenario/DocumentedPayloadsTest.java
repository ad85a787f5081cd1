package org.orderengine.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Currency;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** {@code docs/process.md} says of each built-in action what goes with it, and the scenario format takes that, a reason and attributes. */
class DocumentedPayloadsTest {

    private static final Pattern ROW =
            Pattern.compile("^\\| action \\| `([a-z-]+)` \\| .* \\| (.*) \\|$", Pattern.MULTILINE);
    private static final Pattern NAME = Pattern.compile("`(\\w+)`");

    @TestFactory
    Stream<DynamicTest> every_action_takes_what_its_row_says() throws IOException {
        StandardPayloads payloads = new StandardPayloads(ValueTypes.money(Currency.getInstance("EUR")));
        return ROW.matcher(Files.readString(Path.of("..", "docs", "process.md")))
                .results()
                .map(row -> DynamicTest.dynamicTest(row.group(1), () -> assertThat(names(row))
                        .isEqualTo(Objects.requireNonNull(payloads.of(row.group(1)), row.group(1))
                                .keySet())));
    }

    private static Set<String> names(MatchResult row) {
        Set<String> names = new HashSet<>(Set.of("reason", "attributes"));
        NAME.matcher(row.group(2)).results().map(name -> name.group(1)).forEach(names::add);
        return names;
    }
}
