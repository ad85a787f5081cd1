package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.PayloadType;

/**
 * The tables of {@code docs/process.md} say of the built-in actions what their descriptions say. With {@code -Ddocs.write=true}
 * they are written anew.
 */
class ActionDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "process.md");
    private static final Pattern ACTIONS = Pattern.compile("(?:\\| action \\| .*\n)+");
    private static final Pattern KEYS = Pattern.compile(
            "(?<=\\| key \\| of \\| value \\| where left out \\| meaning \\|\n\\|---\\|---\\|---\\|---\\|---\\|\n)(?:\\| .*\n)*");

    @Test
    void each_built_in_action_has_its_row() throws IOException {
        String rows = BuiltIns.names().actions().stream()
                .map(action ->
                        "| action | `" + action.name() + "` | " + action.meaning() + " | " + keys(action) + " |\n")
                .collect(Collectors.joining());
        assertThat(table(ACTIONS, rows)).isEqualTo(rows);
    }

    @Test
    void each_key_of_their_payloads_has_its_row() throws IOException {
        Map<PayloadKey, List<String>> actions = new LinkedHashMap<>();
        for (ActionDescription action : BuiltIns.names().actions()) {
            for (PayloadKey key : action.payload()) {
                actions.computeIfAbsent(key, first -> new ArrayList<>()).add("`" + action.name() + "`");
            }
        }
        StringBuilder rows = new StringBuilder();
        actions.forEach((key, of) -> row(rows, key.name(), String.join(", ", of), key));
        assertThat(table(KEYS, rows.toString())).isEqualTo(rows.toString());
    }

    private static void row(StringBuilder rows, String path, String of, PayloadKey key) {
        List<PayloadKey> elements =
                key.type() instanceof PayloadType.ListOf list && list.element() instanceof PayloadType.Members members
                        ? members.keys()
                        : List.of();
        String value = elements.isEmpty() ? key.type().toString() : "list of objects";
        String otherwise = key.otherwise() == null ? "" : key.otherwise();
        rows.append(String.format(
                "| `%s` | %s | %s | %s | %s |%n",
                path, of, value, key.required() ? "refused" : otherwise, meaning(key)));
        elements.forEach(element -> row(rows, path + "[]." + element.name(), "", element));
    }

    private static String meaning(PayloadKey key) {
        return key.meaning() + (key.with() == null ? "" : "; only and always with " + key.with());
    }

    private static String keys(ActionDescription action) {
        return action.payload().isEmpty()
                ? "nothing"
                : action.payload().stream().map(key -> "`" + key.name() + "`").collect(Collectors.joining(", "));
    }

    private static String table(Pattern where, String rows) throws IOException {
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(
                    DOCUMENT, where.matcher(Files.readString(DOCUMENT)).replaceFirst(Matcher.quoteReplacement(rows)));
        }
        Matcher table = where.matcher(Files.readString(DOCUMENT));
        assertThat(table.find()).isTrue();
        return table.group();
    }
}
