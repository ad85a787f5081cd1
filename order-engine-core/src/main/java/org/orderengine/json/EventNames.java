package org.orderengine.json;

import org.orderengine.event.Event;

/** The names of events, as documents and timelines show them. */
public final class EventNames {

    private EventNames() {}

    /** The name of an event's type: its record's name in kebab-case, such as {@code order-placed}. */
    public static String of(Event event) {
        return EventCodec.of(event).name();
    }
}
