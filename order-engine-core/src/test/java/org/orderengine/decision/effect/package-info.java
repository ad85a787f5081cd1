/** Tests of the desks. */
@NullMarked
package org.orderengine.decision.effect;

import org.jspecify.annotations.NullMarked;
