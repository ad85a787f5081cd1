package org.orderengine.decision.effect;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Intent;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * The desk of every effect.
 *
 * <p>A process definition and an owed effect name an {@link EffectKind}. The methods here find its desk, and pass the question
 * on.
 *
 * <p>Immutable, so safe for any number of threads. A kind without a desk is an {@link IllegalStateException} when the class is
 * loaded.
 */
public final class Desks {

    private static final List<Desk> ALL = List.of(
            new StockDesk(),
            new PaymentDesk(),
            new BenefitDesk(),
            new ParcelDesk(),
            new DeliveryDesk(),
            new HostDesk(),
            new BooksDesk());

    private record Place(Desk desk, Duty duty) {}

    private static final Map<EffectKind, Place> PLACES = new EnumMap<>(EffectKind.class);

    static {
        for (Desk desk : ALL) {
            for (Duty duty : desk.duties()) {
                PLACES.put(duty.kind(), new Place(desk, duty));
            }
        }
        for (EffectKind kind : EffectKind.values()) {
            if (!PLACES.containsKey(kind)) {
                throw new IllegalStateException("no desk is responsible for " + kind);
            }
        }
    }

    private Desks() {}

    private static Place of(EffectKind kind) {
        Place place = PLACES.get(kind);
        if (place == null) {
            throw new IllegalStateException("no desk is responsible for " + kind);
        }
        return place;
    }

    private static Place of(OwedEffect effect) {
        return of(EffectKind.of(effect));
    }

    /** Wants the work that a named effect comes to. Payments that an action asked for are wanted already. */
    public static void plan(Draft draft, String effect) {
        EffectKind kind = EffectKind.of(effect);
        if (kind == EffectKind.HOST) {
            draft.want(Intent.named(effect));
        } else {
            of(kind).duty().plan().want(draft);
        }
    }

    /** Whether wanted work belongs to a named effect. */
    public static boolean belongs(Intent wanted, String effect) {
        EffectKind kind = EffectKind.of(effect);
        return kind == EffectKind.HOST
                ? wanted.name().equals(effect)
                : of(kind).desk().belongs(wanted, kind);
    }

    /** The request to the service of an effect. */
    public static Effect request(Order order, OwedEffect effect) {
        return of(effect).duty().request().of(order, effect);
    }

    /** Enters that an effect was done. */
    public static void done(Draft draft, OwedEffect effect, EffectResult.Done done) {
        Place place = of(effect);
        place.desk().done(draft, place.duty(), effect, done);
    }

    /** Whether something undoes an effect once it is done. */
    public static boolean isReversible(OwedEffect effect) {
        return EffectKind.of(effect).undoneBy() != null;
    }

    /** Owes the effect that undoes work which was done, as far as it can be undone. */
    public static void undo(Draft draft, @Nullable String run, OwedEffect done) {
        of(done).desk().undo(draft, run, done);
    }

    /** Whether an effect gives something back. It waits for no other of its busy state, and none waits for it. */
    public static boolean isGivingBack(OwedEffect effect) {
        return EffectKind.of(effect).role() == EffectKind.Role.GIVES_BACK;
    }

    /** Whether an effect is owed even after a decline: it gives something back, or reports what has happened. */
    public static boolean isDueWhateverIsSaid(OwedEffect effect) {
        return of(effect).desk().isDueWhateverIsSaid(effect);
    }

    /** Whether an effect in the background is dropped when another is given up. */
    public static boolean fallsWith(OwedEffect effect, OwedEffect givenUp) {
        return of(givenUp).desk().fallsWith(effect, givenUp);
    }

    /** What is owed instead of due work that its service declines; null where a person has to see to it. */
    public static @Nullable Intent instead(Draft draft, OwedEffect declined) {
        return of(declined).desk().instead(draft, declined);
    }

    /** Enters that an effect was given up, before its busy state is turned back. */
    public static void givenUp(Draft draft, OwedEffect effect) {
        of(effect).desk().givenUp(draft, effect);
    }

    /** Enters that a person says of due work that it was not done and will not be. */
    public static void neverDone(Draft draft, OwedEffect effect) {
        of(effect).desk().neverDone(draft, effect);
    }

    /** Corrects the books after an effect in the background was given up. */
    public static void letBe(Draft draft, OwedEffect effect) {
        of(effect).desk().letBe(draft, effect);
    }

    /** Whether an effect waits for an earlier one that is neither of its busy state nor of its subject. */
    static boolean waits(OwedEffect effect, OwedEffect earlier) {
        return of(effect).desk().waits(effect, earlier);
    }
}
