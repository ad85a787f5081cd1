package org.orderengine.model;

import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Lists of parts that each have an id. */
final class Parts {

    private static final int FEW = 8;

    private Parts() {}

    static <T> @Nullable T find(List<T> parts, Function<? super T, String> id, String wanted) {
        for (int i = 0; i < parts.size(); i++) {
            T part = parts.get(i);
            if (id.apply(part).equals(wanted)) {
                return part;
            }
        }
        return null;
    }

    static <T> List<T> replace(List<T> parts, Function<T, String> id, String wanted, UnaryOperator<T> change) {
        @SuppressWarnings("unchecked")
        T[] copy = (T[]) parts.toArray();
        for (int i = 0; i < copy.length; i++) {
            if (id.apply(copy[i]).equals(wanted)) {
                copy[i] = change.apply(copy[i]);
                return List.of(copy);
            }
        }
        throw new IllegalArgumentException("there is no " + wanted + " in these books");
    }

    static <T> void requireDistinct(List<T> parts, Function<T, String> id, String what) {
        if (parts.size() < 2) {
            return;
        }
        if (parts.size() <= FEW) {
            for (int i = 1; i < parts.size(); i++) {
                for (int j = 0; j < i; j++) {
                    if (id.apply(parts.get(i)).equals(id.apply(parts.get(j)))) {
                        throw Checks.refused("two " + what + "s are called " + id.apply(parts.get(i)));
                    }
                }
            }
            return;
        }
        Set<String> seen = new HashSet<>(parts.size() * 2);
        for (T part : parts) {
            if (!seen.add(id.apply(part))) {
                throw Checks.refused("two " + what + "s are called " + id.apply(part));
            }
        }
    }

    static void requireCurrency(Currency expected, Money amount) {
        if (!amount.currency().equals(expected)) {
            throw Checks.refused(amount + " does not belong into books of " + expected.getCurrencyCode());
        }
    }
}
