package org.orderengine.decision.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.Intent;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.vocabulary.EffectKind;

/** The effects of one service: what each is, and what they have in common. */
interface Desk {

    /** The kinds of effect that the service does. */
    List<Duty> duties();

    /** Whether wanted work is part of a named effect. */
    default boolean belongs(Intent wanted, EffectKind named) {
        return named.is(wanted);
    }

    /** Enters that an effect was done. */
    default void done(Draft draft, Duty duty, OwedEffect effect, EffectResult.Done done) {
        duty.book().enter(draft, effect, done);
        draft.apply(new Event.EffectDone(effect.id(), done.reference()));
    }

    /** Owes what undoes work that was done, as far as it can be undone. */
    default void undo(Draft draft, @Nullable String run, OwedEffect done) {
        EffectKind undoing = EffectKind.of(done).undoneBy();
        if (undoing != null) {
            draft.owe(run, done.intent().renamed(undoing.word()));
        }
    }

    /** Whether a service cannot say no for good: what it is asked to do gives something back, or has happened already. */
    default boolean isDueWhateverIsSaid(OwedEffect effect) {
        return EffectKind.of(effect).role() != EffectKind.Role.LEADS_ON;
    }

    /** Whether an effect of the same desk waits for an earlier one although they are of no one lane. */
    default boolean waits(OwedEffect effect, OwedEffect earlier) {
        return false;
    }

    /** Whether an effect in the background is not to be done either when another is given up. */
    default boolean fallsWith(OwedEffect effect, OwedEffect givenUp) {
        return false;
    }

    /** Tells that an effect was given up, before what depends on it is turned back. */
    default void givenUp(Draft draft, OwedEffect effect) {}

    /** Sets right what an effect in the background was for, after it was given up. */
    default void letBe(Draft draft, OwedEffect effect) {}
}
