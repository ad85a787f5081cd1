/**
 * What a machine is, written down: states, transitions, guards and contents as immutable data, the builders that write them, and the findings
 * that say what is wrong with them.
 *
 * <p>Depends on the JDK only. Start at {@link org.orderengine.machine.definition.MachineDefinition}.
 */
@NullMarked
package org.orderengine.machine.definition;

import org.jspecify.annotations.NullMarked;
