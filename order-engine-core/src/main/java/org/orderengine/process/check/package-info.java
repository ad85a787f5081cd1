/**
 * Verification of a definition: its names, its parts, the machine that it becomes, and what orders hold where they end. Depends on
 * {@code process.chart}, {@code process.vocabulary} and {@code process.finding}. Not exported.
 */
@NullMarked
package org.orderengine.process.check;

import org.jspecify.annotations.NullMarked;
