/**
 * What is wrong with a definition: the rules with their codes, the findings, and where parts stand in a text. Depends on {@code
 * json} and {@code machine.definition}. Not exported.
 */
@NullMarked
package org.orderengine.process.finding;

import org.jspecify.annotations.NullMarked;
