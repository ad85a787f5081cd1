package org.orderengine.decision.migrate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderengine.command.Migration;
import org.orderengine.decision.Stranded;
import org.orderengine.decision.child.ChildBooks;
import org.orderengine.event.Event;
import org.orderengine.model.ChildKind;
import org.orderengine.model.ChildRef;
import org.orderengine.model.Order;
import org.orderengine.model.Timer;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.compiled.CompiledChild;
import org.orderengine.text.Suggestion;

/**
 * The landing of an order's payments, shipments and returns under another process. A migration names their states and timers
 * with the kind before: {@code shipment in-transit}.
 */
final class ChildLanding {

    private final Order order;
    private final MigrationPlan plan;
    private final Instant now;
    private final List<Stranded> stranded;
    private final List<Event> moves = new ArrayList<>();
    private final List<Timer> timers = new ArrayList<>();

    /**
     * Lands them all.
     *
     * @param stranded takes what has no landing place
     */
    ChildLanding(Order order, MigrationPlan plan, Instant now, List<Stranded> stranded) {
        this.order = order;
        this.plan = plan;
        this.now = now;
        this.stranded = stranded;
        for (ChildKind kind : ChildKind.values()) {
            for (String id : ChildBooks.ids(order.books(), kind)) {
                land(kind, id);
            }
        }
    }

    /** The events that rename states. */
    List<Event> moves() {
        return moves;
    }

    /** Their timers under the new process. */
    List<Timer> timers() {
        return timers;
    }

    private void land(ChildKind kind, String id) {
        CompiledChild from = plan.from().child(kind);
        CompiledChild to = plan.to().child(kind);
        String state = ChildBooks.state(order.books(), kind, id);
        String place = place(kind, state);
        ChildRef child = new ChildRef(kind, id);
        String name = child.toString();
        if (!to.canBeIn(place)) {
            strand(
                    Stranded.Kind.CHILD,
                    name,
                    "is " + state + ", and there is no state \"" + place + "\" in "
                            + to.definition().reference() + Suggestion.didYouMean(place, to.places()));
            return;
        }
        if (from.isEnd(state) != to.isEnd(place)) {
            strand(
                    Stranded.Kind.CHILD,
                    name,
                    "is " + state + (from.isEnd(state) ? ", which is an end, and \"" : ", and \"") + place + "\" in "
                            + to.definition().reference() + (to.isEnd(place) ? " is an end" : " is none"));
            return;
        }
        if (!place.equals(state)) {
            moves.add(Event.moved(kind, id, place, to.isEnd(place)));
        }
        landTimers(child, from.active(state), to.active(place));
    }

    private String place(ChildKind kind, String state) {
        List<String> named = plan.migration().states().getOrDefault(named(kind, state), List.of(state));
        return named.size() == 1 ? named.get(0) : String.join(", ", named);
    }

    /** Running timers go on. Timers that the new definition adds begin. Timers that have fired do not begin again. */
    private void landTimers(ChildRef child, List<String> before, List<String> active) {
        ChildKind kind = child.kind();
        CompiledChild from = plan.from().child(kind);
        CompiledChild to = plan.to().child(kind);
        Map<String, String> holders = new LinkedHashMap<>();
        active.forEach(state -> to.state(state).after().keySet().forEach(timer -> holders.put(timer, state)));
        Set<String> known = new HashSet<>();
        before.forEach(state -> from.state(state).after().keySet().forEach(timer -> known.add(renamed(kind, timer))));
        for (Timer timer : order.flow().timers()) {
            String own = timer.key().name();
            if (child.equals(timer.key().child())
                    && !plan.migration().endedTimers().contains(named(kind, own))) {
                String name = renamed(kind, own);
                String holder = holders.get(name);
                if (holder == null) {
                    strand(
                            Stranded.Kind.TIMER,
                            timer.name(),
                            "none of " + active + " in " + to.definition().reference() + " has a timer \"" + name
                                    + "\"");
                } else {
                    timers.add(Timer.ofChild(child, name, holder, timer.due(), order.revision() + 1));
                }
            }
        }
        holders.forEach((timer, holder) -> {
            ProcessTimer added = to.state(holder).after().get(timer);
            if (added != null && !known.contains(timer) && !added.isUnset(order)) {
                Instant due = to.dueAt(added, order, now);
                timers.add(Timer.ofChild(child, timer, holder, due, order.revision() + 1));
            }
        });
    }

    private String renamed(ChildKind kind, String timer) {
        return plan.migration().timers().getOrDefault(named(kind, timer), timer);
    }

    private static String named(ChildKind kind, String name) {
        return new Migration.Name(kind, name).toString();
    }

    private void strand(Stranded.Kind kind, String name, String reason) {
        stranded.add(new Stranded(kind, name, reason));
    }
}
