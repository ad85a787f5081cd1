package org.orderengine.model;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A busy state at work: it owes effects and is left when they are answered.
 *
 * @param state the busy state
 * @param problem set once an effect was declined or given up: what was done before it is being reversed
 * @param ending how the state will be left once nothing is owed any more
 * @param done the effects that it owed and that were done, in that order: what is reversed if a later one is not
 * @param asked the action that it began with, where anything of the host's own went with it
 */
public record Run(
        String state, @Nullable Problem problem, Ending ending, List<OwedEffect> done, @Nullable Asked asked) {

    /** How a busy state is left. */
    public enum Ending {
        /** All effects were done. */
        DONE,
        /** A service declined. */
        DECLINED,
        /** An effect failed for good. */
        FAILED
    }

    public Run {
        Checks.requireText(state, "busy state");
        done = List.copyOf(done);
    }

    /** A busy state with whose action nothing of the host's own went. */
    public Run(String state, @Nullable Problem problem, Ending ending, List<OwedEffect> done) {
        this(state, problem, ending, done, null);
    }

    /** A busy state that begins its work. */
    public static Run begun(String state, @Nullable Asked asked) {
        return new Run(state, null, Ending.DONE, List.of(), asked);
    }

    /** This run after one more effect was done. */
    public Run afterDone(OwedEffect effect) {
        List<OwedEffect> more = new ArrayList<>(done);
        more.add(effect);
        return new Run(state, problem, ending, more, asked);
    }

    /** This run when its work is to be undone, and the state then left by another transition. */
    public Run turned(Ending newEnding, Problem why) {
        return new Run(state, why, newEnding, List.of(), asked);
    }
}
