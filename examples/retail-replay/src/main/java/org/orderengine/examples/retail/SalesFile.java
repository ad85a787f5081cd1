package org.orderengine.examples.retail;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * A retailer's file of invoice rows, as {@link RowReader} understands them.
 *
 * @param size how many rows it has, the header aside
 * @param invoices what can be sold or given back, in the order of dates
 * @param setAside the reason for each row that is neither
 */
record SalesFile(int size, List<Invoice> invoices, List<String> setAside) {

    SalesFile {
        invoices = List.copyOf(invoices);
        setAside = List.copyOf(setAside);
    }

    /**
     * Reads a file to its end, and into memory. Bytes that are no UTF-8 are taken for unknown characters.
     *
     * @throws UnusableInputException if it is no CSV file, or has not all the columns
     * @throws IOException if it cannot be read
     */
    static SalesFile read(InputStream source) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .allowExtraFields(true)
                .allowMissingFields(true)
                .detectBomHeader(true)
                .ofCsvRecord(source, StandardCharsets.UTF_8)) {
            Iterator<CsvRecord> all = records.iterator();
            if (!all.hasNext()) {
                throw new UnusableInputException("it is empty", null);
            }
            return read(RowReader.of(all.next()), all);
        } catch (CsvParseException malformed) {
            throw new UnusableInputException("it is no CSV file: " + malformed.getMessage(), malformed);
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }

    private static SalesFile read(RowReader reader, Iterator<CsvRecord> records) {
        List<SalesRow> rows = new ArrayList<>();
        List<String> setAside = new ArrayList<>();
        int number = 0;
        while (records.hasNext()) {
            try {
                rows.add(reader.row(++number, records.next()));
            } catch (SetAsideException noSale) {
                setAside.add(noSale.reason());
            }
        }
        return new SalesFile(number, Invoice.of(rows), setAside);
    }
}
