package org.orderengine.json;

import org.orderengine.json.JsonSource.Place;

/** Takes what is wrong with a text that is read to its end. */
@FunctionalInterface
public interface JsonFindings {

    /** Takes a finding: its place, and what is wrong there. */
    void add(Place place, String message);
}
