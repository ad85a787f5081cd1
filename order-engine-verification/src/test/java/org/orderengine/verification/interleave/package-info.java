/**
 * Runs commands side by side in every order in which they can meet, and checks what comes of each. A thread switches only
 * where it touches what others touch too: before each call of the store and of the host's services. That is everywhere where it
 * matters, for deciding is pure and what lies between two calls is a thread's own: to switch before a decision, or before an
 * answer is booked, is to switch before the commit that follows.
 *
 * <p>Depends on nothing but the interfaces that it stands before.
 */
@NullMarked
package org.orderengine.verification.interleave;

import org.jspecify.annotations.NullMarked;
