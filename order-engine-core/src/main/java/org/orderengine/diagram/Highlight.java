package org.orderengine.diagram;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.orderengine.orders.ProcessFlow;
import org.orderengine.orders.RestTimes;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessDefinition;

/**
 * The marks in a diagram: where one order is, and the path that it took; or where many are, and went. They name states and transitions,
 * and nothing else of an order.
 *
 * <p>For example {@code Diagrams.mermaid(definition, Highlight.of(definition, engine.orders().timeline("o-1")))}.
 *
 * @param current the states that it is in, those that hold others left out
 * @param visited the states that it was in at any time, those that hold others left out
 * @param taken the transitions that it took from state to state, each by its place in the definition, as {@code
 *     states.created.on.pay[0]}
 * @param notes what else to write: to transitions, by their place, and to states, by their names
 */
public record Highlight(Set<String> current, Set<String> visited, Set<String> taken, Map<String, String> notes) {

    /** Marks nothing. */
    public static final Highlight NONE = new Highlight(Set.of(), Set.of(), Set.of(), Map.of());

    public Highlight {
        current = Collections.unmodifiableSet(new LinkedHashSet<>(current));
        visited = Collections.unmodifiableSet(new LinkedHashSet<>(visited));
        taken = Collections.unmodifiableSet(new LinkedHashSet<>(taken));
        notes = Map.copyOf(notes);
    }

    /**
     * What to mark of many orders: the states that they were in, with how many are there now and how long they rested, and the
     * transitions that they took, with how many did.
     */
    public static Highlight of(ProcessFlow flow) {
        Map<String, String> notes = new HashMap<>();
        flow.taken().forEach((transition, orders) -> notes.put(transition, "(" + orders + ")"));
        Set<String> now = new LinkedHashSet<>();
        flow.rests().forEach((state, rests) -> {
            notes.put(state, said(rests));
            if (rests.now() > 0) {
                now.add(state);
            }
        });
        return new Highlight(now, flow.rests().keySet(), flow.taken().keySet(), notes);
    }

    private static String said(RestTimes rests) {
        return rests.now() + " here now, " + rests.stays() + " stays: median " + Periods.rounded(rests.median())
                + ", 95 % within " + Periods.rounded(rests.percentile95()) + ", longest "
                + Periods.rounded(rests.longest());
    }

    String label(Arrow arrow) {
        return (arrow.label() + " " + notes.getOrDefault(arrow.path(), "")).strip();
    }

    List<String> notes(Shape shape) {
        List<String> all = shape.notes();
        String note = notes.get(shape.name());
        if (note != null) {
            all.add(note);
        }
        return all;
    }

    /**
     * What to mark of an order, from everything that happened to it.
     *
     * <p>The history says where an order was and what moved it, not which guards held: where several transitions of one cause
     * lead to the same place, the first of them is marked; where one is followed by others that need no cause, the shortest such
     * way is. Of an order that was migrated, what happened under the definition before is left out.
     *
     * @param definition the process that the order follows
     * @param timeline its whole history, earliest first
     * @throws IllegalArgumentException if the order follows another process, or another version
     */
    public static Highlight of(ProcessDefinition definition, List<TimelineEntry> timeline) {
        if (timeline.isEmpty()) {
            return NONE;
        }
        TimelineEntry last = timeline.get(timeline.size() - 1);
        if (!last.order().process().equals(definition.reference())) {
            throw new IllegalArgumentException("Order " + last.order().id() + " follows process "
                    + last.order().process() + ", not " + definition.reference());
        }
        PastPath path = new PastPath(new Drawing(definition));
        timeline.forEach(path::follow);
        return path.highlight();
    }

    Mark mark(Shape shape) {
        if (current.contains(shape.name())) {
            return Mark.HERE;
        }
        return visited.contains(shape.name()) ? Mark.PASSED : Mark.NONE;
    }

    boolean isTaken(Arrow arrow) {
        return taken.contains(arrow.path());
    }
}
