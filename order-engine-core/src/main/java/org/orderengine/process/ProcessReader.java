package org.orderengine.process;

import org.orderengine.process.finding.ProcessPlaces;
import org.orderengine.process.finding.ProcessRule;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.json.JsonSource.ListValue;
import org.orderengine.json.JsonSource.NumberValue;
import org.orderengine.json.JsonSource.ObjectValue;
import org.orderengine.json.JsonSource.TextValue;
import org.orderengine.json.JsonSource.Value;

/** Turns JSON into a process definition, collecting findings instead of stopping at the first. */
final class ProcessReader {

    /** States in states: people lose their way much earlier. */
    static final int MAX_DEPTH = 16;

    static final int MAX_STATES = 500;

    static final int MAX_TRANSITIONS = 3000;

    private static final List<String> PROCESS_KEYS = List.of("process", "version", "initial", "states");
    private static final List<String> STATE_KEYS = List.of(
            "initial",
            "parallel",
            "final",
            "history",
            "run",
            "entry",
            "exit",
            "on",
            "after",
            "always",
            "done",
            "declined",
            "failed",
            "defer",
            "states");
    private static final List<String> TRANSITION_KEYS = List.of("when", "to");
    private static final List<String> TIMER_KEYS = List.of("in", "at", "when", "to", "then");

    private final DefinitionSource source;
    private int states;
    private int transitions;

    ProcessReader(DefinitionSource source) {
        this.source = source;
    }

    /** The definition that a value holds; null if it is no object, or has no name. */
    @Nullable
    ProcessDefinition process(Value value) {
        source.at(ProcessPlaces.ROOT, value.place());
        ObjectValue object = source.object(value, ProcessPlaces.ROOT, PROCESS_KEYS);
        if (object == null) {
            return null;
        }
        String name = name(object);
        int version = version(object);
        Map<String, ProcessState> read = states(object.get("states"), "states", 1);
        if (object.get("states") == null) {
            source.missing(object, ProcessPlaces.ROOT, "states");
        }
        limit(value, states, MAX_STATES, "states");
        limit(value, transitions, MAX_TRANSITIONS, "transitions");
        String initial = source.text(object.get("initial"), "initial");
        return name == null
                ? null
                : new ProcessDefinition(name, version, initial == null ? "" : initial, read, source.places());
    }

    private void limit(Value value, int actual, int limit, String what) {
        if (actual > limit) {
            source.add(
                    ProcessRule.LIMIT_EXCEEDED,
                    ProcessPlaces.ROOT,
                    value.place(),
                    "has " + actual + " " + what,
                    "use at most " + limit);
        }
    }

    private @Nullable String name(ObjectValue object) {
        Value value = object.get("process");
        if (value == null) {
            source.missing(object, ProcessPlaces.ROOT, "process");
            return null;
        }
        String name = source.text(value, "process");
        if (name != null && name.isBlank()) {
            source.wrong(value, "process", "the process a name");
            return null;
        }
        return name;
    }

    private int version(ObjectValue object) {
        Value value = object.get("version");
        if (value == null) {
            return 1;
        }
        if (value instanceof NumberValue number) {
            try {
                int version = number.number().intValueExact();
                if (version > 0) {
                    return version;
                }
            } catch (ArithmeticException notAnInt) {
                // said below
            }
        }
        source.wrong(value, "version", "a whole number from 1 to " + Integer.MAX_VALUE);
        return 1;
    }

    private Map<String, ProcessState> states(@Nullable Value value, String path, int depth) {
        if (value != null && depth > MAX_DEPTH) {
            source.add(
                    ProcessRule.LIMIT_EXCEEDED,
                    path,
                    value.place(),
                    "are states nested deeper than " + MAX_DEPTH,
                    "move them out");
            return Map.of();
        }
        return source.members(value, path, (state, at) -> state(state, at, depth));
    }

    private ProcessState state(Value value, String path, int depth) {
        ObjectValue object = ++states > MAX_STATES ? null : source.object(value, path, STATE_KEYS);
        if (object == null) {
            return new ProcessStateBuilder().build();
        }
        Map<String, ProcessState> inner = states(object.get("states"), path + ".states", depth + 1);
        return new ProcessState(
                source.text(object.get("initial"), path + ".initial"),
                source.flag(object.get("parallel"), path + ".parallel"),
                source.flag(object.get("final"), path + ".final"),
                history(object.get("history"), path + ".history"),
                source.texts(object.get("run"), path + ".run"),
                source.texts(object.get("entry"), path + ".entry"),
                source.texts(object.get("exit"), path + ".exit"),
                source.members(object.get("on"), path + ".on", this::transitions),
                timers(object.get("after"), path + ".after"),
                optionalTransitions(object, path, "always"),
                optionalTransitions(object, path, "done"),
                optionalTransitions(object, path, "declined"),
                optionalTransitions(object, path, "failed"),
                source.texts(object.get("defer"), path + ".defer"),
                inner);
    }

