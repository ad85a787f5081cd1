/**
 * What a step of the machine means for an order, and the decisions on commands. Depends on all other rooms.
 */
@NullMarked
package org.orderengine.decision.flow;

import org.jspecify.annotations.NullMarked;
