/**
 * Verification: everything that is wrong with a definition, found at once and before it runs.
 *
 * <p>Not exported; {@code Machine.verify} is its door. Depends on definitions and charts.
 */
@NullMarked
package org.orderengine.machine.check;

import org.jspecify.annotations.NullMarked;
