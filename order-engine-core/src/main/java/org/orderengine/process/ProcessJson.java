package org.orderengine.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.model.ProcessReference;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessPlaces;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.source.JsonSource;
import org.orderengine.source.JsonSource.ListValue;
import org.orderengine.source.JsonSource.Member;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.Place;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.JsonSourceException;

/**
 * Process definitions in JSON. What cannot be understood is said all at once, each with its line, column and path.
 *
 * <p>The form is described by the JSON Schema that ships with it, the resource {@code org/orderengine/schema/process.schema.json}. A text has at most a
 * million characters, a definition at most 500 states and 3000 transitions, and states are nested at most 16 deep.
 */
public final class ProcessJson {

    static final int MAX_TEXT = 1_000_000;

    private ProcessJson() {}

    /**
     * The definition that a text holds. It may extend a standard process.
     *
     * @throws DefinitionException with a finding for everything in it that cannot be understood. Whether what it says makes
     *     sense is for verification to tell, when the engine is built
     */
    public static ProcessDefinition read(String text) {
        return read(text, ProcessJson::none);
    }

    /**
     * The definition that a text holds, which may extend others of the host's own. What is read is the whole.
     *
     * @param bases the texts of definitions that it, and they, may extend, by name and version; empty where there is none of that
     *     reference: then it is a standard process's
     * @throws DefinitionException as {@link #read(String)}
     */
    public static ProcessDefinition read(String text, Function<ProcessReference, Optional<String>> bases) {
        return read(text, bases, List.of());
    }

    /** The definition that a text holds, on the way from others that extend it. */
    static ProcessDefinition read(
            String text, Function<ProcessReference, Optional<String>> bases, List<ProcessReference> chain) {
        ProcessFindings findings = new ProcessFindings();
        return sound(drafted(text, bases, chain, findings), findings);
    }

    private static ProcessDefinition drafted(
            String text,
            Function<ProcessReference, Optional<String>> bases,
            List<ProcessReference> chain,
            ProcessFindings findings) {
        if (text.length() > MAX_TEXT) {
            findings.add(
                    ProcessRule.LIMIT_EXCEEDED,
                    ProcessPlaces.ROOT,
                    "a text of " + text.length() + " characters",
                    "use at most " + MAX_TEXT);
            throw new DefinitionException("process", findings.all());
        }
        Map<Place, List<Member>> repeated = new HashMap<>();
        Value value = parsed(
                text,
                (object, member) -> repeated.computeIfAbsent(object, place -> new ArrayList<>())
                        .add(member),
                findings);
        DefinitionSource source = new DefinitionSource(findings, repeated);
        return drafted(whole(value, source, new BaseDefinition(source, bases, chain)), source, findings);
    }

    /**
     * The definition that a text holds as far as it can be understood. What cannot is said by verification together with everything else,
     * in one round: {@link ProcessDefinition#unread()} holds it, and no engine runs such a definition.
     *
     * <pre>{@code
     * List<Finding> all = OrderEngine.builder().verify(ProcessJson.draft(text));
     * }</pre>
     *
     * @throws DefinitionException if it is no JSON, or no object
     */
    public static ProcessDefinition draft(String text) {
        return draft(text, ProcessJson::none);
    }

    /** The same of a definition that may extend others of the host's own, as {@link #read(String, Function)} finds them. */
    public static ProcessDefinition draft(String text, Function<ProcessReference, Optional<String>> bases) {
        ProcessFindings findings = new ProcessFindings();
        return drafted(text, bases, List.of(), findings);
    }

    /** The same of a definition that begins at a place within a larger text. */
    public static ProcessDefinition draft(
            String text, int line, int column, Function<ProcessReference, Optional<String>> bases) {
        return drafted(text, line, column, bases, new ProcessFindings());
    }

    /**
     * The definition that begins at a place within a larger text, as within the settings of a shop. The places in the findings
     * are those of the whole text. What the larger text is limited to, and whether it names anything twice, is for its own reader
     * to say.
     *
     * @param text the whole text, which is JSON
     * @param line the line that the definition begins in, from 1
     * @param column the column, from 1
     * @throws DefinitionException as {@link #read(String)}
     * @throws IllegalArgumentException if no value begins there
     */
    public static ProcessDefinition read(String text, int line, int column) {
        return read(text, line, column, ProcessJson::none);
    }

