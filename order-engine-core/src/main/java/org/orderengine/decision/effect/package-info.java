/**
 * Work that an order owes to the outside: what it comes to, what its answers enter into the books, and what undoes it. Depends on
 * {@code child} and {@code draft}.
 */
@NullMarked
package org.orderengine.decision.effect;

import org.jspecify.annotations.NullMarked;
