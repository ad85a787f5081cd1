package org.orderengine.diagram;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.ProcessTransition;

/**
 * A transition out of a state, as a diagram shows it.
 *
 * <p>More than seven components: there is one for each thing that a drawing shows of a transition.
 *
 * @param from the state
 * @param path where it stands in the definition, as {@code states.created.on.pay[0]}
 * @param cause what takes it
 * @param name the action's or timer's name; otherwise the cause's own
 * @param timer when a timer fires; null if it is none
 * @param guards what has to hold
 * @param otherwise whether it is taken when those of the same cause before it are not
 * @param to where it leads; null keeps the state
 */
record Arrow(
        String from,
        String path,
        Cause cause,
        String name,
        @Nullable ProcessTimer timer,
        List<String> guards,
        boolean otherwise,
        @Nullable String to) {

    /** The cause of a transition. */
    enum Cause {
        ACTION("on"),
        TIMER("after"),
        ALWAYS("always"),
        DONE("done"),
        DECLINED("declined"),
        FAILED("failed");

        private final String key;

        Cause(String key) {
            this.key = key;
        }

        /** What it stands under in a definition. */
        String key() {
            return key;
        }
    }

    /** The transitions out of a state: those of actions, of timers, and those taken by themselves. */
    static List<Arrow> from(String name, ProcessState state, String path) {
        Reader reader = new Reader(name, path);
        state.on().forEach((action, ways) -> reader.add(Cause.ACTION, action, null, ways));
        state.after().forEach((timer, after) -> reader.add(Cause.TIMER, timer, after, after.transitions()));
        reader.add(Cause.ALWAYS, state.always());
        reader.add(Cause.DONE, state.done());
        reader.add(Cause.DECLINED, state.declined());
        reader.add(Cause.FAILED, state.failed());
        return reader.arrows;
    }

    /** What takes it, and under which guards; empty if nothing has to. */
    String label() {
        String condition = condition();
        return condition.isEmpty() ? said() : (said() + " [" + condition + "]").strip();
    }

    /** What has to hold, as in {@code fully-paid and nothing-open}; {@code else}; or nothing. */
    String condition() {
        return guards.isEmpty() && otherwise ? "else" : String.join(" and ", guards);
    }

    /** When a timer fires, as {@code after PT30M} or {@code at doors-open}; empty if it is none. */
    String when() {
        if (timer == null) {
            return "";
        }
        return timer.in() != null ? "after " + period(timer.in()) : "at " + timer.at();
    }

    private String said() {
        return switch (cause) {
            case ACTION -> name.equals("*") ? "any action" : name;
            case TIMER -> name + ", " + when();
            case ALWAYS -> "";
            case DONE, DECLINED, FAILED -> name;
        };
    }

    /** A duration's own text knows no days: it says PT168H for P7D. */
    private static String period(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }

    private record Reader(String from, String path, List<Arrow> arrows) {

        Reader(String from, String path) {
            this(from, path, new ArrayList<>());
        }

        void add(Cause cause, List<ProcessTransition> ways) {
            add(cause, cause.key, null, ways);
        }

        void add(Cause cause, String name, @Nullable ProcessTimer timer, List<ProcessTransition> ways) {
            boolean named = cause == Cause.ACTION || cause == Cause.TIMER;
            String list = path + "." + cause.key + (named ? "." + name : "");
            for (int i = 0; i < ways.size(); i++) {
                ProcessTransition way = ways.get(i);
                arrows.add(new Arrow(from, list + "[" + i + "]", cause, name, timer, way.when(), i > 0, way.to()));
            }
        }
    }
}
