package org.orderengine.testkit.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.Severity;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.process.ProcessTable;
import org.orderengine.source.JsonSource;
import org.orderengine.source.JsonSource.ListValue;
import org.orderengine.source.JsonSource.Member;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.Place;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.JsonSourceException;

/**
 * A process definition that stands in a file, verified: what it says, if it can be understood, and everything that is wrong
 * with it, each with its line and column.
 */
public final class DefinitionCheck {

    private static final String TABLE = ".csv";
    private static final Pattern WRITTEN_PLACE = Pattern.compile("line (\\d+), column (\\d+).*", Pattern.DOTALL);

    private final @Nullable ProcessDefinition definition;
    private final List<LocatedFinding> findings;

    private DefinitionCheck(@Nullable ProcessDefinition definition, List<LocatedFinding> findings) {
        this.definition = definition;
        this.findings = findings.stream()
                .sorted(Comparator.comparingInt(LocatedFinding::line).thenComparingInt(LocatedFinding::column))
                .toList();
    }

    /** Checks the definition that a text holds, against the names that are built in. */
    public static DefinitionCheck of(String text) {
        return of(text, HostNames.NONE);
    }

    /** Checks the definition that a text holds, against the names that are built in and those of a host. */
    public static DefinitionCheck of(String text, HostNames names) {
        return of(text, names::verify);
    }

    private static DefinitionCheck of(String text, Function<ProcessDefinition, List<Finding>> verify) {
        Value value;
        try {
            value = JsonSource.read(text);
        } catch (JsonSourceException malformed) {
            Finding finding = new Finding(
                    "not-json",
                    Severity.ERROR,
                    "$",
                    malformed.reason(),
                    "correct it there: a definition is one JSON object");
            return new DefinitionCheck(
                    null,
                    List.of(new LocatedFinding(
                            malformed.place().line(), malformed.place().column(), finding)));
        }
        return of(text, value, verify);
    }

    /**
     * Checks the definition in a file: a plain table if the file's name ends in {@code .csv}, and JSON otherwise.
     *
     * @throws IOException if the file cannot be read, or is no text in UTF-8
     */
    public static DefinitionCheck read(Path file, HostNames names) throws IOException {
        return read(file, names::verify);
    }

    static DefinitionCheck read(Path file, Function<ProcessDefinition, List<Finding>> verify) throws IOException {
        String text;
        try {
            text = Files.readString(file);
        } catch (CharacterCodingException notUtf8) {
            throw new IOException("it is not text in UTF-8", notUtf8);
        }
        String name = String.valueOf(file.getFileName());
        return name.endsWith(TABLE) && name.length() > TABLE.length()
                ? ofTable(text, name.substring(0, name.length() - TABLE.length()), verify)
                : of(text, verify);
    }

    /**
     * Checks the definition that a plain table in CSV holds, against the names that are built in.
     *
     * @param table the table, as {@link ProcessTable} reads it
     * @param name what the process is called, not blank; its version is 1
     */
    public static DefinitionCheck ofTable(String table, String name) {
        return ofTable(table, name, HostNames.NONE::verify);
    }

    private static DefinitionCheck ofTable(
            String table, String name, Function<ProcessDefinition, List<Finding>> verify) {
        return of(new TextValue(new Place(1, 1), table), () -> ProcessTable.read(table, name, 1), verify);
    }

    /** Checks the definition that a value within a text holds. */
    static DefinitionCheck of(String text, Value value, Function<ProcessDefinition, List<Finding>> verify) {
        Place place = value.place();
        return of(value, () -> ProcessJson.draft(text, place.line(), place.column(), reference -> Optional.empty()), verify);
    }

    private static DefinitionCheck of(
            Value value, Supplier<ProcessDefinition> read, Function<ProcessDefinition, List<Finding>> verify) {
        try {
            ProcessDefinition definition = read.get();
            boolean isRead = definition.unread().isEmpty();
            return new DefinitionCheck(isRead ? definition : null, locate(value, verify.apply(definition)));
        } catch (DefinitionException notUnderstood) {
            return new DefinitionCheck(null, locate(value, notUnderstood.findings()));
        }
    }

    /** The definition, if it can be understood; it may have errors nevertheless. */
    public Optional<ProcessDefinition> definition() {
        return Optional.ofNullable(definition);
    }

    /** What is wrong with it or may be, in the order of the file. */
    public List<LocatedFinding> findings() {
        return findings;
    }

    /** Whether an engine would refuse it. */
    public boolean hasErrors() {
        return findings.stream().anyMatch(located -> located.finding().isError());
    }

    private static List<LocatedFinding> locate(Value definition, List<Finding> findings) {
        List<LocatedFinding> located = new ArrayList<>();
        for (Finding finding : findings) {
            Place place = locate(definition, finding.place());
            located.add(new LocatedFinding(place.line(), place.column(), finding));
        }
        return located;
    }

    private static Place locate(Value definition, String place) {
        Matcher written = WRITTEN_PLACE.matcher(place);
        return written.matches()
                ? new Place(Integer.parseInt(written.group(1)), Integer.parseInt(written.group(2)))
                : follow(definition, definition.place(), place);
    }

    /** The place of what a path such as {@code states.created.on.pay[0]} leads to, as far as it can be followed. */
    private static Place follow(Value value, Place reached, String path) {
        if (value instanceof ObjectValue object) {
            for (Member member : object.members().values()) {
                if (startsWith(path, member.name())) {
                    return follow(
                            member.value(),
                            member.place(),
                            rest(path, member.name().length()));
                }
            }
        } else if (value instanceof ListValue list) {
            for (int index = 0; index < list.elements().size(); index++) {
                String step = "[" + index + "]";
                if (path.startsWith(step)) {
                    Value element = list.elements().get(index);
                    return follow(element, element.place(), rest(path, step.length()));
                }
            }
        }
        return path.startsWith("[0]") ? follow(value, reached, rest(path, 3)) : reached;
    }

    private static boolean startsWith(String path, String name) {
        return path.startsWith(name)
                && (path.length() == name.length()
                        || path.charAt(name.length()) == '.'
                        || path.charAt(name.length()) == '[');
    }

    private static String rest(String path, int from) {
        String rest = path.substring(from);
        return rest.startsWith(".") ? rest.substring(1) : rest;
    }
}
