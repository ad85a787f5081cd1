package org.orderengine.examples.quickstart;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.EffectId;
import org.orderengine.model.Line;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Units;

/** Says in words what happened to an order and where its units are. */
final class Wording {

    private Wording() {}

    /** What a commit was about: its first event says how it came about. */
    static String happened(List<Event> events, @Nullable Order before) {
        Event cause = events.get(0);
        if (cause instanceof Event.OrderPlaced) {
            return "placed";
        } else if (cause instanceof Event.ActionTaken taken) {
            return taken.reason() == null ? taken.action() : taken.action() + ": " + taken.reason();
        } else if (cause instanceof Event.TimerFired fired) {
            return "timer: " + fired.timer();
        } else if (cause instanceof Event.ProcessMigrated migrated) {
            return "migrated to " + migrated.to();
        }
        return answers(events, before);
    }

    private static String answers(List<Event> events, @Nullable Order before) {
        List<String> answers = new ArrayList<>();
        for (Event event : events) {
            if (event instanceof Event.EffectDone done) {
                answers.add(name(done.effect(), before) + " done");
            } else if (event instanceof Event.EffectDeclined declined) {
                answers.add(name(declined.effect(), before) + " declined");
            }
        }
        return String.join(", ", answers);
    }

    private static String name(EffectId id, @Nullable Order before) {
        OwedEffect effect = before == null ? null : before.flow().effect(id);
        return effect == null ? id.toString() : effect.name();
    }

    /** Where an order's units are, for example {@code 3 reserved, 1 cancelled}. */
    static String units(Order order) {
        List<String> places = new ArrayList<>();
        long open = 0;
        long reserved = 0;
        long underway = 0;
        long delivered = 0;
        long returned = 0;
        long cancelled = 0;
        for (Line line : order.books().lines()) {
            Units units = line.units();
            open += units.open() + units.backordered();
            reserved += units.reserved();
            underway += units.shipped() - units.delivered();
            delivered += units.delivered() - units.returned() - units.writtenOff();
            returned += units.returned() + units.writtenOff();
            cancelled += units.cancelled();
        }
        add(places, open, "open");
        add(places, reserved, "reserved");
        add(places, underway, "under way");
        add(places, delivered, "delivered");
        add(places, returned, "returned");
        add(places, cancelled, "cancelled");
        return String.join(", ", places);
    }

    private static void add(List<String> places, long units, String place) {
        if (units > 0) {
            places.add(units + " " + place);
        }
    }
}
