package org.orderengine.process.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.ProcessTransition;

/**
 * A transition of a state, with what sets it off.
 *
 * @param source the state
 * @param cause what sets it off
 * @param name the action, or the timer; the cause's own name otherwise
 * @param transition what it does
 * @param index its place in its list, from 0
 */
public record DefinedTransition(
        StateTree.Located source, Cause cause, String name, ProcessTransition transition, int index) {

    /** What sets a transition off. */
    public enum Cause {
        /** An action of somebody. */
        ACTION("on"),
        /** A timer. */
        TIMER("after"),
        /** Nothing but its guards. */
        ALWAYS("always"),
        /** The effects of a busy state are done, or the states inside have come to their end. */
        DONE("done"),
        /** A service said no. */
        DECLINED("declined"),
        /** An effect failed for good. */
        FAILED("failed");

        private final String key;

        Cause(String key) {
            this.key = key;
        }

        /** What it stands under in a definition. */
        public String key() {
            return key;
        }
    }

    /** Where the list that it stands in is, as {@code states.created.on.pay}. */
    public String listPath() {
        return listPath(source, cause, name);
    }

    /** Where it stands, as {@code states.created.on.pay[0]}. */
    public String path() {
        return listPath() + "[" + index + "]";
    }

    /** Whether it is set off from outside: such a one never leaves a busy state. */
    public boolean isWaiting() {
        return cause == Cause.ACTION || cause == Cause.TIMER;
    }

    public boolean isGuarded() {
        return !transition.when().isEmpty();
    }

    /** All transitions of a state, in document order. */
    public static List<DefinedTransition> of(StateTree.Located source) {
        ProcessState state = source.state();
        List<DefinedTransition> ways = new ArrayList<>();
        state.on().forEach((action, transitions) -> add(ways, source, Cause.ACTION, action, transitions));
        for (Map.Entry<String, ProcessTimer> timer : state.after().entrySet()) {
            add(ways, source, Cause.TIMER, timer.getKey(), timer.getValue().transitions());
        }
        add(ways, source, Cause.ALWAYS, Cause.ALWAYS.key, state.always());
        add(ways, source, Cause.DONE, Cause.DONE.key, state.done());
        add(ways, source, Cause.DECLINED, Cause.DECLINED.key, state.declined());
        add(ways, source, Cause.FAILED, Cause.FAILED.key, state.failed());
        return ways;
    }

    public static String listPath(StateTree.Located source, Cause cause, String name) {
        String list = source.path() + "." + cause.key;
        return cause == Cause.ACTION || cause == Cause.TIMER ? list + "." + name : list;
    }

    private static void add(
            List<DefinedTransition> ways,
            StateTree.Located source,
            Cause cause,
            String name,
            List<ProcessTransition> transitions) {
        for (int i = 0; i < transitions.size(); i++) {
            ways.add(new DefinedTransition(source, cause, name, transitions.get(i), i));
        }
    }
}
