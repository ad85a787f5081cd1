package org.orderengine.process;

import org.orderengine.machine.definition.Finding;
import org.orderengine.process.finding.ReadFinding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessPlaces;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.source.JsonFindings;
import org.orderengine.source.JsonSource.ListValue;
import org.orderengine.source.JsonSource.Member;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.Place;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;
import org.orderengine.text.Suggestion;

/** The text of a definition: what is wrong with it, by rule and with a remedy, and where each path stands. */
final class DefinitionSource implements JsonFindings {

    /** Longer texts mean nothing in a definition: they are names and durations. */
    static final int MAX_TEXT = 200;

    private static final int MAX_SUGGESTIONS = 20;
    private static final int MAX_PLACES = 100_000;
    private static final int MAX_PATH = 500;

    private static final ValueKind<String> TEXT = ValueKind.ofText("a text", text -> text);

    private final ProcessFindings findings;
    private final Map<Place, List<Member>> repeated;
    private final Map<String, Place> places = new HashMap<>();
    private final List<ReadFinding> unread = new ArrayList<>();
    private int suggestions;

    /**
     * The source of a definition.
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
    @Override
    public void known(String path, Place place) {
        if (places.size() < MAX_PLACES && path.length() <= MAX_PATH) {
            places.put(orRoot(path), place);
        }
    }

    @Override
    public void entered(String path, ObjectValue object) {
        for (Member again : repeated.getOrDefault(object.place(), List.of())) {
            add(
                    ProcessRule.DUPLICATE_KEY,
                    path,
                    again.place(),
                    shown(again.name()) + " stands here for the second time",
                    "keep one of the two, or give it another name");
        }
    }

    @Override
    public void unknown(String path, Member member, Collection<String> names) {
        String meant = suggestions++ < MAX_SUGGESTIONS ? Suggestion.didYouMean(member.name(), names) : "";
        add(
                ProcessRule.UNKNOWN_KEY,
                path,
                member.place(),
                shown(member.name()) + " means nothing here" + meant,
                "use one of " + names);
    }

    @Override
    public void missing(String path, Place object, String name) {
        add(ProcessRule.MISSING_KEY, path, object, "has no \"" + name + "\"", "add it");
    }

    @Override
    public void wrong(String path, Value value, String expected) {
        String found = value instanceof TextValue text ? shown(text.text()) : ProcessFindings.cut(value.describe());
        add(ProcessRule.WRONG_VALUE, path, value.place(), "is " + found, "give " + expected);
    }

    @Override
    public void add(Place place, String message) {
        add(ProcessRule.WRONG_VALUE, "", place, message, "correct it");
    }

    void add(ProcessRule rule, String path, Place place, String message, String remedy) {
        findings.add(rule, place + ", " + orRoot(path), message, remedy);
        if (!findings.isFull()) {
            unread.add(new ReadFinding(
                    place, path, new Finding(rule.code(), rule.severity(), place + ", " + orRoot(path), message, remedy)));
        }
    }

    /** What could not be understood so far. */
    List<ReadFinding> unread() {
        return unread;
    }

    /** A text that is not too long, or null. */
    @Nullable
    String text(Value value, String path) {
        known(path, value.place());
        String text = TEXT.read(value, path, this);
        return text != null && isShort(text, path, value.place()) ? text : null;
    }

    /** The text of that name, or null. */
    @Nullable
    String text(ObjectFields fields, String name) {
        Value value = fields.value(name);
        return value == null ? null : text(value, fields.path(name));
    }

    /** One text, or a list of texts. */
    List<String> texts(ObjectFields fields, String name) {
        Value value = fields.value(name);
        String path = fields.path(name);
        if (value != null && !(value instanceof ListValue) && !(value instanceof TextValue)) {
            wrong(path, value, "a text or a list of texts");
            return List.of();
        }
        List<Value> elements =
                value instanceof ListValue list ? list.elements() : value == null ? List.of() : List.of(value);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            String text = text(elements.get(i), path + "[" + i + "]");
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** The members of the object of that name, whose names are the author's, in their order. */
    <T> Map<String, T> members(ObjectFields fields, String name, BiFunction<Value, String, T> read) {
        Value value = fields.value(name);
        String path = fields.path(name);
        ObjectFields free = value == null ? null : ObjectFields.of(value, path, this);
        if (free == null) {
            return Map.of();
        }
        Map<String, T> members = new LinkedHashMap<>();
        for (Member member : free.members()) {
            if (isShort(member.name(), path, member.place())) {
                known(free.path(member.name()), member.place());
                members.put(member.name(), read.apply(member.value(), free.path(member.name())));
            }
        }
        return members;
    }

    private boolean isShort(String text, String path, Place place) {
        if (text.length() <= MAX_TEXT) {
            return true;
        }
        add(
                ProcessRule.LIMIT_EXCEEDED,
                path,
                place,
                "a text of " + text.length() + " characters, " + shown(text),
                "use at most " + MAX_TEXT);
        return false;
    }

    private static String orRoot(String path) {
        return path.isEmpty() ? ProcessPlaces.ROOT : path;
    }

    private static String shown(String text) {
        return "\"" + ProcessFindings.cut(text) + "\"";
    }
}
