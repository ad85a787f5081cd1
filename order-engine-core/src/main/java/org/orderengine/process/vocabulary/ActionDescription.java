package org.orderengine.process.vocabulary;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.ChildKind;

/**
 * A built-in action as definitions, documents and tools know it. What it does to an order's books is not said here. An action
 * that is not described is the host's own: it only moves the order, and anything may go with it.
 *
 * @param name what it is called
 * @param meaning what it does, for people
 * @param payload what goes with it, besides {@link #COMMON}
 * @param stance where it is taken
 * @param about the kind of part whose machine can name it, because it is about one that is there; null if none can
 * @param bearings what it may do to money and stock
 */
public record ActionDescription(
        String name,
        String meaning,
        List<PayloadKey> payload,
        Stance stance,
        @Nullable ChildKind about,
        Set<Bearing> bearings) {

    /** Why an action is asked for: it goes with every action, and stands in the history. */
    public static final PayloadKey REASON = PayloadKey.prose("reason", "why, for the history");

    /** The host's own texts with an action: they go with every action, and stand in the history. */
    public static final PayloadKey ATTRIBUTES =
            PayloadKey.attributes("attributes", "the host's own texts, for the history, guards and effects");

    /** What goes with every action. */
    public static final List<PayloadKey> COMMON = List.of(REASON, ATTRIBUTES);

    /** What an action may do to the money and stock that an order holds. */
    public enum Bearing {
        /** Money may come. */
        TAKES_MONEY,
        /** Money that came may go back. */
        GIVES_MONEY_BACK,
        /** Stock may be held no more. */
        LETS_STOCK_GO
    }

    public ActionDescription {
        payload = List.copyOf(payload);
        bearings = Set.copyOf(bearings);
    }

    /** An action that is taken by transitions, is about the order as a whole, and has no bearing on money and stock. */
    public static ActionDescription of(String name, String meaning, PayloadKey... payload) {
        return new ActionDescription(name, meaning, List.of(payload), Stance.BY_TRANSITION, null, Set.of());
    }

    /** The same action, taken elsewhere. */
    public ActionDescription standing(Stance other) {
        return new ActionDescription(name, meaning, payload, other, about, bearings);
    }

    /** The same action, about a part of that kind that is there. */
    public ActionDescription about(ChildKind kind) {
        return new ActionDescription(name, meaning, payload, stance, kind, bearings);
    }

    /** The same action, with what it may do to money and stock. */
    public ActionDescription bearing(Bearing... some) {
        return new ActionDescription(name, meaning, payload, stance, about, Set.of(some));
    }

    /** Whether it tells of money that came already, which is booked at once wherever the order is. */
    public boolean tellsOfMoney() {
        return stance == Stance.EVEN_AFTER_END && bearings.contains(Bearing.TAKES_MONEY);
    }
}