    private ProcessState.@Nullable History history(@Nullable Value value, String path) {
        String text = source.text(value, path);
        if (value == null || text == null) {
            return null;
        }
        return switch (text) {
            case "shallow" -> ProcessState.History.SHALLOW;
            case "deep" -> ProcessState.History.DEEP;
            default -> {
                source.wrong(value, path, "\"shallow\" or \"deep\"");
                yield null;
            }
        };
    }

    private Map<String, ProcessTimer> timers(@Nullable Value value, String path) {
        Map<String, ProcessTimer> timers = new LinkedHashMap<>();
        source.members(value, path, (element, at) -> {
                    ProcessTimer timer = timer(element, at);
                    return timer == null ? List.<ProcessTimer>of() : List.of(timer);
                })
                .forEach((name, timer) -> timer.forEach(read -> timers.put(name, read)));
        return timers;
    }

    private @Nullable ProcessTimer timer(Value value, String path) {
        ObjectValue object = source.object(value, path, TIMER_KEYS);
        if (object == null) {
            return null;
        }
        List<ProcessTransition> ways = timerTransitions(object, path);
        Value in = object.get("in");
        Value at = object.get("at");
        if (in == null && at == null) {
            source.add(
                    ProcessRule.TIMER_WITHOUT_DUE,
                    path,
                    object.place(),
                    "has neither \"in\" nor \"at\"",
                    "give it a duration (\"in\") or the name of a rule (\"at\")");
            return null;
        }
        if (in != null && at != null) {
            conflict(object, path, "in", "at", "the duration or the rule");
            return null;
        }
        Duration duration = in == null ? null : duration(in, path + ".in");
        String rule = source.text(at, path + ".at");
        return duration == null && rule == null ? null : new ProcessTimer(duration, rule, ways);
    }

    private List<ProcessTransition> timerTransitions(ObjectValue object, String path) {
        Value then = object.get("then");
        if (then == null) {
            return List.of(transition(object, path + "[0]"));
        }
        for (String other : List.of("to", "when")) {
            if (object.get(other) != null) {
                conflict(object, path, "then", other, "the list or the single transition");
            }
        }
        return transitions(then, path);
    }

    private void conflict(ObjectValue object, String path, String one, String other, String which) {
        source.add(
                ProcessRule.CONFLICTING_KEYS,
                path,
                object.place(),
                "has both \"" + one + "\" and \"" + other + "\"",
                "keep " + which);
    }

    private @Nullable Duration duration(Value value, String path) {
        String text = source.text(value, path);
        if (text == null) {
            return null;
        }
        try {
            Duration duration = Duration.parse(text);
            if (!duration.isNegative() && !duration.isZero() && duration.compareTo(ProcessTimer.MAX_IN) <= 0) {
                return duration;
            }
        } catch (DateTimeParseException | ArithmeticException notIso) {
            // said below
        }
        source.wrong(
                value,
                path,
                "a duration in ISO 8601 of days, hours, minutes and seconds, more than zero, at most 36500 days, like"
                        + " \"PT30M\" or \"P7D\"");
        return null;
    }

    private List<ProcessTransition> optionalTransitions(ObjectValue object, String path, String key) {
        Value value = object.get(key);
        return value == null ? List.of() : transitions(value, path + "." + key);
    }

    private List<ProcessTransition> transitions(Value value, String path) {
        if (!(value instanceof ListValue list)) {
            return List.of(transitionOrTarget(value, path + "[0]"));
        }
        if (list.elements().isEmpty()) {
            transitions++;
        }
        List<ProcessTransition> read = new ArrayList<>();
        for (int i = 0; i < list.elements().size(); i++) {
            read.add(transitionOrTarget(list.elements().get(i), path + "[" + i + "]"));
        }
        return read;
    }

    private ProcessTransition transitionOrTarget(Value value, String path) {
        if (value instanceof TextValue) {
            return counted(List.of(), source.text(value, path), path, value);
        }
        ObjectValue object = source.object(value, path, TRANSITION_KEYS);
        return object == null ? ProcessTransition.STAY : transition(object, path);
    }

    private ProcessTransition transition(ObjectValue object, String path) {
        return counted(
                source.texts(object.get("when"), path + ".when"),
                source.text(object.get("to"), path + ".to"),
                path,
                object);
    }

    private ProcessTransition counted(List<String> when, @Nullable String to, String path, Value value) {
        transitions++;
        source.at(path, value.place());
        return new ProcessTransition(when, to);
    }
}
