package org.orderengine.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.Rule;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessPlaces;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.source.JsonSource.Place;
import org.orderengine.text.Suggestion;

/** Turns the rows of a table into a process definition, collecting findings instead of stopping at the first. */
final class TableReader {

    private static final String STATE = "state";
    private static final String ACTION = "action";
    private static final String GUARD = "guard";
    private static final String NEXT = "next state";
    private static final List<String> COLUMNS = List.of(STATE, ACTION, GUARD, NEXT);

    private static final String START = "(start)";
    private static final String FINAL = "(final)";
    private static final String STAYS = "(stays)";
    private static final String ELSE = "(else)";
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");

    /** A state that rows speak of: its ways out by action, and where it was said to be final, if it was. */
    private static final class Rows {
        private final Map<String, List<ProcessTransition>> on = new LinkedHashMap<>();
        private @Nullable Place end;
    }

    /** One row: what each column holds. */
    private record Row(Map<String, CsvText.Cell> cells, Place place) {
        CsvText.Cell cell(String column) {
            return cells.getOrDefault(column, new CsvText.Cell(place, ""));
        }

        String text(String column) {
            return cell(column).text();
        }
    }

    private final ProcessFindings findings;
    private final Map<String, Rows> states = new LinkedHashMap<>();
    private final Map<String, Place> targets = new LinkedHashMap<>();
    private final Map<String, Place> places = new HashMap<>();
    private String initial = "";
    private int transitions;

    TableReader(ProcessFindings findings) {
        this.findings = findings;
    }

    /** Reads the rows, the first of which names the columns. */
    void read(List<List<CsvText.Cell>> rows) {
        places.put(ProcessPlaces.ROOT, new Place(1, 1));
        List<String> columns = columns(rows.get(0));
        if (!columns.containsAll(List.of(STATE, ACTION, NEXT))) {
            return;
        }
        for (List<CsvText.Cell> cells : rows.subList(1, rows.size())) {
            Place place = cells.get(0).place();
            if (cells.size() != columns.size()) {
                refuse(
                        ProcessRule.NOT_CSV,
                        place,
                        "has " + cells.size() + " cells, and the header " + columns.size(),
                        "give each row as many cells as the header, empty ones where there is nothing to say");
                continue;
            }
            Map<String, CsvText.Cell> byColumn = new HashMap<>();
            for (int i = 0; i < cells.size(); i++) {
                byColumn.put(columns.get(i), cells.get(i));
            }
            if (cells.stream().allMatch(this::isShort)) {
                row(new Row(byColumn, place));
            }
        }
        Place last = rows.get(rows.size() - 1).get(0).place();
        if (rows.size() == 1) {
            refuse(ProcessRule.MISSING_KEY, last, "has no rows", "add a row for each action of each state");
        }
        addFinalStates();
        limit(last, states.size(), ProcessReader.MAX_STATES, "states");
        limit(last, transitions, ProcessReader.MAX_TRANSITIONS, "transitions");
    }

    /** What was read, once there is nothing wrong with it. */
    ProcessDefinition definition(String name, int version) {
        Map<String, ProcessState> built = new LinkedHashMap<>();
        states.forEach((state, rows) -> {
            boolean end = rows.on.isEmpty();
            built.put(
                    state,
                    new ProcessState(
                            null, false, end, null, List.of(), List.of(), List.of(), rows.on, Map.of(), List.of(),
                            List.of(), List.of(), List.of(), List.of(), Map.of()));
        });
        return new ProcessDefinition(name, version, initial, built, new ProcessPlaces(places), List.of());
    }

    void refuse(ProcessRule rule, Place place, String message, String remedy) {
        findings.add(rule, place + ", " + ProcessPlaces.ROOT, message, remedy);
    }

    private List<String> columns(List<CsvText.Cell> header) {
        List<String> columns = new ArrayList<>();
        for (CsvText.Cell cell : header) {
            String column = cell.text().toLowerCase(Locale.ROOT);
            if (columns.contains(column)) {
                refuse(ProcessRule.DUPLICATE_KEY, cell.place(), "\"" + column + "\" is there twice", "keep one");
            } else if (!COLUMNS.contains(column)) {
                boolean semicolons = header.size() == 1 && column.indexOf(';') >= 0;
                refuse(
                        ProcessRule.UNKNOWN_KEY,
                        cell.place(),
                        "\"" + ProcessFindings.cut(cell.text()) + "\" is no column"
                                + (semicolons ? "" : Suggestion.didYouMean(ProcessFindings.cut(column), COLUMNS)),
                        semicolons ? "separate the cells by commas" : "use " + COLUMNS);
            }
            columns.add(column);
        }
        for (String column : COLUMNS) {
            if (!columns.contains(column) && !column.equals(GUARD)) {
                refuse(
                        ProcessRule.MISSING_KEY,
                        header.get(0).place(),
                        "has no column \"" + column + "\"",
                        "name the columns " + COLUMNS + " in the first line; only \"guard\" may be missing");
            }
        }
        return columns;
    }

