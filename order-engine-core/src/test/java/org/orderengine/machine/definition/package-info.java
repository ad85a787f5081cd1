/** Tests of definitions. */
@NullMarked
package org.orderengine.machine.definition;

import org.jspecify.annotations.NullMarked;
