/**
 * Process definitions as people read them: diagrams for Mermaid, Graphviz and PlantUML, and tables of transitions, with the way
 * of one order marked. Depends on {@code process}, {@code orders} and the SPI.
 */
@NullMarked
package org.orderengine.diagram;

import org.jspecify.annotations.NullMarked;
