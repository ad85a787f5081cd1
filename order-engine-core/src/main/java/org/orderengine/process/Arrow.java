package org.orderengine.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A way out of a state as a diagram shows it.
 *
 * @param label what takes it, and under which guards; empty if nothing has to
 * @param to where it leads; null keeps the state
 */
record Arrow(String label, @Nullable String to) {

    /** The ways out of a state: those of actions, timers, and those that it takes by itself. */
    static List<Arrow> from(ProcessState state) {
        List<Arrow> arrows = new ArrayList<>();
        state.on().forEach((action, ways) -> add(arrows, action.equals("*") ? "any action" : action, ways));
        state.after().forEach((name, timer) -> add(arrows, name + when(timer), timer.transitions()));
        add(arrows, "", state.always());
        add(arrows, "done", state.done());
        add(arrows, "declined", state.declined());
        add(arrows, "failed", state.failed());
        return arrows;
    }

    private static String when(ProcessTimer timer) {
        return timer.in() != null ? ", after " + period(timer.in()) : ", at " + timer.at();
    }

    /** A duration's own text knows no days: it says PT168H for P7D. */
    private static String period(Duration duration) {
        return duration.equals(Duration.ofDays(duration.toDays()))
                ? "P" + duration.toDays() + "D"
                : duration.toString();
    }

    private static void add(List<Arrow> arrows, String cause, List<ProcessTransition> ways) {
        for (int i = 0; i < ways.size(); i++) {
            ProcessTransition way = ways.get(i);
            String condition = String.join(" and ", way.when());
            if (condition.isEmpty() && i > 0) {
                condition = "else";
            }
            arrows.add(new Arrow(condition.isEmpty() ? cause : (cause + " [" + condition + "]").strip(), way.to()));
        }
    }
}
