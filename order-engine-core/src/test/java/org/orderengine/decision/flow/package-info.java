/** What timers, answers and people's decisions do to an order, without a store and without services. */
@NullMarked
package org.orderengine.decision.flow;

import org.jspecify.annotations.NullMarked;
