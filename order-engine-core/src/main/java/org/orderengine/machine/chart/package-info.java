/**
 * A definition in numbers: states, events and transitions by their number, and which states a transition leaves and enters.
 *
 * <p>Shared by verification and by the running machine, and not exported. Depends on definitions only.
 */
@NullMarked
package org.orderengine.machine.chart;

import org.jspecify.annotations.NullMarked;
