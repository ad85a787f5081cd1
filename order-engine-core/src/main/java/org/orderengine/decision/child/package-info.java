/**
 * The machines of an order's payments, shipments and returns, and the drafts that they follow. Depends on {@code draft}.
 */
@NullMarked
package org.orderengine.decision.child;

import org.jspecify.annotations.NullMarked;
