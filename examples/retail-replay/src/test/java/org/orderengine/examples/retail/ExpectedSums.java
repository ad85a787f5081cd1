package org.orderengine.examples.retail;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What must come out for a file, worked out from its text in the plainest way. */
final class ExpectedSums {

    private static final Pattern FIELD = Pattern.compile("\"((?:[^\"]|\"\")*)\"|[^,\"]+");
    private static final int INVOICE = 0;
    private static final int SKU = 1;
    private static final int QUANTITY = 3;
    private static final int DATE = 4;
    private static final int PRICE = 5;
    private static final int CUSTOMER = 6;

    /** A row that is a sale, and how many of its units did not come back. */
    static final class Sale {
        private final String[] row;
        private long kept;

        private Sale(String[] row) {
            this.row = row;
            this.kept = Long.parseLong(row[QUANTITY]);
        }
    }

    final int rows;
    final Set<String> orders = new HashSet<>();
    final List<Sale> sales = new ArrayList<>();
    final Map<String, Integer> setAside = new TreeMap<>();
    int matched;
    int unmatched;
    BigDecimal refunded = BigDecimal.ZERO;

    private final Map<String, String> invoiceDates = new HashMap<>();

    private ExpectedSums(List<String[]> table) {
        rows = table.size();
        List<String[]> cancelled = new ArrayList<>();
        for (String[] row : table) {
            invoiceDates.merge(row[INVOICE], row[DATE], (one, other) -> one.compareTo(other) < 0 ? one : other);
            if (row[INVOICE].startsWith("C")) {
                cancelled.add(row);
            } else if (row[QUANTITY].startsWith("-")) {
                setAside.merge("negative-quantity", 1, Integer::sum);
            } else if (new BigDecimal(row[PRICE]).signum() == 0) {
                setAside.merge("no-price", 1, Integer::sum);
            } else {
                sales.add(new Sale(row));
                orders.add(row[INVOICE]);
            }
        }
        cancelled.sort(Comparator.comparing(this::date));
        cancelled.forEach(this::giveBack);
    }

    static ExpectedSums of(String text) {
        List<String[]> table = new ArrayList<>();
        text.lines().skip(1).forEach(line -> table.add(fields(line)));
        return new ExpectedSums(table);
    }

    BigDecimal gross() {
        return sales.stream()
                .map(sale -> new BigDecimal(sale.row[PRICE]).multiply(new BigDecimal(sale.row[QUANTITY])))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String date(String[] row) {
        return invoiceDates.getOrDefault(row[INVOICE], row[DATE]);
    }

    /** Of the same price before others, of a later purchase before an earlier one. */
    private void giveBack(String[] row) {
        long wanted = -Long.parseLong(row[QUANTITY]);
        List<Sale> bought = sales.stream()
                .filter(sale -> !row[CUSTOMER].equals("NA")
                        && sale.row[CUSTOMER].equals(row[CUSTOMER])
                        && sale.row[SKU].equals(row[SKU])
                        && date(sale.row).compareTo(date(row)) <= 0)
                .sorted(Comparator.<Sale, Boolean>comparing(sale -> !sale.row[PRICE].equals(row[PRICE]))
                        .thenComparing(sale -> date(sale.row), Comparator.reverseOrder()))
                .toList();
        if (bought.stream().mapToLong(sale -> sale.kept).sum() < wanted) {
            unmatched++;
            return;
        }
        matched++;
        for (Sale sale : bought) {
            long units = Math.min(wanted, sale.kept);
            wanted -= units;
            sale.kept -= units;
            refunded = refunded.add(new BigDecimal(sale.row[PRICE]).multiply(BigDecimal.valueOf(units)));
        }
    }

    private static String[] fields(String line) {
        List<String> fields = new ArrayList<>();
        Matcher matcher = FIELD.matcher(line);
        while (matcher.find()) {
            fields.add(matcher.group(1) == null ? matcher.group() : matcher.group(1));
        }
        if (fields.size() != 8) {
            throw new IllegalStateException("not eight fields: " + fields);
        }
        return fields.toArray(new String[0]);
    }
}
