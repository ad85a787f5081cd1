package org.orderengine.testkit.scenario;

import org.orderengine.machine.definition.Finding;

/**
 * Something that verification found in a process definition, and where that stands in its file.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 * @param finding what it is
 */
public record LocatedFinding(int line, int column, Finding finding) {}
