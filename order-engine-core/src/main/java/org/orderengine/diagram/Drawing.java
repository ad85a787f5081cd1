package org.orderengine.diagram;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;

/** The states and arrows of a definition, laid out once for every way to draw them. */
final class Drawing {

    /** Words that Mermaid or PlantUML does not take for the name of a state. */
    private static final Set<String> RESERVED = Set.of(
            "note",
            "state",
            "as",
            "class",
            "classdef",
            "style",
            "click",
            "href",
            "scale",
            "default",
            "direction",
            "end",
            "fork",
            "join",
            "choice",
            "hide",
            "root",
            "acctitle",
            "accdescr",
            "skinparam",
            "title",
            "header",
            "footer",
            "legend",
            "caption",
            "json");

    private static final ProcessState NOTHING = new ProcessState(
            null, false, false, null, List.of(), List.of(), List.of(), Map.of(), Map.of(), List.of(), List.of(),
            List.of(), List.of(), List.of(), Map.of());

    /** Bounds the way into a state whose initial ones lead in a circle. */
    private static final int MAX_DEPTH = 32;

    private final ProcessDefinition definition;
    private final Map<String, Shape> shapes = new LinkedHashMap<>();
    private final List<Shape> top = new ArrayList<>();
    private final Set<String> taken = new HashSet<>();
    /** Per state, the arrows whose ends both lie in it and in nothing smaller; those of the whole under null. */
    private final Map<@Nullable Shape, List<Arrow>> arrows = new LinkedHashMap<>();

    Drawing(ProcessDefinition definition) {
        this.definition = definition;
        add(definition.states(), "states", null);
        for (Shape shape : all()) {
            for (Arrow arrow : shape.arrows()) {
                if (arrow.to() != null) {
                    arrows.computeIfAbsent(around(shape, shape(arrow.to())), within -> new ArrayList<>())
                            .add(arrow);
                }
            }
        }
    }

    ProcessDefinition definition() {
        return definition;
    }

    /** All states of all depths, a state before those in it. */
    List<Shape> all() {
        List<Shape> all = new ArrayList<>();
        top.forEach(shape -> addAll(all, shape));
        return all;
    }

    /** The states that lie in no other. */
    List<Shape> top() {
        return top;
    }

    /** The state of that name; one that is not defined is a plain one. */
    Shape shape(String name) {
        Shape shape = shapes.get(name);
        if (shape == null) {
            shape = new Shape(name, freshId(name), NOTHING, "", null);
            shapes.put(name, shape);
        }
        return shape;
    }

    /**
     * The states, those that hold others left out, that an arrow to a state enters.
     *
     * @param goal what is believed to be entered: it decides where a history leads to
     */
    List<Shape> entered(Shape target, Shape goal) {
        List<Shape> entered = new ArrayList<>();
        enter(target, goal, entered, MAX_DEPTH);
        return entered;
    }

    private void enter(Shape target, Shape goal, List<Shape> entered, int depth) {
        Shape parent = target.parent();
        if (depth == 0) {
            return;
        }
        if (target.isHistory()) {
            if (parent != null && goal.outwards().contains(parent)) {
                entered.add(goal);
            }
        } else if (!target.isComposite()) {
            entered.add(target);
        } else if (target.state().parallel()) {
            target.inside().forEach(region -> enter(region, goal, entered, depth - 1));
        } else if (target.state().initial() != null) {
            enter(shape(target.state().initial()), goal, entered, depth - 1);
        }
    }

    /** Draws everything, from the outside in, in document order. */
    void draw(Pen pen) {
        block(null, top, pen);
    }

    /** What lies directly within a state, or within none: its states, then the arrows that stay within it. */
    private void block(@Nullable Shape within, List<Shape> inside, Pen pen) {
        boolean parallel = within != null && within.state().parallel();
        String initial = within == null ? definition.initial() : within.state().initial();
        if (!parallel && initial != null && !initial.isEmpty()) {
            pen.start(within, shape(initial));
        }
        boolean first = true;
        for (Shape shape : inside) {
            if (parallel && !first && !shape.isHistory()) {
                pen.divide();
            }
            first &= shape.isHistory();
            if (shape.isComposite()) {
                pen.open(shape);
                block(shape, shape.inside(), pen);
                pen.close();
            } else {
                pen.plain(shape);
            }
        }
        for (Arrow arrow : arrows.getOrDefault(within, List.of())) {
            pen.arrow(shape(arrow.from()), shape(String.valueOf(arrow.to())), arrow);
        }
        inside.stream().filter(shape -> shape.state().end()).forEach(pen::end);
    }

    private void add(Map<String, ProcessState> states, String path, @Nullable Shape parent) {
        List<Shape> added = new ArrayList<>();
        states.forEach((name, state) -> added.add(new Shape(name, freshId(name), state, path + "." + name, parent)));
        added.forEach(shape -> shapes.putIfAbsent(shape.name(), shape));
        if (parent == null) {
            top.addAll(added);
        }
        added.forEach(shape -> add(shape.state().states(), path + "." + shape.name() + ".states", shape));
    }

    private static void addAll(List<Shape> all, Shape shape) {
        all.add(shape);
        shape.inside().forEach(inner -> addAll(all, inner));
    }

    private String freshId(String name) {
        String id = name.replaceAll("[^A-Za-z0-9_]", "_");
        while (RESERVED.contains(id.toLowerCase(Locale.ROOT)) || !taken.add(id)) {
            id += "_";
        }
        return id;
    }

    /** The innermost state around two others, neither of them included; null if that is the whole. */
    private static @Nullable Shape around(Shape from, Shape to) {
        List<Shape> outwards = to.outwards();
        for (Shape candidate = from.parent(); candidate != null; candidate = candidate.parent()) {
            if (outwards.indexOf(candidate) > 0) {
                return candidate;
            }
        }
        return null;
    }
}
