package org.orderengine.orders.stored;

import java.time.Instant;
import java.util.List;
import org.orderengine.orders.ProcessFlow;
import org.orderengine.orders.TimelineEntry;

/** Counts how orders went through their processes. Used once, by one thread. */
public interface FlowCount {

    /** Adds an order by its history, earliest first. */
    void add(List<TimelineEntry> timeline);

    /** The figures of all that were added, as of an instant; by process and version. */
    List<ProcessFlow> figures(Instant now);
}
