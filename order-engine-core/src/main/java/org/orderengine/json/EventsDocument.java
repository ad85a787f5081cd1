package org.orderengine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.spi.store.Document;

/**
 * The document of one commit's events: a JSON list of objects in the order in which they happened. It never changes, and is
 * written out when its bytes are first asked for. Safe for any number of threads.
 *
 * <p>Each object begins with the name of its event: {@code [{"event":"payment-captured","payment":"p-1","currency":"EUR",
 * "amount":1999}]}. The currency stands before the first amount and counts for all of the document. From format 2 on, the
 * first object will begin with the format.
 */
public final class EventsDocument implements Document {

    private final List<Event> events;
    private volatile byte @Nullable [] bytes;

    private EventsDocument(List<Event> events) {
        this.events = events;
    }

    /** The document of these events. */
    public static EventsDocument of(List<Event> events) {
        return new EventsDocument(List.copyOf(events));
    }

    /** The name of an event's type: its record's name in kebab-case, such as {@code order-placed}. */
    public static String nameOf(Event event) {
        return EventCodec.of(event).name();
    }

    /**
     * The events of a document: the very ones that an {@code EventsDocument} was made of, otherwise what its bytes say;
     * unmodifiable.
     *
     * @throws DocumentException if the document is damaged, or a newer version of the library wrote it
     */
    public static List<Event> read(Document document) {
        return document instanceof EventsDocument known ? known.events : read(document.bytes(), Upgrades.CURRENT);
    }

    /**
     * The content: UTF-8 JSON. The caller must not change the array.
     *
     * @throws IllegalArgumentException if an event has a part that no document can hold, such as amounts of two currencies
     */
    @Override
    public byte[] bytes() {
        byte[] written = bytes;
        if (written == null) {
            written = write(events, Upgrades.CURRENT.format());
            bytes = written;
        }
        return written;
    }

    static byte[] write(List<Event> events, int format) {
        try {
            return Json.write(events, (out, all) -> {
                JsonGenerator json = out.generator();
                json.writeStartArray();
                for (int i = 0; i < all.size(); i++) {
                    json.writeStartObject();
                    if (i == 0 && format > 1) {
                        out.number(Field.FORMAT, format);
                    }
                    EventCodec.write(out, all.get(i));
                    json.writeEndObject();
                }
                json.writeEndArray();
            });
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException("Events have no document: " + refused.getMessage(), refused);
        }
    }

    static List<Event> read(byte[] bytes, Upgrades upgrades) {
        return Json.read(bytes, in -> {
            List<Event> events = new ArrayList<>();
            in.enterList();
            while (in.nextObject()) {
                Field first = in.next();
                if (events.isEmpty()) {
                    int format = first == Field.FORMAT ? in.format(upgrades.format()) : 1;
                    if (format < upgrades.format()) {
                        return read(upgrades.liftEvents(bytes, format), upgrades);
                    }
                    first = first == Field.FORMAT ? in.next() : first;
                }
                events.add(EventCodec.read(in, first));
            }
            in.leaveDocument();
            return List.copyOf(events);
        });
    }
}
