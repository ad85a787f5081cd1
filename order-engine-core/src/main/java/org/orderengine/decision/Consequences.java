package org.orderengine.decision;

import java.util.List;
import java.util.stream.Collectors;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Timer;

/**
 * The consequences that an action would have at once, before any service is called.
 *
 * @param transitions the transitions that would be taken, that of the action and those it leads to, by their place in the
 *     definition, as {@code states.created.on.pay[0]}
 * @param left the states that would be left, in that order
 * @param entered the states that would be entered, in that order; one may be left again at once
 * @param effects the outside work that would be owed
 * @param timersStarted the timers that would start
 * @param timersStopped the timers that would be removed
 * @param order the order as it would stand
 */
public record Consequences(
        List<String> transitions,
        List<String> left,
        List<String> entered,
        List<OwedEffect> effects,
        List<Timer> timersStarted,
        List<Timer> timersStopped,
        Order order) {

    /** Copies the lists. */
    public Consequences {
        transitions = List.copyOf(transitions);
        left = List.copyOf(left);
        entered = List.copyOf(entered);
        effects = List.copyOf(effects);
        timersStarted = List.copyOf(timersStarted);
        timersStopped = List.copyOf(timersStopped);
    }

    /** A line for each kind of what would follow, those that there are. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("then: " + order.position());
        add(text, "transitions", transitions);
        add(text, "left", left);
        add(text, "entered", entered);
        add(text, "owed", effects.stream().map(Consequences::said).toList());
        add(
                text,
                "timers started",
                timersStarted.stream()
                        .map(timer -> timer.name() + " due " + timer.due())
                        .toList());
        add(text, "timers stopped", timersStopped.stream().map(Timer::name).toList());
        return text.toString();
    }

    private static void add(StringBuilder text, String what, List<String> all) {
        if (!all.isEmpty()) {
            text.append(all.stream().collect(Collectors.joining(", ", "\n" + what + ": ", "")));
        }
    }

    private static String said(OwedEffect effect) {
        return effect.name()
                + (effect.subject() == null ? "" : " " + effect.subject())
                + (effect.amount() == null ? "" : " " + effect.amount());
    }
}