    private void row(Row row) {
        String state = row.text(STATE);
        String action = row.text(ACTION);
        if (state.isEmpty() && action.equals(START)) {
            start(row);
        } else if (state.isEmpty()) {
            refuse(ProcessRule.MISSING_KEY, row.cell(STATE).place(), "has no state", "name the state of the row");
        } else {
            places.putIfAbsent("states." + state, row.cell(STATE).place());
            Rows rows = states.computeIfAbsent(state, name -> new Rows());
            if (action.isEmpty() || action.equals(FINAL)) {
                end(row, rows);
            } else {
                way(row, state, action, rows);
            }
        }
    }

    private void start(Row row) {
        if (row.text(NEXT).isEmpty()) {
            refuse(
                    ProcessRule.MISSING_KEY,
                    row.cell(NEXT).place(),
                    START + " has no next state",
                    "name the state that the process begins in");
        } else if (!initial.isEmpty()) {
            refuse(
                    ProcessRule.DUPLICATE_KEY,
                    row.cell(ACTION).place(),
                    START + " is there twice",
                    "keep one of the two");
        } else {
            initial = row.text(NEXT);
            target(initial, row.cell(NEXT).place(), "initial");
        }
    }

    private void end(Row row, Rows rows) {
        Place place = row.cell(ACTION).place();
        if (!row.text(NEXT).isEmpty() || !row.text(GUARD).isEmpty()) {
            refuse(
                    ProcessRule.MISSING_KEY,
                    place,
                    "has no action",
                    "name the action that leads on, or leave the rest of the row empty, too");
            return;
        }
        rows.end = place;
        if (!rows.on.isEmpty()) {
            contradicts(place, row.text(STATE));
        }
    }

    private void way(Row row, String state, String action, Rows rows) {
        Place place = row.cell(ACTION).place();
        if (action.startsWith("(")) {
            refuse(
                    ProcessRule.WRONG_VALUE,
                    place,
                    "is \"" + ProcessFindings.cut(action) + "\", and a plain table knows actions only",
                    "write timers, effects and what happens by itself in JSON");
            return;
        }
        if (rows.end != null) {
            contradicts(rows.end, state);
        }
        List<ProcessTransition> ways = rows.on.computeIfAbsent(action, name -> new ArrayList<>());
        String list = "states." + state + ".on." + action;
        String path = list + "[" + ways.size() + "]";
        places.putIfAbsent(list, place);
        places.put(path, place);
        places.put(path + ".when", row.cell(GUARD).place());
        String next = row.text(NEXT);
        boolean stays = next.isEmpty() || next.equals(STAYS);
        if (!stays) {
            target(next, row.cell(NEXT).place(), path + ".to");
        }
        ways.add(new ProcessTransition(guards(row.text(GUARD)), stays ? null : next));
        transitions++;
    }

    private void contradicts(Place place, String state) {
        refuse(
                ProcessRule.CONFLICTING_KEYS,
                place,
                "\"" + ProcessFindings.cut(state) + "\" is final, and has actions",
                "leave this row out, or those with its actions");
    }

    private static List<String> guards(String text) {
        return text.isEmpty() || text.equals(ELSE) ? List.of() : List.of(AND.split(text));
    }

    private void target(String name, Place place, String path) {
        targets.putIfAbsent(name, place);
        places.put(path, place);
    }

    /** A state that only other rows lead to is final, unless it is more likely a misspelled one. */
    private void addFinalStates() {
        List<String> known = List.copyOf(states.keySet());
        targets.forEach((name, place) -> {
            if (!states.containsKey(name)) {
                String meant = findings.isFull() ? "" : Suggestion.didYouMean(name, known);
                if (!meant.isEmpty()) {
                    findings.add(new Finding(
                            Rule.UNKNOWN_TARGET.code(),
                            Rule.UNKNOWN_TARGET.severity(),
                            place + ", " + ProcessPlaces.ROOT,
                            "there is no row of state \"" + name + "\"" + meant,
                            "correct it, or give the final state \"" + name + "\" a row of its own"));
                }
                states.put(name, new Rows());
                places.putIfAbsent("states." + name, place);
            }
        });
    }

    private boolean isShort(CsvText.Cell cell) {
        if (cell.text().length() <= DefinitionSource.MAX_TEXT) {
            return true;
        }
        refuse(
                ProcessRule.LIMIT_EXCEEDED,
                cell.place(),
                "a text of " + cell.text().length() + " characters, \"" + ProcessFindings.cut(cell.text()) + "\"",
                "use at most " + DefinitionSource.MAX_TEXT);
        return false;
    }

    private void limit(Place place, int actual, int limit, String what) {
        if (actual > limit) {
            refuse(ProcessRule.LIMIT_EXCEEDED, place, "has " + actual + " " + what, "use at most " + limit);
        }
    }
}
