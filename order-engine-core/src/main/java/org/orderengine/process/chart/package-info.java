/**
 * A definition laid out: its states as a tree and as a graph, its transitions with their places. Depends on {@code process}. Not exported.
 */
@NullMarked
package org.orderengine.process.chart;

import org.jspecify.annotations.NullMarked;
