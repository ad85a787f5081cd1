package org.orderengine.testkit.property;

import java.util.List;
import org.orderengine.model.Position;

/**
 * One step of a path.
 *
 * @param cause what sets it off
 * @param name the action, the timer, or the busy state that is answered
 * @param to where the order then is
 * @param transitions the places of the transitions that it takes, those that follow by themselves included
 */
public record PathStep(Cause cause, String name, Position to, List<String> transitions) {

    /** What sets a step off. */
    public enum Cause {
        /** An action is taken. */
        ACTION("on"),
        /** A timer fires. */
        TIMER("after"),
        /** A busy state has done its effects. */
        DONE("done:"),
        /** A service says no to a busy state. */
        DECLINED("declined:"),
        /** An effect of a busy state fails for good. */
        FAILED("failed:");

        private final String word;

        Cause(String word) {
            this.word = word;
        }
    }

    public PathStep {
        transitions = List.copyOf(transitions);
    }

    /** Such as {@code on pay to paying}. */
    @Override
    public String toString() {
        return cause.word + " " + name + " to " + to;
    }
}
