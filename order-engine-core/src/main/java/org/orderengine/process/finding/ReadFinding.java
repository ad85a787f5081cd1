package org.orderengine.process.finding;

import org.orderengine.machine.definition.Finding;
import org.orderengine.source.JsonSource.Place;

/**
 * What could not be understood of a definition when it was read.
 *
 * @param place where it stands in the text
 * @param path the part of the definition that it is about
 * @param finding what is wrong, at place and path
 */
public record ReadFinding(Place place, String path, Finding finding) {}
