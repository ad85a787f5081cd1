package org.orderengine.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.json.JsonSource.ListValue;
import org.orderengine.json.JsonSource.Member;
import org.orderengine.json.JsonSource.NullValue;
import org.orderengine.json.JsonSource.ObjectValue;
import org.orderengine.json.JsonSource.Place;
import org.orderengine.json.JsonSource.Value;
import org.orderengine.text.Suggestion;

/**
 * The members of one object of JSON that people write, such as an offer or a scenario. What is not as it should be becomes a
 * finding, and reading goes on with something harmless in its place, so that one run finds everything.
 */
public final class ObjectFields {

    private final JsonFindings findings;
    private final Place place;
    private final Map<String, Value> members = new LinkedHashMap<>();

    private ObjectFields(JsonFindings findings, Place place) {
        this.findings = findings;
        this.place = place;
    }

    /** The members of {@code value}, or null after a finding that it is no object. Names other than these are findings. */
    public static @Nullable ObjectFields of(Value value, JsonFindings findings, Collection<String> names) {
        if (!(value instanceof ObjectValue object)) {
            findings.add(value.place(), "expected an object, found " + value.describe());
            return null;
        }
        ObjectFields fields = new ObjectFields(findings, value.place());
        for (Member member : object.members().values()) {
            fields.members.put(member.name(), member.value());
            if (!names.contains(member.name())) {
                findings.add(
                        member.place(),
                        "unknown key \"" + member.name() + "\"" + Suggestion.didYouMean(member.name(), names));
            }
        }
        return fields;
    }

    public static @Nullable ObjectFields of(Value value, JsonFindings findings, String... names) {
        return of(value, findings, List.of(names));
    }

    /** The elements of {@code value}; none after a finding that it is no list. */
    public static List<Value> elements(Value value, JsonFindings findings) {
        if (value instanceof ListValue list) {
            return list.elements();
        }
        findings.add(value.place(), "expected a list, found " + value.describe());
        return List.of();
    }

    /** What takes the findings. */
    public JsonFindings findings() {
        return findings;
    }

    /** Where the value of that name begins, or the object where there is none. */
    public Place place(String name) {
        Value value = members.get(name);
        return value == null ? place : value.place();
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /** Whether the value of that name is written as {@code null}. */
    public boolean isNull(String name) {
        return members.get(name) instanceof NullValue;
    }

    /** The value of that name, or null. */
    public @Nullable Value value(String name) {
        return members.get(name);
    }

    /** The value of that name, or null after a finding that it is missing. */
    public @Nullable Value required(String name) {
        Value value = members.get(name);
        if (value == null) {
            findings.add(place, "\"" + name + "\" is missing");
        }
        return value;
    }

    /** The value of that name; null after a finding where it is missing or wrong. */
    public <T> @Nullable T required(String name, ValueKind<T> kind) {
        Value value = required(name);
        return value == null ? null : kind.read(value, findings);
    }

    /** The value of that name; where it is missing or wrong, {@code harmless} after a finding. */
    public <T> T required(String name, ValueKind<T> kind, T harmless) {
        T read = required(name, kind);
        return read == null ? harmless : read;
    }

    /** The value of that name; null where there is none, and after a finding where it is wrong. */
    public <T> @Nullable T optional(String name, ValueKind<T> kind) {
        Value value = members.get(name);
        return value == null ? null : kind.read(value, findings);
    }

    /** The value of that name, or {@code otherwise} where there is none. */
    public <T> T optional(String name, ValueKind<T> kind, T otherwise) {
        T read = optional(name, kind);
        return read == null ? otherwise : read;
    }

    /** The elements of a list, those left out that {@code element} found wrong; empty where there is no list. */
    public <T> List<T> list(String name, Function<Value, @Nullable T> element) {
        List<T> elements = new ArrayList<>();
        Value value = members.get(name);
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
        Value value = members.get(name);
        if (value instanceof ObjectValue free) {
            for (Member member : free.members().values()) {
                T read = kind.read(member.value(), findings);
                if (read != null) {
                    map.put(member.name(), read);
                }
            }
        } else if (value != null) {
            find(name, "expected an object, found " + value.describe());
        }
        return map;
    }

    /** The members of the object of that name, or null where there is none. */
    public @Nullable ObjectFields object(String name, String... names) {
        Value value = members.get(name);
        return value == null ? null : of(value, findings, names);
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
