package org.orderengine.text;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180: commas, quotation marks where needed, lines that end with CR LF). */
public final class Csv {

    private Csv() {}

    /** A line of cells with its end. */
    public static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(String text) {
        return text.matches("[^\",\\r\\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
