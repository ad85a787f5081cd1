package org.orderengine.machine;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.orderengine.machine.definition.Content;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.StateKind;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.Trigger;

/** Makes up charts: any nesting of all kinds of states, any transitions that are structurally sound, guards and actions on bits. */
final class RandomChart {

    static final List<String> EVENTS = List.of("a", "b", "b.c", "d");
    private static final int BITS = 4;
    private static final int MAXIMUM_MICROSTEPS = 40;

    /** The shape of a state, before anything is decided that needs to know all states. */
    private record Shape(String name, StateKind kind, List<Shape> inner) {

        List<Shape> selfAndInner() {
            List<Shape> all = new ArrayList<>(List.of(this));
            inner.forEach(child -> all.addAll(child.selfAndInner()));
            return all;
        }
    }

    private final Random random;
    private final List<Shape> top = new ArrayList<>();
    private final List<Shape> all = new ArrayList<>();
    private int states;

    private RandomChart(long seed) {
        random = new Random(seed);
        int count = 2 + random.nextInt(3);
        for (int child = 0; child < count; child++) {
            top.add(shape(0, child > 0));
        }
        top.forEach(shape -> all.addAll(shape.selfAndInner()));
    }

    /** The chart of a seed. */
    static MachineDefinition<String, String, Trace> of(long seed) {
        RandomChart chart = new RandomChart(seed);
        return new MachineDefinition<>(
                "random-" + seed,
                chart.initial(chart.top),
                List.of(),
                chart.top.stream().map(shape -> chart.define(shape, List.of())).toList(),
                MAXIMUM_MICROSTEPS);
    }

    private Shape shape(int depth, boolean mayBeFinal) {
        String name = "s" + ++states;
        int dice = random.nextInt(10);
        if (mayBeFinal && dice == 0) {
            return new Shape(name, StateKind.FINAL, List.of());
        }
        if (depth > 3 || states > 14 || dice < 5) {
            return new Shape(name, StateKind.ATOMIC, List.of());
        }
        boolean parallel = dice < 7;
        List<Shape> inner = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int child = 0; child < count; child++) {
            inner.add(shape(depth + 1, !parallel && child > 0));
        }
        if (random.nextInt(3) == 0) {
            StateKind kind = random.nextBoolean() ? StateKind.DEEP_HISTORY : StateKind.SHALLOW_HISTORY;
            inner.add(random.nextInt(inner.size() + 1), new Shape("s" + ++states, kind, List.of()));
        }
        return new Shape(name, parallel ? StateKind.PARALLEL : StateKind.COMPOUND, inner);
    }

    private StateDefinition<String, String, Trace> define(Shape shape, List<Shape> siblings) {
        boolean history = shape.kind().isHistory();
        List<String> initial = history
                ? targetsAmong(siblings.stream()
                        .flatMap(sibling -> sibling.selfAndInner().stream())
                        .filter(state -> !state.kind().isHistory())
                        .toList())
                : shape.kind() == StateKind.COMPOUND ? initial(shape.inner()) : List.of();
        boolean still = shape.kind() == StateKind.FINAL || history;
        return new StateDefinition<>(
                shape.name(),
                shape.kind(),
                initial,
                history || shape.kind() == StateKind.COMPOUND ? content("default " + shape.name()) : List.of(),
                history ? List.of() : content("enter " + shape.name()),
                history ? List.of() : content("exit " + shape.name()),
                still ? List.of() : transitions(shape.name()),
                shape.inner().stream()
                        .map(child -> define(child, shape.inner()))
                        .toList());
    }

    private List<String> initial(List<Shape> inner) {
        if (random.nextBoolean()) {
            return List.of();
        }
        return targetsAmong(
                inner.stream().flatMap(child -> child.selfAndInner().stream()).toList());
    }

    /** One of the states, or two in different regions of a parallel one among them. */
    private List<String> targetsAmong(List<Shape> among) {
        Shape one = among.get(random.nextInt(among.size()));
        List<Shape> regions = one.inner().stream()
                .filter(region -> !region.kind().isHistory())
                .toList();
        if (one.kind() == StateKind.PARALLEL && regions.size() > 1 && random.nextInt(3) > 0) {
            int first = random.nextInt(regions.size() - 1);
            int second = first + 1 + random.nextInt(regions.size() - first - 1);
            List<String> two = new ArrayList<>(List.of(pick(regions.get(first)), pick(regions.get(second))));
            if (random.nextBoolean()) {
                two.add(0, two.remove(1));
            }
            return two;
        }
        return List.of(one.name());
    }

    private String pick(Shape shape) {
        List<Shape> choices = shape.selfAndInner();
        return choices.get(random.nextInt(choices.size())).name();
    }

    private List<Transition<String, String, Trace>> transitions(String source) {
        List<Transition<String, String, Trace>> transitions = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int index = 0; index < count; index++) {
            List<Trigger<String, String>> triggers = triggers();
            transitions.add(new Transition<>(
                    source,
                    triggers,
                    triggers.isEmpty() ? new Guard.All<>(List.of(bit(), bit(), guard(0))) : guard(0),
                    random.nextInt(5) == 0 ? List.of() : targetsAmong(all),
                    random.nextInt(3) == 0,
                    content("take " + source + "#" + index),
                    "",
                    false));
        }
        return transitions;
    }

    private List<Trigger<String, String>> triggers() {
        return switch (random.nextInt(12)) {
            case 0 -> List.of();
            case 1 -> List.of(new Trigger.Any<>());
            case 2 ->
                List.of(new Trigger.Done<>(all.get(random.nextInt(all.size())).name()), Trigger.on("d"));
            case 3 -> List.of(Trigger.on("done.state"), event());
            default -> List.of(event());
        };
    }

    private Trigger<String, String> event() {
        return Trigger.on(EVENTS.get(random.nextInt(EVENTS.size())));
    }

    private Guard<String, Trace> bit() {
        int bit = random.nextInt(BITS);
        return Guard.of("bit " + bit, trace -> trace.has(bit));
    }

    private Guard<String, Trace> guard(int depth) {
        return switch (random.nextInt(depth > 1 ? 6 : 9)) {
            case 0, 1, 2 -> new Guard.Always<>();
            case 3, 4 -> bit();
            case 5 -> Guard.in(all.get(random.nextInt(all.size())).name());
            case 6 -> guard(depth + 1).negated();
            case 7 -> new Guard.All<>(List.of(guard(depth + 1), guard(depth + 1)));
            default -> new Guard.AnyOf<>(List.of(guard(depth + 1), guard(depth + 1)));
        };
    }

    private List<Content<String, Trace>> content(String what) {
        int bit = random.nextInt(BITS);
        List<Content<String, Trace>> content = new ArrayList<>();
        content.add(new Content.Act<>(what, trace -> trace.perform(what, bit)));
        if (random.nextInt(25) == 0) {
            content.add(new Content.Raise<>(EVENTS.get(random.nextInt(EVENTS.size()))));
        }
        return content;
    }
}
