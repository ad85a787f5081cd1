package org.orderengine.engine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.command.Migration;
import org.orderengine.decision.migrate.MigrationPlan;
import org.orderengine.dispatch.MigrationPlans;
import org.orderengine.model.ProcessReference;
import org.orderengine.process.ProcessState;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.text.Suggestion;

/** Checks migrations against the processes and effects that the engine was given. Immutable, so safe for any number of threads. */
final class MigrationCheck {

    private final MigrationPlans plans;

    MigrationCheck(MigrationPlans plans) {
        this.plans = plans;
    }

    /**
     * How a migration is carried out.
     *
     * @throws IllegalArgumentException with every name in it that does not exist
     */
    MigrationPlan checked(Migration migration) {
        MigrationPlan plan = plans.plan(migration);
        if (plan == null) {
            ProcessReference missing =
                    plans.processes().find(migration.from()) == null ? migration.from() : migration.to();
            throw new IllegalArgumentException(
                    migration + ": this engine was not given " + missing + "; give it with process(...)");
        }
        List<String> problems = new ArrayList<>();
        migration.states().forEach((old, places) -> {
            if (isOwn(old)) {
                checkState(old, plan.from(), problems);
                places.forEach(place -> checkState(place, plan.to(), problems));
            }
        });
        migration.timers().forEach((old, name) -> {
            if (isOwn(old)) {
                checkTimer(old, plan.from(), problems);
                checkTimer(name, plan.to(), problems);
            }
        });
        migration.endedTimers().forEach(old -> {
            if (isOwn(old)) {
                checkTimer(old, plan.from(), problems);
            }
        });
        new ChildMigrationCheck(plan, problems).run();
        migration.droppedEffects().forEach(old -> checkOwn(old, problems));
        migration.effects().forEach((old, name) -> {
            checkOwn(old, problems);
            checkOwn(name, problems);
            if (!plans.isDone(name)) {
                problems.add("there is no effect \"" + name + "\"" + Suggestion.didYouMean(name, plans.hostEffects()));
            }
        });
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(migration + ": " + String.join("; ", problems));
        }
        return plan;
    }

    /** Whether a name belongs to the order's own machine. */
    private static boolean isOwn(String old) {
        Migration.Name name = Migration.Name.parse(old);
        return name != null && name.kind() == null;
    }

    private static void checkState(String state, CompiledProcess process, List<String> problems) {
        if (!process.hasState(state)) {
            problems.add("there is no state \"" + state + "\" in "
                    + process.definition().reference() + Suggestion.didYouMean(state, process.stateNames()));
        }
    }

    private static void checkTimer(String timer, CompiledProcess process, List<String> problems) {
        Set<String> timers = new LinkedHashSet<>();
        for (String state : process.stateNames()) {
            ProcessState content = process.state(state);
            timers.addAll(content.after().keySet());
        }
        if (!timers.contains(timer)) {
            problems.add("there is no timer \"" + timer + "\" in "
                    + process.definition().reference() + Suggestion.didYouMean(timer, timers));
        }
    }

    /** Effects of money, stock and benefits follow the books, so they can be neither dropped nor renamed. */
    private static void checkOwn(String effect, List<String> problems) {
        if (EffectKind.isBuiltIn(effect)) {
            problems.add("the effect \"" + effect
                    + "\" is built in; only effects of the host's own can be dropped or renamed");
        }
    }
}
