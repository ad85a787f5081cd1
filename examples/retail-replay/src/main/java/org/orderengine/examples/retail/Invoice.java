package org.orderengine.examples.retail;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rows that share an invoice number.
 *
 * @param id the invoice number
 * @param at when it was written: the earliest instant of its rows, a few of which are a minute late
 * @param rows its rows, as they stand in the file
 */
record Invoice(String id, Instant at, List<SalesRow> rows) {

    /** In the order of their dates; at the same instant, purchases before cancellations. */
    private static final Comparator<Invoice> BY_DATE =
            Comparator.comparing(Invoice::at).thenComparing(Invoice::isCancellation);

    Invoice {
        rows = List.copyOf(rows);
    }

    boolean isCancellation() {
        return rows.get(0).isCancellation();
    }

    /** The invoices that these rows make up, in the order of their dates. */
    static List<Invoice> of(List<SalesRow> rows) {
        Map<String, List<SalesRow>> byInvoice = new LinkedHashMap<>();
        for (SalesRow row : rows) {
            byInvoice.computeIfAbsent(row.invoice(), id -> new ArrayList<>()).add(row);
        }
        List<Invoice> invoices = new ArrayList<>();
        byInvoice.forEach((id, lines) -> {
            Instant first = lines.stream()
                    .map(SalesRow::at)
                    .min(Comparator.naturalOrder())
                    .orElseThrow();
            invoices.add(new Invoice(id, first, lines));
        });
        invoices.sort(BY_DATE);
        return invoices;
    }
}
