package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Books;
import org.orderengine.model.EffectId;
import org.orderengine.model.Intent;
import org.orderengine.model.PendingChange;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * The outside work of a decision: the work that is wanted and not owed yet, and the books that the order goes back to without
 * it.
 *
 * <p>Belongs to one draft and one thread.
 */
final class Outbox {

    private final long revision;
    private final List<Intent> wanted = new ArrayList<>();
    private int owed;
    private @Nullable Books unchanged;
    private @Nullable EffectKind changedBy;

    Outbox(long revision) {
        this.revision = revision;
    }

    void want(Intent effect) {
        wanted.add(effect);
    }

    List<Intent> wanted() {
        return wanted;
    }

    /** Removes the wanted work that fits, and returns it. */
    List<Intent> take(Predicate<Intent> fits) {
        List<Intent> taken = new ArrayList<>();
        for (Iterator<Intent> left = wanted.iterator(); left.hasNext(); ) {
            Intent effect = left.next();
            if (fits.test(effect)) {
                left.remove();
                taken.add(effect);
            }
        }
        return taken;
    }

    /** The id of the effect that is owed next. */
    EffectId nextId() {
        return new EffectId(revision, ++owed);
    }

    /** Sets the books that the order goes back to if the last effect of a change is not done. */
    void orElse(Books before, EffectKind effect) {
        unchanged = before;
        changedBy = effect;
    }

    /** The books before a change whose last effect is not owed yet; null if there is none. */
    @Nullable
    Books unchanged() {
        return unchanged;
    }

    /** The change that waits for an effect from now on; null if the effect is not the last one of a change. */
    @Nullable
    PendingChange begun(EffectId id, Intent effect) {
        Books before = unchanged;
        if (before == null || changedBy == null || !changedBy.is(effect)) {
            return null;
        }
        unchanged = null;
        return new PendingChange(id, before.prices());
    }
}
