package org.orderengine.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.process.ProcessState;

/** A state as a diagram shows it; equal to none but itself. */
final class Shape {

    private final String name;
    private final String id;
    private final ProcessState state;
    private final @Nullable Shape parent;
    private final List<Shape> inside = new ArrayList<>();
    private final List<Arrow> arrows;

    Shape(String name, String id, ProcessState state, String path, @Nullable Shape parent) {
        this.name = name;
        this.id = id;
        this.state = state;
        this.parent = parent;
        this.arrows = List.copyOf(Arrow.from(name, state, path));
        if (parent != null) {
            parent.inside.add(this);
        }
    }

    String name() {
        return name;
    }

    /** A name of letters, digits and underscores that no other state has, and that no language of diagrams reserves. */
    String id() {
        return id;
    }

    ProcessState state() {
        return state;
    }

    /** The state around it; null at the top. */
    @Nullable
    Shape parent() {
        return parent;
    }

    /** The states directly in it, in document order. */
    List<Shape> inside() {
        return inside;
    }

    /** The transitions out of it, including those that keep it. */
    List<Arrow> arrows() {
        return arrows;
    }

    boolean isComposite() {
        return !inside.isEmpty();
    }

    boolean isHistory() {
        return state.history() != null;
    }

    /** {@code H} or {@code H*}: how a history is drawn. */
    String historySign() {
        return state.history() == ProcessState.History.DEEP ? "H*" : "H";
    }

    /** This state and those around it, from the inside out. */
    List<Shape> outwards() {
        List<Shape> outwards = new ArrayList<>();
        for (Shape shape = this; shape != null; shape = shape.parent) {
            outwards.add(shape);
        }
        return outwards;
    }

    /** The text inside it: its effects, the actions it keeps for later, and the transitions that keep it. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        note(notes, "runs ", state.run());
        note(notes, "on entry ", state.entry());
        note(notes, "on exit ", state.exit());
        note(notes, "keeps for later ", state.defer());
        note(
                notes,
                "stays on ",
                arrows.stream()
                        .filter(arrow -> arrow.to() == null)
                        .map(Arrow::label)
                        .toList());
        return notes;
    }

    private static void note(List<String> notes, String lead, List<String> names) {
        if (!names.isEmpty()) {
            notes.add(lead + names.stream().distinct().collect(Collectors.joining(", ")));
        }
    }
}
