package org.orderengine.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.source.JsonSource;
import org.orderengine.source.JsonSource.BooleanValue;
import org.orderengine.source.JsonSource.ListValue;
import org.orderengine.source.JsonSource.Member;
import org.orderengine.source.JsonSource.NullValue;
import org.orderengine.source.JsonSource.NumberValue;
import org.orderengine.source.JsonSource.ObjectValue;
import org.orderengine.source.JsonSource.Place;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.text.Suggestion;

/**
 * The whole that a definition makes with the one that it extends, as one document to be read.
 *
 * <p>States, and within them {@code on} and {@code after}, are merged by name; every other key replaces the one of the base; null takes
 * away. A state of the base is meant by its name also where it is written at the top. What comes from the base stands where the
 * definition says {@code extends}.
 */
final class ExtendedSource {

    private static final String STATES = "states";
    private static final Set<String> MERGED = Set.of("on", "after");
    private static final Set<String> OWN = Set.of("process", "version", "$schema", BaseDefinition.EXTENDS);

    private final DefinitionSource source;
    private final ObjectValue own;
    private final ObjectValue base;
    /** Where each state of the base is, by its name. */
    private final Map<String, String> paths = new HashMap<>();
    /** What the definition says at its top of states that lie deeper in the base. */
    private final Map<String, Member> raised = new LinkedHashMap<>();

    private final Set<String> met = new HashSet<>();

    private ExtendedSource(DefinitionSource source, ObjectValue own, ObjectValue base) {
        this.source = source;
        this.own = own;
        this.base = base;
    }

    /** The whole of a definition and its base. */
    static ObjectValue whole(DefinitionSource source, ObjectValue own, ProcessDefinition base, Place from) {
        Value written = JsonSource.read(ProcessJson.write(base));
        return new ExtendedSource(source, own, (ObjectValue) at(from, written)).whole();
    }

    /** A definition whose base is not there: what it takes away is ignored. */
    static ObjectValue alone(ObjectValue own) {
        ObjectValue kept = withoutNulls(own);
        Map<String, Member> members = new LinkedHashMap<>(kept.members());
        members.putIfAbsent(
                STATES, new Member(STATES, own.place(), new ObjectValue(own.place(), new LinkedHashMap<>())));
        return new ObjectValue(own.place(), members);
    }

    private static ObjectValue withoutNulls(ObjectValue own) {
        Map<String, Member> members = new LinkedHashMap<>();
        own.members().forEach((name, member) -> {
            if (!(member.value() instanceof NullValue)) {
                Value value = member.value() instanceof ObjectValue object ? withoutNulls(object) : member.value();
                members.put(name, new Member(name, member.place(), value));
            }
        });
        return new ObjectValue(own.place(), members);
    }

    private ObjectValue whole() {
        find(base.get(STATES), STATES);
        if (own.get(STATES) instanceof ObjectValue states) {
            states.members().forEach((name, member) -> {
                String path = paths.get(name);
                if (path != null && !path.equals(STATES + "." + name)) {
                    raised.put(name, member);
                }
            });
        }
        Map<String, Member> members = new LinkedHashMap<>(base.members());
        members.keySet().removeAll(OWN);
        own.members().forEach((name, member) -> {
            if (!name.equals(STATES) && !name.equals(BaseDefinition.EXTENDS)) {
                replace(members, name, member, "");
            }
        });
        Member states = own.members().get(STATES);
        if (states == null || states.value() instanceof ObjectValue) {
            ObjectValue merged = states(
                    (ObjectValue) base.get(STATES),
                    states == null ? null : (ObjectValue) states.value(),
                    STATES,
                    own.place());
            members.put(STATES, new Member(STATES, states == null ? base.place() : states.place(), merged));
        } else {
            members.put(STATES, states);
        }
        return new ObjectValue(own.place(), members);
    }

    private void find(@Nullable Value states, String path) {
        if (states instanceof ObjectValue object) {
            object.members().forEach((name, member) -> {
                paths.put(name, path + "." + name);
                if (member.value() instanceof ObjectValue state) {
                    find(state.get(STATES), path + "." + name + "." + STATES);
                }
            });
        }
    }

    private ObjectValue states(@Nullable ObjectValue of, @Nullable ObjectValue changes, String path, Place place) {
        Map<String, Member> merged = new LinkedHashMap<>();
        Set<String> done = new HashSet<>();
        if (of != null) {
            of.members().forEach((name, member) -> {
                Member change = changes == null ? null : changes.members().get(name);
                Member elsewhere = path.equals(STATES) ? null : raised.get(name);
                if (change != null && elsewhere != null) {
                    again(elsewhere, path + "." + name);
                }
                Member meant = change == null ? elsewhere : change;
                done.add(name);
                met.add(name);
                state(merged, member, meant, path + "." + name);
            });
        }
        if (changes != null) {
            changes.members().forEach((name, change) -> {
                boolean isRaised = path.equals(STATES) && raised.containsKey(name) && met.contains(name);
                if (!done.contains(name) && !isRaised) {
                    added(merged, change, path);
                }
            });
        }
        return new ObjectValue(changes == null ? place : changes.place(), merged);
    }

