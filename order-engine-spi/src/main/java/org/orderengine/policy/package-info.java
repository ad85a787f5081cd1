/**
 * What a shop chooses: pricing, reversal, refunds, deposits, deadlines, effects, circuits, limits. Depends on {@code model}.
 */
@NullMarked
package org.orderengine.policy;

import org.jspecify.annotations.NullMarked;
