package org.orderengine.process;

import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessPlaces;
import org.orderengine.process.finding.ProcessRule;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.orderengine.json.JsonSource.BooleanValue;
import org.orderengine.json.JsonSource.ListValue;
import org.orderengine.json.JsonSource.Member;
import org.orderengine.json.JsonSource.ObjectValue;
import org.orderengine.json.JsonSource.Place;
import org.orderengine.json.JsonSource.TextValue;
import org.orderengine.json.JsonSource.Value;
import org.orderengine.text.Suggestion;

/** The values of a definition's text, taken out by the form that they should have; remembers where each path stands. */
final class DefinitionSource {

    /** Longer texts mean nothing in a definition: they are names and durations. */
    static final int MAX_TEXT = 200;

    private static final int MAX_SUGGESTIONS = 20;
    private static final int MAX_PLACES = 100_000;
    private static final int MAX_PATH = 500;

    private final ProcessFindings findings;
    private final Map<Place, List<Member>> repeated;
    private final Map<String, Place> places = new HashMap<>();
    private int suggestions;

    /**
     * A source of values.
     *
     * @param findings takes what is wrong
     * @param repeated per place of an object, the members that it names again
     */
    DefinitionSource(ProcessFindings findings, Map<Place, List<Member>> repeated) {
        this.findings = findings;
        this.repeated = repeated;
    }

    /** Where every path that was read stands. */
    ProcessPlaces places() {
        return new ProcessPlaces(places);
    }

    /** Notes where a path stands, unless hostile input makes paths without end: then the ones around them have to do. */
    void at(String path, Place place) {
        if (places.size() < MAX_PLACES && path.length() <= MAX_PATH) {
            places.put(path, place);
        }
    }

    /** An object that has no other keys than these; null if it is none. */
    @Nullable
    ObjectValue object(Value value, String path, List<String> known) {
        ObjectValue object = object(value, path);
        if (object == null) {
            return null;
        }
        for (Member member : object.members().values()) {
            if (known.contains(member.name())) {
                at(ProcessPlaces.inside(path, member.name()), member.place());
            } else {
                add(
                        ProcessRule.UNKNOWN_KEY,
                        path,
                        member.place(),
                        shown(member.name()) + " means nothing here" + didYouMean(member.name(), known),
                        "use one of " + known);
            }
        }
        return object;
    }

    private @Nullable ObjectValue object(Value value, String path) {
        if (!(value instanceof ObjectValue object)) {
            wrong(value, path, "an object");
            return null;
        }
        for (Member again : repeated.getOrDefault(object.place(), List.of())) {
            add(
                    ProcessRule.DUPLICATE_KEY,
                    path,
                    again.place(),
                    shown(again.name()) + " stands here for the second time",
                    "keep one of the two, or give it another name");
        }
        return object;
    }

    /** The members of an object whose names are the author's, in their order. */
    <T> Map<String, T> members(@Nullable Value value, String path, BiFunction<Value, String, T> read) {
        ObjectValue object = value == null ? null : object(value, path);
        if (object == null) {
            return Map.of();
        }
        Map<String, T> members = new LinkedHashMap<>();
        for (Member member : object.members().values()) {
            String inside = path + "." + member.name();
            if (isShort(member.name(), path, member.place())) {
                at(inside, member.place());
                members.put(member.name(), read.apply(member.value(), inside));
            }
        }
        return members;
    }

    /** One text, or a list of texts. */
    List<String> texts(@Nullable Value value, String path) {
        if (value == null) {
            return List.of();
        }
        List<Value> elements;
        if (value instanceof ListValue list) {
            elements = list.elements();
        } else if (value instanceof TextValue) {
            elements = List.of(value);
        } else {
            wrong(value, path, "a text or a list of texts");
            return List.of();
        }
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            String text = text(elements.get(i), path + "[" + i + "]");
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** A text, or null. */
    @Nullable
    String text(@Nullable Value value, String path) {
        if (value == null) {
            return null;
        }
        at(path, value.place());
        if (!(value instanceof TextValue text)) {
            wrong(value, path, "a text");
            return null;
        }
        return isShort(text.text(), path, text.place()) ? text.text() : null;
    }

    boolean flag(@Nullable Value value, String path) {
        if (value == null || value instanceof BooleanValue) {
            return value != null && ((BooleanValue) value).is();
        }
        wrong(value, path, "true or false");
        return false;
    }

    void missing(ObjectValue object, String path, String key) {
        add(ProcessRule.MISSING_KEY, path, object.place(), "has no \"" + key + "\"", "add it");
    }

    void wrong(Value value, String path, String expected) {
        String found = value instanceof TextValue text ? shown(text.text()) : ProcessFindings.cut(value.describe());
        add(ProcessRule.WRONG_VALUE, path, value.place(), "is " + found, "give " + expected);
    }

    void add(ProcessRule rule, String path, Place place, String message, String remedy) {
        findings.add(rule, place + ", " + path, message, remedy);
    }

    private boolean isShort(String text, String path, Place place) {
        if (text.length() > MAX_TEXT) {
            add(
                    ProcessRule.LIMIT_EXCEEDED,
                    path,
                    place,
                    "a text of " + text.length() + " characters, " + shown(text),
                    "use at most " + MAX_TEXT);
            return false;
        }
        return true;
    }

    private String didYouMean(String name, List<String> known) {
        return suggestions++ < MAX_SUGGESTIONS ? Suggestion.didYouMean(name, known) : "";
    }

    private static String shown(String text) {
        return "\"" + ProcessFindings.cut(text) + "\"";
    }
}
