package org.orderengine.source;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.source.JsonSource.ListValue;
import org.orderengine.source.JsonSource.Member;
import org.orderengine.source.JsonSource.NullValue;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.Place;
import org.orderengine.source.JsonSource.Value;

/**
 * The members of one object of JSON that people write, such as a definition, an offer or a scenario. What is not as it should be becomes a
 * finding, and reading goes on with something harmless in its place, so that one run finds everything.
 */
public final class ObjectFields {

    private final JsonFindings findings;
    private final String path;
    private final ObjectValue object;

    private ObjectFields(JsonFindings findings, String path, ObjectValue object) {
        this.findings = findings;
        this.path = path;
        this.object = object;
    }

    /** The members of {@code value}, whose names are the author's, or null after a finding that it is no object. */
    public static @Nullable ObjectFields of(Value value, String path, JsonFindings findings) {
        if (!(value instanceof ObjectValue object)) {
            findings.wrong(path, value, "an object");
            return null;
        }
        findings.entered(path, object);
        return new ObjectFields(findings, path, object);
    }

    /** The members of {@code value}, or null after a finding that it is no object. Names other than these are findings. */
    public static @Nullable ObjectFields of(Value value, String path, JsonFindings findings, Collection<String> names) {
        ObjectFields fields = of(value, path, findings);
        if (fields != null) {
            for (Member member : fields.members()) {
                if (names.contains(member.name())) {
                    findings.known(fields.path(member.name()), member.place());
                } else {
                    findings.unknown(path, member, names);
                }
            }
        }
        return fields;
    }

    /** The members of a value whose path does not matter. */
    public static @Nullable ObjectFields of(Value value, JsonFindings findings, Collection<String> names) {
        return of(value, "", findings, names);
    }

    public static @Nullable ObjectFields of(Value value, JsonFindings findings, String... names) {
        return of(value, findings, List.of(names));
    }

    /** The elements of {@code value}; none after a finding that it is no list. */
    public static List<Value> elements(Value value, JsonFindings findings) {
        if (value instanceof ListValue list) {
            return list.elements();
        }
        findings.wrong("", value, "a list");
        return List.of();
    }

    /** The same members, as those of an object of another path. */
    public ObjectFields under(String otherPath) {
        return new ObjectFields(findings, otherPath, object);
    }

    /** What takes the findings. */
    public JsonFindings findings() {
        return findings;
    }

    /** The path of the value of that name. */
    public String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    /** Where the object begins. */
    public Place place() {
        return object.place();
    }

    /** Where the value of that name begins, or the object where there is none. */
    public Place place(String name) {
        Value value = value(name);
        return value == null ? place() : value.place();
    }

    /** All members, in the order of the text. */
    public Collection<Member> members() {
        return object.members().values();
    }

    public boolean has(String name) {
        return object.members().containsKey(name);
    }

    /** Whether the value of that name is written as {@code null}. */
    public boolean isNull(String name) {
        return value(name) instanceof NullValue;
    }

    /** The value of that name, or null. */
    public @Nullable Value value(String name) {
        return object.get(name);
    }

    /** The value of that name, or null after a finding that it is missing. */
    public @Nullable Value required(String name) {
        Value value = value(name);
        if (value == null) {
            findings.missing(path, place(), name);
        }
        return value;
    }

    /** The value of that name; null after a finding where it is missing or wrong. */
    public <T> @Nullable T required(String name, ValueKind<T> kind) {
        Value value = required(name);
        return value == null ? null : kind.read(value, path(name), findings);
    }

    /** The value of that name; where it is missing or wrong, {@code harmless} after a finding. */
    public <T> T required(String name, ValueKind<T> kind, T harmless) {
        T read = required(name, kind);
        return read == null ? harmless : read;
    }

    /** The value of that name; null where there is none, and after a finding where it is wrong. */
    public <T> @Nullable T optional(String name, ValueKind<T> kind) {
        Value value = value(name);
        return value == null ? null : kind.read(value, path(name), findings);
    }

    /** The value of that name, or {@code otherwise} where there is none. */
    public <T> T optional(String name, ValueKind<T> kind, T otherwise) {
        T read = optional(name, kind);
        return read == null ? otherwise : read;
    }

    /** The elements of a list, those left out that {@code element} found wrong; empty where there is no list. */
    public <T> List<T> list(String name, Function<Value, @Nullable T> element) {
        List<T> elements = new ArrayList<>();
        Value value = value(name);
        for (Value each : value == null ? List.<Value>of() : elements(value, findings)) {
            T read = element.apply(each);
            if (read != null) {
                elements.add(read);
            }
        }
        return elements;
    }

    /** The members of an object whose names are the author's, those left out that were found wrong; empty where there is none. */
    public <T> Map<String, T> map(String name, ValueKind<T> kind) {
        Map<String, T> map = new LinkedHashMap<>();
        Value value = value(name);
        if (value instanceof ObjectValue free) {
            for (Member member : free.members().values()) {
                T read = kind.read(member.value(), findings);
                if (read != null) {
                    map.put(member.name(), read);
                }
            }
        } else if (value != null) {
            findings.wrong(path(name), value, "an object");
        }
        return map;
    }

    /** The members of the object of that name, or null where there is none. */
    public @Nullable ObjectFields object(String name, String... names) {
        Value value = value(name);
        return value == null ? null : of(value, path(name), findings, List.of(names));
    }

    /** The elements of a list; where there is none, a finding. */
    public <T> List<T> requiredList(String name, Function<Value, @Nullable T> element) {
        return required(name) == null ? List.of() : list(name, element);
    }

    /** The elements of a list of values of one kind. */
    public <T> List<T> list(String name, ValueKind<T> kind) {
        return list(name, value -> kind.read(value, findings));
    }

    /** What {@code making} makes of the value of that name, or null after a finding there if it refuses. */
    public <T> @Nullable T make(String name, Supplier<T> making) {
        try {
            return making.get();
        } catch (IllegalArgumentException refused) {
            findings.add(place(name), String.valueOf(refused.getMessage()));
            return null;
        }
    }

    /** A finding at the value of that name, or at the object where there is none. */
    public void find(String name, String message) {
        findings.add(place(name), message);
    }

    /** A finding if the value of that name was seen before. */
    public void once(String name, Object value, Set<Object> seen) {
        if (!seen.add(value)) {
            findings.add(place(name), "\"" + value + "\" stands here for the second time");
        }
    }
}
