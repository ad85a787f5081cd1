/**
 * What a decision says to a host: its codes, its explanations and what a migration would strand. The rooms below hold how it is
 * made; they are pure functions without clock, randomness or I/O.
 */
@NullMarked
package org.orderengine.decision;

import org.jspecify.annotations.NullMarked;