    /** The definition that begins at a place within a larger text, which may extend others of the host's own. */
    public static ProcessDefinition read(
            String text, int line, int column, Function<ProcessReference, Optional<String>> bases) {
        ProcessFindings findings = new ProcessFindings();
        return sound(drafted(text, line, column, bases, findings), findings);
    }

    private static ProcessDefinition drafted(
            String text,
            int line,
            int column,
            Function<ProcessReference, Optional<String>> bases,
            ProcessFindings findings) {
        Place place = new Place(line, column);
        Value value = beginningAt(place, parsed(text, (object, member) -> {}, findings));
        if (value == null) {
            throw new IllegalArgumentException("no JSON value begins at " + place);
        }
        DefinitionSource source = new DefinitionSource(findings, Map.of());
        return drafted(whole(value, source, new BaseDefinition(source, bases, List.of())), source, findings);
    }

    /** A definition that was put together in Java as changes of another one. */
    static ProcessDefinition extended(Map<String, Object> changes, ProcessDefinition base) {
        ProcessFindings findings = new ProcessFindings();
        DefinitionSource source = new DefinitionSource(findings, Map.of());
        ObjectValue own = (ObjectValue) JsonSource.read(JsonLayout.line(changes));
        ProcessDefinition whole =
                sound(drafted(ExtendedSource.whole(source, own, base, own.place()), source, findings), findings);
        return new ProcessDefinition(whole.name(), whole.version(), whole.initial(), whole.states());
    }

    private static Value whole(Value value, DefinitionSource source, BaseDefinition bases) {
        Value extended = value instanceof ObjectValue object ? object.get(BaseDefinition.EXTENDS) : null;
        if (extended == null) {
            return value;
        }
        ObjectValue own = (ObjectValue) value;
        ProcessDefinition base = bases.of(own, extended);
        return base == null ? ExtendedSource.alone(own) : ExtendedSource.whole(source, own, base, extended.place());
    }

    private static Optional<String> none(ProcessReference reference) {
        return Optional.empty();
    }

    private static Value parsed(String text, BiConsumer<Place, Member> repeated, ProcessFindings findings) {
        try {
            return JsonSource.read(text, repeated);
        } catch (JsonSourceException malformed) {
            findings.add(
                    ProcessRule.NOT_JSON,
                    malformed.place() + ", " + ProcessPlaces.ROOT,
                    malformed.reason(),
                    "correct it there: a definition is one JSON object");
            throw new DefinitionException("process", findings.all());
        }
    }

    private static @Nullable Value beginningAt(Place place, Value value) {
        if (value.place().equals(place)) {
            return value;
        }
        Stream<Value> inside = value instanceof ObjectValue object
                ? object.members().values().stream().map(Member::value)
                : value instanceof ListValue list ? list.elements().stream() : Stream.of();
        return inside.flatMap(each -> Stream.ofNullable(beginningAt(place, each)))
                .findFirst()
                .orElse(null);
    }

    private static ProcessDefinition drafted(Value value, DefinitionSource source, ProcessFindings findings) {
        ProcessDefinition definition = new ProcessReader(source).process(value);
        if (definition == null) {
            throw new DefinitionException("process", findings.all());
        }
        return definition;
    }

    private static ProcessDefinition sound(ProcessDefinition definition, ProcessFindings findings) {
        if (!findings.isEmpty()) {
            boolean isUnnamed = definition.name().equals(ProcessReader.UNNAMED);
            throw new DefinitionException(
                    isUnnamed ? "process" : "process " + definition.reference(), findings.all());
        }
        return definition;
    }

    /** The definition as a whole, whatever it extends, as JSON that {@link #read(String)} reads back as its equal, laid out for people, a line feed at its end. */
    public static String write(ProcessDefinition definition) {
        return new ProcessWriter(definition).text();
    }
}
