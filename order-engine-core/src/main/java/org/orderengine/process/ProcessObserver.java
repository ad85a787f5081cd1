package org.orderengine.process;

import org.orderengine.effect.EffectResult;

/**
 * Is told what orders do in one process, as it is decided: for tests and tools that ask what of a definition was exercised. It
 * decides nothing, and an engine without one does nothing for it.
 *
 * <p>Told are decisions, not previews: what {@code allowed} tries out is left out. A decision that another commit overtakes is made
 * again, and told again. Called by any thread; what it throws keeps the command from being carried out.
 *
 * <p>Transitions go by their places, as findings name them: {@code states.created.on.pay[0]}.
 */
public interface ProcessObserver {

    /** An order came into a state, of whatever depth, even if it left again at once. */
    void entered(String state);

    /** An order took a transition. */
    void taken(String transition);

    /** A guard of a transition was asked. */
    void asked(String transition, String guard, boolean held);

    /** A service answered an effect that a busy state waits for; what is undone there after a no is told too. */
    void answered(String state, String effect, EffectResult result);
}
