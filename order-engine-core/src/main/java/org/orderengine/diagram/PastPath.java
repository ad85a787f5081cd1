package org.orderengine.diagram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.Run;
import org.orderengine.orders.TimelineEntry;

/** Finds the path that an order took through a drawing, from the positions and causes in its history. */
final class PastPath {

    private final Drawing drawing;
    private final Set<String> visited = new LinkedHashSet<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<String, Run.Ending> endings = new HashMap<>();
    private List<String> current = List.of();
    private @Nullable String action;
    private @Nullable String timer;

    PastPath(Drawing drawing) {
        this.drawing = drawing;
    }

    /** The states where the order is and has been, and the arrows that it took. */
    Highlight highlight() {
        return new Highlight(new LinkedHashSet<>(current), visited, taken, Map.of());
    }

    void follow(TimelineEntry entry) {
        action = null;
        timer = null;
        entry.events().forEach(this::follow);
    }

    private void follow(Event event) {
        if (event instanceof Event.ActionTaken cause) {
            action = cause.action();
        } else if (event instanceof Event.TimerFired cause) {
            timer = cause.timer().toString();
        } else if (event instanceof Event.RunChanged changed) {
            endings.put(changed.run().state(), changed.run().ending());
        } else if (event instanceof Event.ProcessMigrated migrated) {
            visited.clear();
            taken.clear();
            current = migrated.position().states();
            visited.addAll(current);
        } else if (event instanceof Event.PositionChanged changed) {
            moved(changed.position().states());
        }
    }

    private void moved(List<String> states) {
        Set<Shape> joined = new HashSet<>();
        for (String state : states) {
            if (!current.contains(state)) {
                mark(wayTo(drawing.shape(state)), joined);
            }
        }
        visited.addAll(states);
        current = states;
    }

    private void mark(@Nullable Way way, Set<Shape> joined) {
        for (Way step = way; step != null; step = step.before()) {
            step.leaves().forEach(leaf -> visited.add(leaf.name()));
            Arrow arrow = step.by();
            if (arrow != null) {
                taken.add(arrow.path());
                Shape source = drawing.shape(arrow.from());
                if (arrow.cause() == Arrow.Cause.DONE && source.state().parallel() && joined.add(source)) {
                    source.inside().forEach(region -> ended(region, joined));
                }
            }
        }
    }

    /** Marks the transition to the end of a region. Of several regions one ended last, and all had to end. */
    private void ended(Shape region, Set<Shape> joined) {
        List<Shape> ends =
                region.inside().stream().filter(shape -> shape.state().end()).toList();
        if (ends.stream().noneMatch(end -> current.contains(end.name()))) {
            ends.stream().map(this::wayTo).filter(Objects::nonNull).findFirst().ifPresent(way -> mark(way, joined));
        }
    }

    /** A step of a path: the states entered by taking an arrow, or by beginning. */
    private record Way(@Nullable Way before, @Nullable Arrow by, List<Shape> leaves) {}

    /** The shortest path from where the order is into a state; null if there is none. */
    private @Nullable Way wayTo(Shape goal) {
        Deque<Way> open = new ArrayDeque<>();
        Set<Arrow> seen = new HashSet<>();
        if (current.isEmpty()) {
            open.add(new Way(null, null, beginning()));
        }
        for (String state : current) {
            for (Shape active : drawing.shape(state).outwards()) {
                active.arrows().stream().filter(this::isCaused).forEach(arrow -> step(open, seen, null, arrow, goal));
            }
        }
        while (!open.isEmpty()) {
            Way way = open.remove();
            if (way.leaves().contains(goal)) {
                return way;
            }
            for (Shape leaf : way.leaves()) {
                for (Shape active : leaf.outwards()) {
                    active.arrows().stream()
                            .filter(arrow -> followsByItself(active, arrow))
                            .forEach(arrow -> step(open, seen, way, arrow, goal));
                }
            }
        }
        return null;
    }

    private void step(Deque<Way> open, Set<Arrow> seen, @Nullable Way before, Arrow arrow, Shape goal) {
        if (arrow.to() != null && seen.add(arrow)) {
            open.add(new Way(before, arrow, drawing.entered(drawing.shape(arrow.to()), goal)));
        }
    }

    private List<Shape> beginning() {
        String initial = drawing.definition().initial();
        Shape first = drawing.shape(initial);
        return drawing.entered(first, first);
    }

    /** Whether the cause of the commit may have taken an arrow. */
    private boolean isCaused(Arrow arrow) {
        return switch (arrow.cause()) {
            case ACTION ->
                action != null && (arrow.name().equals(action) || arrow.name().equals("*"));
            case TIMER -> arrow.name().equals(timer);
            case ALWAYS -> true;
            case DONE -> endings.getOrDefault(arrow.from(), Run.Ending.DONE) == Run.Ending.DONE;
            case DECLINED -> endings.get(arrow.from()) == Run.Ending.DECLINED;
            case FAILED -> endings.get(arrow.from()) == Run.Ending.FAILED;
        };
    }

    private static boolean followsByItself(Shape source, Arrow arrow) {
        return arrow.cause() == Arrow.Cause.ALWAYS
                || (arrow.cause() == Arrow.Cause.DONE && !source.state().isBusy());
    }
}
