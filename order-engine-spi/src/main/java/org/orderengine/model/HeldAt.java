package org.orderengine.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The units of a line at one location.
 *
 * @param location the host's name of it; null for the one location of a host that names none
 * @param reserved units it holds for the line
 * @param backordered units it promised to the line and does not have yet
 */
public record HeldAt(@Nullable String location, long reserved, long backordered) {

    public HeldAt {
        if (location != null) {
            Checks.requireText(location, "location");
        }
        if ((reserved | backordered) < 0) {
            throw Checks.refused("location " + location + " holds less than zero units");
        }
    }

    /** Units it holds for the line or promised to it. */
    public long promised() {
        return reserved + backordered;
    }

    /** Whether it is that location. */
    public boolean isAt(@Nullable String other) {
        return Objects.equals(location, other);
    }

    /** The places after one of them got or lost units; what is not held at a named location stands in no list. */
    static List<HeldAt> moved(List<HeldAt> places, @Nullable String location, long moreReserved, long moreBackordered) {
        if (location == null || (moreReserved == 0 && moreBackordered == 0)) {
            return places;
        }
        List<HeldAt> moved = new ArrayList<>(places.size() + 1);
        HeldAt there = new HeldAt(location, 0, 0);
        int index = places.size();
        for (HeldAt place : places) {
            if (place.isAt(location)) {
                there = place;
                index = moved.size();
            } else {
                moved.add(place);
            }
        }
        HeldAt after = new HeldAt(location, there.reserved + moreReserved, there.backordered + moreBackordered);
        if (after.promised() > 0) {
            moved.add(index, after);
        }
        return moved;
    }
}
