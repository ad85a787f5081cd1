package org.orderengine.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Outside work that an order needs, whoever waits for it and however far it is.
 *
 * @param name what is to be done, as process definitions name it: {@code payment.capture}, {@code inventory.reserve}, …
 * @param subject the payment, shipment or return that it is for, if it is for one
 * @param amount how much money it moves, if it moves money
 * @param lines the units that it is about, if it is about units
 * @param codes the coupons that it is about, if it is about coupons
 * @param points how many points it moves
 * @param location where the units are, at a host that names locations
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

    /** The same work under another name. */
    public Intent renamed(String newName) {
        return new Intent(newName, subject, amount, lines, codes, points, location);
    }
}
