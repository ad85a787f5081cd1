/**
 * Work that an order owes to the outside. One desk per service says what it comes to, what its answers enter into the books, what
 * undoes it and what the service is asked. Depends on {@code child} and {@code draft}.
 */
@NullMarked
package org.orderengine.decision.effect;

import org.jspecify.annotations.NullMarked;
