/**
 * The words that definitions are written in: effects, actions with their payloads, guards and rules for timers, and what of them a host
 * added. Depends on {@code process}. Not exported.
 */
@NullMarked
package org.orderengine.process.vocabulary;

import org.jspecify.annotations.NullMarked;
