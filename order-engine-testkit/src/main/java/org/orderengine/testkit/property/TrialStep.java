package org.orderengine.testkit.property;

import java.time.Duration;
import org.orderengine.testkit.Answer;

/**
 * A step in the life of an order. Its numbers choose among what is possible when it is taken. A life can therefore be shortened, and
 * its rest still makes sense.
 */
public sealed interface TrialStep {

    /**
     * An action is asked for.
     *
     * @param choice chooses the action
     * @param allowed whether among those that would be taken, as long as there are some; otherwise among all that the definition names
     * @param variant chooses what goes with it: lines, amounts
     */
    record Act(int choice, boolean allowed, int variant) implements TrialStep {}

    /**
     * The order is led, as far as its books let it go, to a transition of its definition: by actions, by waiting for timers, and by
     * services that answer as they have to.
     *
     * @param choice chooses the transition among those that can be reached from where the order is
     * @param variant chooses what goes with the actions
     */
    record Head(int choice, int variant) implements TrialStep {}

    /**
     * Time passes, and what falls due happens.
     *
     * @param time how long
     */
    record Wait(Duration time) implements TrialStep {}

    /** Time passes until the next thing falls due, and that happens; nothing if nothing ever does. */
    record WaitForNext() implements TrialStep {}

    /**
     * A timer is fired from outside, early, late, twice or in time.
     *
     * @param choice chooses among the timers that ever ran
     */
    record Ring(int choice) implements TrialStep {}

    /**
     * Something is wrong with a service.
     *
     * @param choice chooses what it is asked for
     * @param answer what it then answers
     * @param times how often
     */
    record Upset(int choice, Answer answer, int times) implements TrialStep {}

    /** The engine is dropped, and another one opened on the same orders. */
    record Restart() implements TrialStep {}
}
