package org.orderengine.decision.migrate;

import java.util.function.Predicate;
import org.orderengine.command.Migration;
import org.orderengine.process.compiled.CompiledProcess;

/**
 * A migration, with the processes that it leads from and to.
 *
 * @param migration what becomes of states, timers and effects
 * @param from the process that it leads from
 * @param to the process that it leads to
 * @param effects whether the engine has a handler for the effect of a name
 */
public record MigrationPlan(Migration migration, CompiledProcess from, CompiledProcess to, Predicate<String> effects) {}
