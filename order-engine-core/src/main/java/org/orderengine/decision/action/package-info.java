/**
 * The built-in actions: what each does to an order's books. Depends on {@code effect}, {@code child} and {@code draft}.
 */
@NullMarked
package org.orderengine.decision.action;

import org.jspecify.annotations.NullMarked;
