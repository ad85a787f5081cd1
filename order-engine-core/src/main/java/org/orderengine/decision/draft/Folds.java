package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.orderengine.event.Event;

/**
 * The folds of a family of events: for each type of event, the part of the order after it.
 *
 * <pre>{@code
 * static final Folds<Books, Event.OfMoney> FOLDS = new Folds<Books, Event.OfMoney>()
 *         .on(Event.CreditGranted.class, (books, granted) -> books.withCredit(books.credit().plus(granted.amount())));
 * }</pre>
 *
 * <p>An event without a fold, and a type with two folds, are an {@link IllegalStateException}.
 *
 * <p>Built once, then only read, so that any number of threads may share it.
 *
 * @param <P> the part of an order
 * @param <F> the family
 */
final class Folds<P, F extends Event> {

    private final Map<Class<?>, BiFunction<P, Event, P>> byType = new HashMap<>();

    /** These folds, and that of one more type. */
    @SuppressWarnings("unchecked") // The fold is found by the type of the event only.
    <E extends F> Folds<P, F> on(Class<E> type, BiFunction<P, E, P> fold) {
        return put(type, (BiFunction<P, Event, P>) (BiFunction<P, ?, P>) fold);
    }

    /** These folds, and the folds of a whole family, which change a part of this part. */
    <Q, G extends F> Folds<P, F> all(Folds<Q, G> family, Function<P, Q> part, BiFunction<P, Q, P> with) {
        family.byType.forEach(
                (type, fold) -> put(type, (whole, event) -> with.apply(whole, fold.apply(part.apply(whole), event))));
        return this;
    }

    private Folds<P, F> put(Class<?> type, BiFunction<P, Event, P> fold) {
        if (byType.put(type, fold) != null) {
            throw new IllegalStateException(type.getSimpleName() + " has two folds");
        }
        return this;
    }

    /** The part after an event. */
    P apply(P part, F event) {
        BiFunction<P, Event, P> fold = byType.get(event.getClass());
        if (fold == null) {
            throw new IllegalStateException("events of " + event.getClass().getSimpleName() + " have no fold here");
        }
        return fold.apply(part, event);
    }

    /** The types of event that have a fold. */
    Set<Class<?>> types() {
        return Set.copyOf(byType.keySet());
    }

    /** A list with one more at its end. */
    static <T> List<T> with(List<T> list, T added) {
        List<T> more = new ArrayList<>(list.size() + 1);
        more.addAll(list);
        more.add(added);
        return more;
    }

    /** A list without those that a condition fits. */
    static <T> List<T> without(List<T> list, Predicate<T> fits) {
        List<T> left = new ArrayList<>(list);
        left.removeIf(fits);
        return left;
    }
}
