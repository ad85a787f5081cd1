package org.orderengine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outside work that an order needs, apart from how far the work is.
 *
 * <p>An intent names the work and says what it is about. A process definition, or an entry in the books, asks for it. It
 * becomes an {@link OwedEffect} when a commit owes it.
 *
 * <pre>{@code
 * Intent.money("payment.capture", "p1", Money.of("EUR", "19.99"));
 * Intent.coupons("coupons.redeem", List.of("HELLO"));
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param name what is to be done, as process definitions name it: {@code payment.capture}, {@code inventory.reserve}, …
 * @param subject the payment, shipment or return that it is for; null where it is for none
 * @param amount the money that it moves; null where it moves none
 * @param lines the units that it is about; empty where it is about none
 * @param codes the coupons that it is about; empty where it is about none
 * @param points the number of points that it moves; 0 where it moves none
 * @param location the location of the units; null at a host that names no locations
 */
public record Intent(
        String name,
        @Nullable String subject,
        @Nullable Money amount,
        List<LineQuantity> lines,
        List<String> codes,
        long points,
        @Nullable String location) {

    public Intent {
        Checks.requireText(name, "name of effect");
        lines = List.copyOf(lines);
        codes = List.copyOf(codes);
    }

    /** Work that is about nothing but the order. */
    public static Intent named(String name) {
        return new Intent(name, null, null, List.of(), List.of(), 0, null);
    }

    /** Work on units where there is one location. */
    public static Intent units(String name, @Nullable String subject, List<LineQuantity> lines) {
        return units(name, subject, lines, null);
    }

    /** Work on units at a location. */
    public static Intent units(
            String name, @Nullable String subject, List<LineQuantity> lines, @Nullable String location) {
        return new Intent(name, subject, null, lines, List.of(), 0, location);
    }

    /** Work on the money of a payment. */
    public static Intent money(String name, String payment, Money amount) {
        return new Intent(name, payment, amount, List.of(), List.of(), 0, null);
    }

    /** Work on coupons. */
    public static Intent coupons(String name, List<String> codes) {
        return new Intent(name, null, null, List.of(), codes, 0, null);
    }

    /** Work on points. */
    public static Intent points(String name, long points) {
        return new Intent(name, null, null, List.of(), List.of(), points, null);
    }

    /** The same work on another amount. */
    public Intent of(Money newAmount) {
        return new Intent(name, subject, newAmount, lines, codes, points, location);
    }

    /** The same work under another name. */
    public Intent renamed(String newName) {
        return new Intent(newName, subject, amount, lines, codes, points, location);
    }
}
