/**
 * What services are asked to do for an order, and what they may answer. Depends on {@code model}.
 */
@NullMarked
package org.orderengine.effect;

import org.jspecify.annotations.NullMarked;
