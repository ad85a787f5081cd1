/** Breaks rules: is in no layer, and reads clocks and rolls dice. */
@NullMarked
package org.orderengine.verification.architecture.broken.elsewhere;

import org.jspecify.annotations.NullMarked;
