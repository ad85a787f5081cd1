package org.orderengine.process;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

/** Says a definition again in the words of the Java builder. */
final class InJava {

    private InJava() {}

    static ProcessDefinition said(ProcessDefinition definition) {
        ProcessDefinition.Builder builder =
                ProcessDefinition.named(definition.name(), definition.version()).initial(definition.initial());
        definition.states().forEach((name, state) -> builder.state(name, s -> say(s, state)));
        return builder.build();
    }

    private static ProcessStateBuilder say(ProcessStateBuilder s, ProcessState state) {
        if (state.initial() != null) {
            s.initial(state.initial());
        }
        if (state.parallel()) {
            s.parallel();
        }
        if (state.end()) {
            s.end();
        }
        if (state.history() != null) {
            s.history(state.history());
        }
        if (state.phase() != null) {
            s.phase(state.phase());
        }
        s.run(state.run().toArray(String[]::new));
        s.entry(state.entry().toArray(String[]::new));
        s.exit(state.exit().toArray(String[]::new));
        s.defer(state.defer().toArray(String[]::new));
        state.on().forEach((action, ways) -> say(s, ways, () -> s.on(action)));
        for (Map.Entry<String, ProcessTimer> timer : state.after().entrySet()) {
            ProcessTimer after = timer.getValue();
            say(
                    s,
                    after.transitions(),
                    () -> after.in() == null
                            ? s.after(timer.getKey(), Objects.requireNonNull(after.at()))
                            : s.after(timer.getKey(), after.in()));
        }
        say(s, state.always(), s::always);
        say(s, state.done(), s::done);
        say(s, state.declined(), s::declined);
        say(s, state.failed(), s::failed);
        state.states().forEach((name, inner) -> s.state(name, i -> say(i, inner)));
        return s;
    }

    private static void say(
            ProcessStateBuilder s, List<ProcessTransition> ways, Supplier<ProcessStateBuilder.Way> first) {
        for (int i = 0; i < ways.size(); i++) {
            ProcessStateBuilder.Way way = i == 0 ? first.get() : s.otherwise();
            ways.get(i).when().forEach(way::when);
            String to = ways.get(i).to();
            if (to == null) {
                way.stay();
            } else {
                way.to(to);
            }
        }
    }
}
