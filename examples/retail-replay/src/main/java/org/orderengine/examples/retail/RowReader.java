package org.orderengine.examples.retail;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;

/**
 * Reads the rows of a CSV file whose header names the columns {@code InvoiceNo}, {@code StockCode}, {@code Quantity}, {@code
 * InvoiceDate}, {@code UnitPrice} (pounds), {@code CustomerID} and {@code Country}, in any order and among others.
 */
final class RowReader {

    static final Currency POUNDS = Currency.getInstance("GBP");

    private static final String NOT_AVAILABLE = "NA";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

    private final int invoice;
    private final int sku;
    private final int quantity;
    private final int date;
    private final int price;
    private final int customer;
    private final int country;

    private RowReader(List<String> header) {
        invoice = column(header, "InvoiceNo");
        sku = column(header, "StockCode");
        quantity = column(header, "Quantity");
        date = column(header, "InvoiceDate");
        price = column(header, "UnitPrice");
        customer = column(header, "CustomerID");
        country = column(header, "Country");
    }

    /**
     * Reads rows below this header.
     *
     * @throws UnusableInputException if a column is missing
     */
    static RowReader of(CsvRecord header) {
        return new RowReader(header.getFields());
    }

    private static int column(List<String> header, String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            throw new UnusableInputException(
                    "it has no column " + name + "; those it has are " + printable(header.toString()), null);
        }
        return column;
    }

    /** The beginning of a text that may be anything: whatever was given as a file may not even be text. */
    private static String printable(String text) {
        return text.substring(0, Math.min(text.length(), 200)).replaceAll("[^\\x20-\\x7e]", "?");
    }

    /**
     * The sale or cancellation that a record holds.
     *
     * @param number the row's place in the file, from 1
     * @throws SetAsideException if it holds neither
     */
    SalesRow row(int number, CsvRecord record) throws SetAsideException {
        SalesRow row = new SalesRow(
                number,
                required(record, invoice, "no-invoice-number"),
                required(record, sku, "no-product"),
                quantity(required(record, quantity, "no-quantity")),
                instant(required(record, date, "no-date")),
                price(required(record, price, "no-price")),
                optional(record, customer),
                optional(record, country));
        if (row.quantity() == 0) {
            throw new SetAsideException("no-quantity");
        }
        if (row.isCancellation()) {
            if (row.quantity() > 0) {
                throw new SetAsideException("cancellation-of-nothing");
            }
        } else if (row.quantity() < 0) {
            throw new SetAsideException("negative-quantity");
        } else if (row.price().isNegative()) {
            throw new SetAsideException("negative-price");
        } else if (row.price().isZero()) {
            throw new SetAsideException("no-price");
        }
        return row;
    }

    private static String required(CsvRecord record, int column, String reason) throws SetAsideException {
        String value = optional(record, column);
        if (value == null) {
            throw new SetAsideException(reason);
        }
        return value;
    }

    private static @Nullable String optional(CsvRecord record, int column) {
        String value = column < record.getFieldCount() ? record.getField(column).strip() : "";
        return value.isEmpty() || value.equals(NOT_AVAILABLE) ? null : value;
    }

    private static long quantity(String text) throws SetAsideException {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException notWhole) {
            throw new SetAsideException("unreadable-quantity");
        }
    }

    private static Instant instant(String text) throws SetAsideException {
        try {
            return LocalDateTime.parse(text, DATE).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException otherFormat) {
            throw new SetAsideException("unreadable-date");
        }
    }

    /** A fraction of a penny cannot be charged, and rounding it would change what the file says was paid. */
    private static Money price(String text) throws SetAsideException {
        try {
            BigDecimal price = new BigDecimal(text).stripTrailingZeros();
            if (price.scale() > POUNDS.getDefaultFractionDigits()) {
                throw new SetAsideException("price-finer-than-a-penny");
            }
            return Money.ofMinor(
                    POUNDS,
                    price.movePointRight(POUNDS.getDefaultFractionDigits()).longValueExact());
        } catch (NumberFormatException notDecimal) {
            throw new SetAsideException("unreadable-price");
        } catch (ArithmeticException tooLarge) {
            throw new SetAsideException("price-too-large");
        }
    }
}
