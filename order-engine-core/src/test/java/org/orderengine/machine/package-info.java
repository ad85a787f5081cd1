/**
 * Tests of the machine.
 */
@NullMarked
package org.orderengine.machine;

import org.jspecify.annotations.NullMarked;
