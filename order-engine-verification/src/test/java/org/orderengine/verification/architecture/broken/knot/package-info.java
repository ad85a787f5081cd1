/** Breaks rules: its types need each other in a circle. */
@NullMarked
package org.orderengine.verification.architecture.broken.knot;

import org.jspecify.annotations.NullMarked;
