package org.orderengine.process;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessPlaces;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.source.JsonSource.Place;

/**
 * The cells of a text in CSV as RFC 4180 has it: commas between cells, quotation marks around those that hold commas, line ends or
 * quotation marks, which are then doubled. Lines may end with LF alone, a byte order mark may come first, and blanks around
 * cells do not count.
 */
final class CsvText {

    /**
     * A cell and where it begins.
     *
     * @param place where, the quotation mark included
     * @param text what it holds, without blanks around it
     */
    record Cell(Place place, String text) {}

    private final String text;
    private final ProcessFindings findings;
    private final List<List<Cell>> rows = new ArrayList<>();
    private final StringBuilder value = new StringBuilder();
    private List<Cell> row = new ArrayList<>();
    private int at;
    private int line = 1;
    private int lineStart;

    private CsvText(String text, ProcessFindings findings) {
        this.text = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.findings = findings;
    }

    /** The rows that have something in them; what is not CSV is told to the findings. */
    static List<List<Cell>> rows(String text, ProcessFindings findings) {
        CsvText csv = new CsvText(text, findings);
        csv.read();
        return csv.rows;
    }

    private void read() {
        while (true) {
            cell();
            if (at == text.length()) {
                endRow();
                return;
            }
            char separator = text.charAt(at++);
            if (separator != ',') {
                if (separator == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                newLine();
                endRow();
            }
        }
    }

    private void cell() {
        value.setLength(0);
        while (at < text.length() && text.charAt(at) == ' ') {
            at++;
        }
        Place place = place();
        boolean isQuoted = at < text.length() && text.charAt(at) == '"';
        if (isQuoted) {
            quoted(place);
        }
        int from = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        String bare = text.substring(from, at);
        if (isQuoted && !bare.isBlank()) {
            refuse(place, "something follows a cell in quotation marks", "double the quotation marks inside it");
        } else if (bare.indexOf('"') >= 0) {
            refuse(
                    place,
                    "a quotation mark stands inside a cell",
                    "put the whole cell in quotation marks, and double those inside");
        }
        row.add(new Cell(place, value.append(bare).toString().strip()));
    }

    private void quoted(Place place) {
        at++;
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                if (at == text.length() || text.charAt(at) != '"') {
                    return;
                }
                at++;
            } else if (next == '\n') {
                newLine();
            }
            value.append(next);
        }
        refuse(place, "a cell in quotation marks does not end", "close it");
    }

    private void newLine() {
        line++;
        lineStart = at;
    }

    private void endRow() {
        if (row.stream().anyMatch(cell -> !cell.text().isEmpty())) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }

    private Place place() {
        return new Place(line, at - lineStart + 1);
    }

    private void refuse(Place place, String message, String remedy) {
        findings.add(ProcessRule.NOT_CSV, place + ", " + ProcessPlaces.ROOT, message, remedy);
    }
}
