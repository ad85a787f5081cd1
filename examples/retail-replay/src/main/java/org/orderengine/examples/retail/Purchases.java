package org.orderengine.examples.retail;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;

/** What customers bought, got, and did not give back yet. */
final class Purchases {

    /** Units of a line of a delivered order. */
    private static final class Purchase {
        private final String order;
        private final String line;
        private final Money price;
        private long kept;

        private Purchase(String order, String line, Money price, long kept) {
            this.order = order;
            this.line = line;
            this.price = price;
            this.kept = kept;
        }
    }

    /**
     * Units that come back.
     *
     * @param order the order that they were bought with
     * @param line the line of that order
     * @param quantity units
     */
    record Units(String order, String line, long quantity) {}

    private record Key(String customer, String sku) {}

    /** Per customer and product, latest first. */
    private final Map<Key, List<Purchase>> purchases = new HashMap<>();

    /** Notes what a customer got. What guests bought cannot be told from what others bought, and is not noted. */
    void add(SalesRow row, String line) {
        if (row.customer() != null) {
            purchases
                    .computeIfAbsent(new Key(row.customer(), row.sku()), key -> new ArrayList<>())
                    .add(0, new Purchase(row.invoice(), line, row.price(), row.quantity()));
        }
    }

    /**
     * Takes the units that a row of a cancellation gives back: first those that were bought at the row's price, then others,
     * each time the latest first.
     *
     * @return where the units were bought; empty, and nothing taken, if the customer does not have so many
     */
    List<Units> takeBack(SalesRow cancelled) {
        List<Purchase> bought = purchasesOf(cancelled.customer(), cancelled.sku());
        long wanted = -cancelled.quantity();
        if (bought.stream().mapToLong(purchase -> purchase.kept).sum() < wanted) {
            return List.of();
        }
        List<Purchase> candidates = new ArrayList<>(bought);
        candidates.sort(Comparator.comparing(purchase -> !purchase.price.equals(cancelled.price())));
        List<Units> taken = new ArrayList<>();
        for (Purchase purchase : candidates) {
            long units = Math.min(wanted, purchase.kept);
            if (units > 0) {
                purchase.kept -= units;
                wanted -= units;
                taken.add(new Units(purchase.order, purchase.line, units));
            }
        }
        return taken;
    }

    private List<Purchase> purchasesOf(@Nullable String customer, String sku) {
        return customer == null ? List.of() : purchases.getOrDefault(new Key(customer, sku), List.of());
    }
}
