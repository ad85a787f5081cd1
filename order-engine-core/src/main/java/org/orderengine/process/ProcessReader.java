package org.orderengine.process;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Phase;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.source.JsonSource.ListValue;
import org.orderengine.source.JsonSource.NumberValue;
import org.orderengine.source.JsonSource.Place;
import org.orderengine.source.JsonSource.TextValue;
import org.orderengine.source.JsonSource.Value;
import org.orderengine.source.ObjectFields;
import org.orderengine.source.ValueKind;

/** Turns JSON into a process definition, collecting findings instead of stopping at the first. */
final class ProcessReader {

    /** States in states: people lose their way much earlier. */
    static final int MAX_DEPTH = 16;

    static final int MAX_STATES = 500;

    static final int MAX_TRANSITIONS = 3000;

    /** What a definition is called that does not say its name. */
    static final String UNNAMED = "?";

    private static final ValueKind<Integer> VERSION =
            new ValueKind<>("a whole number from 1 to " + Integer.MAX_VALUE, ProcessReader::version);

    private static final List<String> PHASES = Stream.of(Phase.values())
            .filter(phase -> phase != Phase.UNMAPPED)
            .map(Phase::word)
            .toList();

    private static final ValueKind<Phase> PHASE = ValueKind.ofText(
            "a phase, one of " + String.join(", ", PHASES), text -> PHASES.contains(text) ? Phase.named(text) : null);

