package org.orderengine.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.Actor;
import org.orderengine.model.By;
import org.orderengine.spi.store.Document;

/**
 * The document of one commit's events: a JSON list of objects in the order in which they happened. It never changes, and is
 * written out when its bytes are first asked for. Safe for any number of threads.
 *
 * <p>Each object begins with the name of its event: {@code [{"event":"payment-captured","payment":"p-1","currency":"EUR",
 * "amount":1999}]}. The currency stands before the first amount and counts for all of the document. The first object begins with who
 * gave the command, where that is not the usual: {@code "by":{"kind":"staff","id":"eve"}}. From format 2 on, it will begin with the
 * format.
 */
public final class EventsDocument implements Document {

    private final By by;
    private final List<Event> events;
    private volatile byte @Nullable [] bytes;

    private EventsDocument(By by, List<Event> events) {
        this.by = by;
        this.events = events;
    }

    /** The document of these events, of the usual author. */
    public static EventsDocument of(List<Event> events) {
        return of(usual(events), events);
    }

    /** The document of these events. */
    public static EventsDocument of(By by, List<Event> events) {
        return new EventsDocument(by, List.copyOf(events));
    }

    /** The author that is left out: the buyer who places, the operator who resolves, otherwise a program that says nothing of itself. */
    private static By usual(List<Event> events) {
        Event cause = events.isEmpty() ? null : events.get(0);
        if (cause instanceof Event.OrderPlaced placed) {
            return By.of(Actor.buyer(placed.order().origin().buyer()));
        }
        return cause instanceof Event.EffectResolved resolved ? By.of(Actor.staff(resolved.operator())) : By.SYSTEM;
    }

    /** Who gave the command, and why. */
    public By by() {
        return by;
    }

    /** What happened, the cause first; unmodifiable. */
    public List<Event> events() {
        return events;
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
        return whole(document).events;
    }

    /**
     * All that a document says: the very one that was made, otherwise what its bytes say.
     *
     * @throws DocumentException if the document is damaged, or a newer version of the library wrote it
     */
    public static EventsDocument whole(Document document) {
        return document instanceof EventsDocument known ? known : read(document.bytes(), Upgrades.CURRENT);
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
            written = write(this, Upgrades.CURRENT.format());
            bytes = written;
        }
        return written;
    }

    static byte[] write(EventsDocument document, int format) {
        try {
            return Json.write(document.events, (out, all) -> {
                JsonGenerator json = out.generator();
                json.writeStartArray();
                for (int i = 0; i < all.size(); i++) {
                    json.writeStartObject();
                    if (i == 0 && format > 1) {
                        out.number(Field.FORMAT, format);
                    }
                    if (i == 0 && !document.by.equals(usual(all))) {
                        out.object(Field.BY, document.by, FlowCodec.BY);
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

    static EventsDocument read(byte[] bytes, Upgrades upgrades) {
        return Json.read(bytes, in -> {
            List<Event> events = new ArrayList<>();
            By by = null;
            in.enterList();
            while (in.nextObject()) {
                Field first = in.next();
                if (events.isEmpty()) {
                    int format = first == Field.FORMAT ? in.format(upgrades.format()) : 1;
                    if (format < upgrades.format()) {
                        return read(upgrades.liftEvents(bytes, format), upgrades);
                    }
                    first = first == Field.FORMAT ? in.next() : first;
                    by = first == Field.BY ? in.object(FlowCodec.BY) : null;
                    first = first == Field.BY ? in.next() : first;
                }
                events.add(EventCodec.read(in, first));
            }
            in.leaveDocument();
            return of(by == null ? usual(events) : by, events);
        });
    }
}
