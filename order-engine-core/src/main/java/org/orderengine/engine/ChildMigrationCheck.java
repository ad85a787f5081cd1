package org.orderengine.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Migration;
import org.orderengine.decision.migrate.MigrationPlan;
import org.orderengine.text.Suggestion;
import org.orderengine.process.ChildKind;
import org.orderengine.process.CompiledChild;
import org.orderengine.process.CompiledProcess;

/** Holds what a migration says of payments, shipments and returns against the machines that these have. */
final class ChildMigrationCheck {

    private final MigrationPlan plan;
    private final List<String> problems;

    ChildMigrationCheck(MigrationPlan plan, List<String> problems) {
        this.plan = plan;
        this.problems = problems;
    }

    /** Adds everything that speaks of what there is not. */
    void run() {
        Migration migration = plan.migration();
        migration.states().forEach((old, places) -> {
            ChildKind kind = kind(old);
            if (kind != null) {
                checkState(own(old), kind, plan.from());
                if (places.size() != 1) {
                    problems.add("\"" + old + "\" needs one place, and has " + places);
                }
                places.forEach(place -> checkState(place, kind, plan.to()));
            }
        });
        migration.timers().forEach((old, name) -> {
            ChildKind kind = kind(old);
            if (kind != null) {
                checkTimer(own(old), kind, plan.from());
                checkTimer(name, kind, plan.to());
            }
        });
        migration.endedTimers().forEach(old -> {
            ChildKind kind = kind(old);
            if (kind != null) {
                checkTimer(own(old), kind, plan.from());
            }
        });
    }

    /** The kind that a name begins with; null, and said so where it has a blank all the same, if it begins with none. */
    private @Nullable ChildKind kind(String name) {
        int blank = name.indexOf(' ');
        ChildKind kind = blank < 0 ? null : ChildKind.named(name.substring(0, blank));
        if (blank >= 0 && kind == null) {
            problems.add("\"" + name + "\" begins with none of " + List.of(ChildKind.values()));
        }
        return kind;
    }

    private static String own(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    private void checkState(String state, ChildKind kind, CompiledProcess process) {
        CompiledChild child = process.child(kind);
        if (!child.canBeIn(state)) {
            problems.add("there is no state \"" + state + "\" in "
                    + child.definition().reference() + Suggestion.didYouMean(state, child.places()));
        }
    }

    private void checkTimer(String timer, ChildKind kind, CompiledProcess process) {
        CompiledChild child = process.child(kind);
        Set<String> timers = new LinkedHashSet<>();
        for (String place : child.places()) {
            child.active(place)
                    .forEach(state -> timers.addAll(child.state(state).after().keySet()));
        }
        if (!timers.contains(timer)) {
            problems.add("there is no timer \"" + timer + "\" in "
                    + child.definition().reference() + Suggestion.didYouMean(timer, timers));
        }
    }
}
