package org.orderengine.dispatch;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Migration;
import org.orderengine.decision.migrate.MigrationPlan;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * How migrations are carried out by the processes and effects that an engine was given. Immutable.
 *
 * @param processes the processes
 * @param hostEffects the names of the host's own effects
 */
public record MigrationPlans(Processes processes, Set<String> hostEffects) {

    public MigrationPlans {
        hostEffects = Set.copyOf(hostEffects);
    }

    /** How a migration is carried out; null if the engine was not given one of its processes. */
    public @Nullable MigrationPlan plan(Migration migration) {
        CompiledProcess from = processes.find(migration.from());
        CompiledProcess to = processes.find(migration.to());
        return from == null || to == null ? null : new MigrationPlan(migration, from, to, this::isDone);
    }

    /** Whether an effect of that name is built in, or one of the host's own. */
    public boolean isDone(String effect) {
        return EffectKind.isBuiltIn(effect) || hostEffects.contains(effect);
    }
}
