package org.orderengine.decision.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.Intent;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * The effects of one service, with everything that differs between services.
 *
 * <p>For each kind of effect the desk's {@link Duty} says:
 *
 * <ol>
 *   <li>plan: the work that a named effect comes to, by the books;
 *   <li>request: what the service is asked;
 *   <li>book: the entries of an answer that it was done.
 * </ol>
 *
 * <p>The desk itself says how its effects are undone, which wait for others, and what falls when one is given up.
 *
 * <p>Stateless, so safe for any number of threads.
 */
interface Desk {

    /** The kinds of effect that the service does. */
    List<Duty> duties();

    /** Whether wanted work belongs to a named effect. */
    default boolean belongs(Intent wanted, EffectKind named) {
        return named.is(wanted);
    }

    /** Enters that an effect was done. */
    default void done(Draft draft, Duty duty, OwedEffect effect, EffectResult.Done done) {
        duty.book().enter(draft, effect, done);
        draft.apply(new Event.EffectDone(effect.id(), done.reference()));
    }

    /** Owes the effect that undoes work which was done, as far as it can be undone. */
    default void undo(Draft draft, @Nullable String run, OwedEffect done) {
        EffectKind undoing = EffectKind.of(done).undoneBy();
        if (undoing != null) {
            draft.owe(run, done.intent().renamed(undoing.word()));
        }
    }

    /** Whether an effect is owed even after a decline: it gives something back, or reports what has happened. */
    default boolean isDueWhateverIsSaid(OwedEffect effect) {
        return EffectKind.of(effect).role() != EffectKind.Role.LEADS_ON;
    }

    /** Whether an effect of the same desk waits for an earlier one that is neither of its busy state nor of its subject. */
    default boolean waits(OwedEffect effect, OwedEffect earlier) {
        return false;
    }

    /** Whether an effect in the background is dropped when another is given up. */
    default boolean fallsWith(OwedEffect effect, OwedEffect givenUp) {
        return false;
    }

    /** What is owed instead of due work that its service declines; null where a person has to see to it. */
    default @Nullable Intent instead(Draft draft, OwedEffect declined) {
        return null;
    }

    /** Enters that an effect was given up, before its busy state is turned back. */
    default void givenUp(Draft draft, OwedEffect effect) {}

    /** Enters that a person says of due work that it was not done and will not be. */
    default void neverDone(Draft draft, OwedEffect effect) {}

    /** Corrects the books after an effect in the background was given up. */
    default void letBe(Draft draft, OwedEffect effect) {}
}
