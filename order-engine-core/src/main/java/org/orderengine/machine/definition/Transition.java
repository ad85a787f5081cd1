package org.orderengine.machine.definition;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A way from a state to others, or a thing to do while staying.
 *
 * <p>Without triggers it is eventless and taken as soon as its guard holds. Without targets it leaves no state and enters none, and
 * only its content runs. Several targets lie in different regions of a parallel state.
 *
 * <p>More than seven components: there is one for each part of a transition in SCXML, and a builder puts them together.
 *
 * @param source the state it starts from
 * @param triggers what sets it off, any one of them; empty for an eventless transition
 * @param guard what has to hold
 * @param targets where it leads
 * @param internal whether its source stays active while it is taken, if the source is compound and every target lies inside it;
 *     otherwise the source is left and entered again
 * @param content what happens on the way, between leaving and entering
 * @param label what diagrams call it; empty when it has no label of its own
 * @param alternative whether it is the next of one ordered list with the transition before it in its state
 */
public record Transition<S, E, C>(
        S source,
        List<Trigger<S, E>> triggers,
        Guard<S, C> guard,
        List<S> targets,
        boolean internal,
        List<Content<E, C>> content,
        String label,
        boolean alternative) {

    /** Copies the lists. */
    public Transition {
        triggers = List.copyOf(triggers);
        targets = List.copyOf(targets);
        content = List.copyOf(content);
    }

    /** Whether nothing but its guard sets it off. */
    public boolean isEventless() {
        return triggers.isEmpty();
    }

    /** Whether it keeps the configuration as it is. */
    public boolean isTargetless() {
        return targets.isEmpty();
    }

    /** Whether anything but its triggers has to hold. */
    public boolean isGuarded() {
        return !(guard instanceof Guard.Always);
    }

    /** The transition as one line, such as {@code created on pay [fully-paid] to paid}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder().append(source);
        if (isEventless()) {
            text.append(" always");
        } else {
            text.append(triggers.stream().map(Object::toString).collect(Collectors.joining(" or ", " on ", "")));
        }
        if (isGuarded()) {
            text.append(" [").append(guard.name()).append(']');
        }
        if (isTargetless()) {
            return text.append(" stay").toString();
        }
        return text.append(targets.stream().map(Object::toString).collect(Collectors.joining(" and ", " to ", "")))
                .toString();
    }
}
