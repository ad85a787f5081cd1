package org.orderengine.engine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Migration;
import org.orderengine.decision.migrate.MigrationPlan;
import org.orderengine.model.ChildKind;
import org.orderengine.process.compiled.CompiledChild;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.text.Suggestion;

/** Checks the names that a migration has for payments, shipments and returns against their machines. */
final class ChildMigrationCheck {

    private final MigrationPlan plan;
    private final List<String> problems;

    ChildMigrationCheck(MigrationPlan plan, List<String> problems) {
        this.plan = plan;
        this.problems = problems;
    }

    /** Adds every name that does not exist. */
    void run() {
        Migration migration = plan.migration();
        migration.states().forEach((old, places) -> {
            Migration.Name name = name(old);
            ChildKind kind = name == null ? null : name.kind();
            if (name != null && kind != null) {
                checkState(name.name(), kind, plan.from());
                if (places.size() != 1) {
                    problems.add("\"" + old + "\" needs one place, and has " + places);
                }
                places.forEach(place -> checkState(place, kind, plan.to()));
            }
        });
        migration.timers().forEach((old, renamed) -> {
            Migration.Name name = name(old);
            ChildKind kind = name == null ? null : name.kind();
            if (name != null && kind != null) {
                checkTimer(name.name(), kind, plan.from());
                checkTimer(renamed, kind, plan.to());
            }
        });
        migration.endedTimers().forEach(old -> {
            Migration.Name name = name(old);
            ChildKind kind = name == null ? null : name.kind();
            if (name != null && kind != null) {
                checkTimer(name.name(), kind, plan.from());
            }
        });
    }

    /** The name that a text stands for; null, with a problem added, if it stands for none. */
    private Migration.@Nullable Name name(String text) {
        Migration.Name name = Migration.Name.parse(text);
        if (name == null) {
            problems.add("\"" + text + "\" begins with none of " + List.of(ChildKind.values()));
        }
        return name;
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