    private static final List<String> PROCESS_KEYS =
            List.of("$schema", "process", "version", BaseDefinition.EXTENDS, "initial", "states");
    private static final List<String> STATE_KEYS = List.of(
            "initial",
            "parallel",
            "final",
            "history",
            "phase",
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

    /** The definition that a value holds, as far as it can be understood; null if it is no object. */
    @Nullable
    ProcessDefinition process(Value value) {
        source.known("", value.place());
        ObjectFields fields = ObjectFields.of(value, "", source, PROCESS_KEYS);
        if (fields == null) {
            return null;
        }
        String name = name(fields);
        Integer version = fields.optional("version", VERSION, 1);
        fields.required("states");
        Map<String, ProcessState> read = states(fields, 1);
        limit(value, states, MAX_STATES, "states");
        limit(value, transitions, MAX_TRANSITIONS, "transitions");
        String initial = source.text(fields, "initial");
        source.text(fields, "$schema");
        return new ProcessDefinition(
                name == null ? UNNAMED : name,
                version,
                initial == null ? "" : initial,
                read,
                source.places(),
                source.unread());
    }

    private void limit(Value value, int actual, int limit, String what) {
        if (actual > limit) {
            source.add(
                    ProcessRule.LIMIT_EXCEEDED,
                    "",
                    value.place(),
                    "has " + actual + " " + what,
                    "use at most " + limit);
        }
    }

    private @Nullable String name(ObjectFields fields) {
        Value value = fields.required("process");
        String name = source.text(fields, "process");
        if (value != null && name != null && name.isBlank()) {
            source.wrong("process", value, "the process a name");
            return null;
        }
        return name;
    }

    private static @Nullable Integer version(Value value) {
        if (value instanceof NumberValue number) {
            try {
                int version = number.number().intValueExact();
                return version > 0 ? version : null;
            } catch (ArithmeticException notAnInt) {
                return null;
            }
        }
        return null;
    }

    private Map<String, ProcessState> states(ObjectFields fields, int depth) {
        Value value = fields.value("states");
        if (value != null && depth > MAX_DEPTH) {
            source.add(
                    ProcessRule.LIMIT_EXCEEDED,
                    fields.path("states"),
                    value.place(),
                    "are states nested deeper than " + MAX_DEPTH,
                    "move them out");
            return Map.of();
        }
        return source.members(fields, "states", (state, at) -> state(state, at, depth));
    }

    private ProcessState state(Value value, String path, int depth) {
        ObjectFields fields = ++states > MAX_STATES ? null : ObjectFields.of(value, path, source, STATE_KEYS);
        if (fields == null) {
            return new ProcessStateBuilder().build();
        }
        Map<String, ProcessState> inner = states(fields, depth + 1);
        return new ProcessState(
                source.text(fields, "initial"),
                fields.optional("parallel", ValueKind.FLAG, false),
                fields.optional("final", ValueKind.FLAG, false),
                history(fields),
                source.texts(fields, "run"),
                source.texts(fields, "entry"),
                source.texts(fields, "exit"),
                source.members(fields, "on", this::transitions),
                timers(fields),
                transitions(fields, "always"),
                transitions(fields, "done"),
                transitions(fields, "declined"),
                transitions(fields, "failed"),
                source.texts(fields, "defer"),
                inner,
                fields.optional("phase", PHASE));
    }

    private ProcessState.@Nullable History history(ObjectFields fields) {
        Value value = fields.value("history");
        String text = source.text(fields, "history");
        if (value == null || text == null) {
            return null;
        }
        return switch (text) {
            case "shallow" -> ProcessState.History.SHALLOW;
            case "deep" -> ProcessState.History.DEEP;
            default -> {
                source.wrong(fields.path("history"), value, "\"shallow\" or \"deep\"");
                yield null;
            }
        };
    }

    private Map<String, ProcessTimer> timers(ObjectFields fields) {
        Map<String, ProcessTimer> timers = new LinkedHashMap<>();
        source.members(fields, "after", (element, at) -> Optional.ofNullable(timer(element, at)))
                .forEach((name, timer) -> timer.ifPresent(read -> timers.put(name, read)));
        return timers;
    }

    private @Nullable ProcessTimer timer(Value value, String path) {
        ObjectFields fields = ObjectFields.of(value, path, source, TIMER_KEYS);
        if (fields == null) {
            return null;
        }
        List<ProcessTransition> ways = timerTransitions(fields, path);
        if (!fields.has("in") && !fields.has("at")) {
            source.add(
                    ProcessRule.TIMER_WITHOUT_DUE,
                    path,
                    fields.place(),
                    "has neither \"in\" nor \"at\"",
                    "give it a duration (\"in\") or the name of a rule (\"at\")");
            return null;
        }
        if (fields.has("in") && fields.has("at")) {
            conflict(fields, path, "in", "at", "the duration or the rule");
            return null;
        }
        Duration duration = duration(fields);
        String rule = source.text(fields, "at");
        return duration == null && rule == null ? null : new ProcessTimer(duration, rule, ways);
    }

    private List<ProcessTransition> timerTransitions(ObjectFields fields, String path) {
        Value then = fields.value("then");
        if (then == null) {
            return List.of(transition(fields.under(path + "[0]"), path + "[0]"));
        }
        for (String other : List.of("to", "when")) {
            if (fields.has(other)) {
                conflict(fields, path, "then", other, "the list or the single transition");
            }
        }
        return transitions(then, path);
    }

    private void conflict(ObjectFields fields, String path, String one, String other, String which) {
        source.add(
                ProcessRule.CONFLICTING_KEYS,
                path,
                fields.place(),
                "has both \"" + one + "\" and \"" + other + "\"",
                "keep " + which);
    }

    private @Nullable Duration duration(ObjectFields fields) {
        Value value = fields.value("in");
        String text = source.text(fields, "in");
        if (value == null || text == null) {
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
                fields.path("in"),
                value,
                "a duration in ISO 8601 of days, hours, minutes and seconds, more than zero, at most 36500 days, like"
                        + " \"PT30M\" or \"P7D\"");
        return null;
    }

    private List<ProcessTransition> transitions(ObjectFields fields, String name) {
        Value value = fields.value(name);
        return value == null ? List.of() : transitions(value, fields.path(name));
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
            return counted(List.of(), source.text(value, path), path, value.place());
        }
        ObjectFields fields = ObjectFields.of(value, path, source, TRANSITION_KEYS);
        return fields == null ? ProcessTransition.STAY : transition(fields, path);
    }

    private ProcessTransition transition(ObjectFields fields, String path) {
        return counted(source.texts(fields, "when"), source.text(fields, "to"), path, fields.place());
    }

    private ProcessTransition counted(List<String> when, @Nullable String to, String path, Place place) {
        transitions++;
        source.known(path, place);
        return new ProcessTransition(when, to);
    }
}
