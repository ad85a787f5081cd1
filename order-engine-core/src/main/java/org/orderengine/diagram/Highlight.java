package org.orderengine.diagram;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessDefinition;

/**
 * The marks of one order in a diagram: where it is, and the path that it took. They name states and transitions, and nothing else
 * of the order.
 *
 * <p>For example {@code Diagrams.mermaid(definition, Highlight.of(definition, engine.orders().timeline("o-1")))}.
 *
 * @param current the states that it is in, those that hold others left out
 * @param visited the states that it was in at any time, those that hold others left out
 * @param taken the transitions that it took from state to state, each by its place in the definition, as {@code
 *     states.created.on.pay[0]}
 */
public record Highlight(Set<String> current, Set<String> visited, Set<String> taken) {

    /** Marks nothing. */
    public static final Highlight NONE = new Highlight(Set.of(), Set.of(), Set.of());

    public Highlight {
        current = Collections.unmodifiableSet(new LinkedHashSet<>(current));
        visited = Collections.unmodifiableSet(new LinkedHashSet<>(visited));
        taken = Collections.unmodifiableSet(new LinkedHashSet<>(taken));
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
