package org.orderengine.decision.draft;

import java.util.function.Predicate;
import org.orderengine.model.Books;

/** Names for the parts of an order that no command names. */
public final class Names {

    private Names() {}

    /** A name for the next shipment. */
    public static String nextShipment(Books books) {
        return next("s", books.shipments().size(), taken -> books.shipment(taken) != null);
    }

    /** The next free one of {@code p1}, {@code p2}, … when {@code count} parts are there. */
    public static String next(String prefix, int count, Predicate<String> taken) {
        int number = count + 1;
        while (taken.test(prefix + number)) {
            number++;
        }
        return prefix + number;
    }
}