    private void state(Map<String, Member> merged, Member before, @Nullable Member change, String path) {
        if (change != null && change.value() instanceof NullValue) {
            return;
        }
        if (change != null && !(change.value() instanceof ObjectValue)) {
            merged.put(before.name(), change);
            return;
        }
        ObjectValue changes = change == null ? null : (ObjectValue) change.value();
        ObjectValue state = changed((ObjectValue) before.value(), changes, path);
        merged.put(before.name(), new Member(before.name(), change == null ? before.place() : change.place(), state));
    }

    private ObjectValue changed(ObjectValue state, @Nullable ObjectValue changes, String path) {
        Map<String, Member> members = new LinkedHashMap<>(state.members());
        if (changes != null) {
            changes.members().forEach((name, change) -> {
                Member old = members.get(name);
                if (MERGED.contains(name)
                        && change.value() instanceof ObjectValue keys
                        && old != null
                        && old.value() instanceof ObjectValue before) {
                    members.put(name, new Member(name, change.place(), merged(before, keys, path + "." + name)));
                } else if (!name.equals(STATES) || !(change.value() instanceof ObjectValue)) {
                    replace(members, name, change, path);
                }
            });
        }
        Member inner = members.get(STATES);
        ObjectValue innerChanges = changes != null && changes.get(STATES) instanceof ObjectValue given ? given : null;
        boolean isTaken = inner == null || inner.value() instanceof ObjectValue;
        if (isTaken && (inner != null || innerChanges != null)) {
            Place place = changes == null ? state.place() : changes.place();
            ObjectValue states = states(
                    inner == null ? null : (ObjectValue) inner.value(), innerChanges, path + "." + STATES, place);
            members.put(STATES, new Member(STATES, states.place(), states));
        }
        return new ObjectValue(changes == null ? state.place() : changes.place(), members);
    }

    /** Actions or timers by name; what stands for any other action stays behind those that are added. */
    private ObjectValue merged(ObjectValue before, ObjectValue changes, String path) {
        Map<String, Member> members = new LinkedHashMap<>(before.members());
        changes.members().forEach((name, change) -> replace(members, name, change, path));
        Member any = members.get("*");
        if (any != null && !changes.members().containsKey("*")) {
            members.remove("*");
            members.put("*", any);
        }
        return new ObjectValue(changes.place(), members);
    }

    private void replace(Map<String, Member> members, String name, Member change, String path) {
        if (!(change.value() instanceof NullValue)) {
            members.put(name, change);
        } else if (members.remove(name) == null) {
            nothing(path.isEmpty() ? name : path + "." + name, change, new ArrayList<>(members.keySet()));
        }
    }

    private void added(Map<String, Member> merged, Member change, String path) {
        String there = paths.get(change.name());
        if (change.value() instanceof NullValue) {
            if (there == null) {
                nothing(path + "." + change.name(), change, new ArrayList<>(paths.keySet()));
            }
        } else {
            if (there != null && !path.equals(STATES)) {
                source.add(
                        ProcessRule.MISPLACED_STATE,
                        path + "." + change.name(),
                        change.place(),
                        "state \"" + change.name() + "\" of the definition that it extends lies at " + there,
                        "write it there, or at the top of \"states\", where it is found by its name");
            }
            merged.put(change.name(), change);
        }
    }

    private void again(Member elsewhere, String path) {
        source.add(
                ProcessRule.DUPLICATE_KEY,
                STATES + "." + elsewhere.name(),
                elsewhere.place(),
                "\"" + elsewhere.name() + "\" stands here for the second time: it is written at " + path + " too",
                "keep one of the two");
    }

    private void nothing(String path, Member change, List<String> names) {
        source.add(
                ProcessRule.NOTHING_TO_REMOVE,
                path,
                change.place(),
                "the definition that it extends has no \"" + change.name() + "\" here to take away"
                        + Suggestion.didYouMean(change.name(), names),
                "correct the name, or leave it out");
    }

    /** The value with everything in it at one place. */
    private static Value at(Place place, Value value) {
        if (value instanceof ObjectValue object) {
            Map<String, Member> members = new LinkedHashMap<>();
            object.members()
                    .forEach((name, member) -> members.put(name, new Member(name, place, at(place, member.value()))));
            return new ObjectValue(place, members);
        } else if (value instanceof ListValue list) {
            return new ListValue(
                    place, list.elements().stream().map(each -> at(place, each)).toList());
        } else if (value instanceof TextValue text) {
            return new TextValue(place, text.text());
        } else if (value instanceof NumberValue number) {
            return new NumberValue(place, number.number());
        } else if (value instanceof BooleanValue flag) {
            return new BooleanValue(place, flag.is());
        }
        return new NullValue(place);
    }
}
