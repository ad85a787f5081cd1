package org.orderengine.process;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns a process definition into JSON, each part in the shortest of its forms. */
final class ProcessWriter {

    private final ProcessDefinition definition;

    ProcessWriter(ProcessDefinition definition) {
        this.definition = definition;
    }

    String text() {
        return JsonLayout.of(process()) + "\n";
    }

    /** The definition on one line: the same for all that is equal, however it was laid out. */
    String canonical() {
        return JsonLayout.line(process());
    }

    private Map<String, Object> process() {
        Map<String, Object> process = new LinkedHashMap<>();
        process.put("process", definition.name());
        process.put("version", definition.version());
        if (!definition.initial().isEmpty()) {
            process.put("initial", definition.initial());
        }
        process.put("states", states(definition.states()));
        return process;
    }

    private static Map<String, Object> states(Map<String, ProcessState> states) {
        return members(states, ProcessWriter::state);
    }

    static Map<String, Object> state(ProcessState state) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (state.initial() != null) {
            members.put("initial", state.initial());
        }
        flag(members, "parallel", state.parallel());
        flag(members, "final", state.end());
        if (state.history() != null) {
            members.put("history", state.history() == ProcessState.History.DEEP ? "deep" : "shallow");
        }
        if (state.phase() != null) {
            members.put("phase", state.phase().word());
        }
        list(members, "run", state.run());
        list(members, "entry", state.entry());
        list(members, "exit", state.exit());
        transitions(members, "always", state.always());
        if (!state.on().isEmpty()) {
            members.put("on", members(state.on(), ProcessWriter::transitions));
        }
        if (!state.after().isEmpty()) {
            members.put("after", members(state.after(), ProcessWriter::timer));
        }
        transitions(members, "done", state.done());
        transitions(members, "declined", state.declined());
        transitions(members, "failed", state.failed());
        list(members, "defer", state.defer());
        if (!state.states().isEmpty()) {
            members.put("states", states(state.states()));
        }
        return members;
    }

    private static Map<String, Object> timer(ProcessTimer timer) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (timer.in() != null) {
            members.put("in", duration(timer.in()));
        }
        if (timer.at() != null) {
            members.put("at", timer.at());
        }
        if (timer.transitions().size() == 1) {
            members.putAll(transition(timer.transitions().get(0)));
        } else {
            members.put("then", transitions(timer.transitions()));
        }
        return members;
    }

    /** In days where it is a whole number of them, as people write it. */
    private static String duration(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }

    private static void transitions(Map<String, Object> members, String key, List<ProcessTransition> transitions) {
        if (!transitions.isEmpty()) {
            members.put(key, transitions(transitions));
        }
    }

    private static Object transitions(List<ProcessTransition> transitions) {
        return transitions.size() == 1
                ? transitionOrTarget(transitions.get(0))
                : transitions.stream().map(ProcessWriter::transition).toList();
    }

    private static Object transitionOrTarget(ProcessTransition transition) {
        String to = transition.to();
        return to != null && transition.when().isEmpty() ? to : transition(transition);
    }

    private static Map<String, Object> transition(ProcessTransition transition) {
        Map<String, Object> members = new LinkedHashMap<>();
        if (!transition.when().isEmpty()) {
            members.put(
                    "when", transition.when().size() == 1 ? transition.when().get(0) : transition.when());
        }
        String to = transition.to();
        if (to != null) {
            members.put("to", to);
        }
        return members;
    }

    private static <T> Map<String, Object> members(Map<String, T> values, Function<T, @Nullable Object> written) {
        Map<String, Object> members = new LinkedHashMap<>();
        values.forEach((name, value) -> members.put(name, Objects.requireNonNull(written.apply(value))));
        return members;
    }

    private static void list(Map<String, Object> members, String key, List<String> values) {
        if (!values.isEmpty()) {
            members.put(key, values);
        }
    }

    private static void flag(Map<String, Object> members, String key, boolean is) {
        if (is) {
            members.put(key, true);
        }
    }
}
