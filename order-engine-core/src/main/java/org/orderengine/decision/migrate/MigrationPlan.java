package org.orderengine.decision.migrate;

import java.util.function.Predicate;
import org.orderengine.command.Migration;
import org.orderengine.process.compiled.CompiledProcess;

/**
 * A migration with what has to be known to carry it out.
 *
 * @param migration what becomes of states, timers and effects
 * @param from the process that it leads from
 * @param to the process that it leads to
 * @param effects whether there is somebody who does the effect of a name
 */
public record MigrationPlan(Migration migration, CompiledProcess from, CompiledProcess to, Predicate<String> effects) {}
