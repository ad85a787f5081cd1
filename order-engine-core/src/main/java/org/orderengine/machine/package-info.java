/**
 * Statecharts with the semantics of W3C SCXML: defined as data, verified, compiled, stepped.
 *
 * <p>Knows nothing of orders and depends on the JDK only. Start at {@link org.orderengine.machine.MachineDefinition}.
 */
@NullMarked
package org.orderengine.machine;

import org.jspecify.annotations.NullMarked;
