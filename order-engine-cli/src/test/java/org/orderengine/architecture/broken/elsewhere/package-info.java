/** Breaks rules: is in no layer, and reads clocks and rolls dice. */
@NullMarked
package org.orderengine.architecture.broken.elsewhere;

import org.jspecify.annotations.NullMarked;
