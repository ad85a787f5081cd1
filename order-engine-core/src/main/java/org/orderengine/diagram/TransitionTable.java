package org.orderengine.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.text.Csv;

/** Writes a definition as the table of its transitions. */
final class TransitionTable {

    private record Row(String inside, String state, String action, String guard, String next, String order) {}

    private final Highlight highlight;
    private final List<Row> rows = new ArrayList<>();
    private final boolean nested;
    private final boolean marked;

    TransitionTable(Drawing drawing, Highlight highlight) {
        this.highlight = highlight;
        this.nested = drawing.all().stream().anyMatch(Shape::isComposite);
        this.marked = !highlight.equals(Highlight.NONE);
        start(null, drawing.definition().initial(), drawing.top());
        for (Shape shape : drawing.all()) {
            add(shape);
            if (shape.isComposite() && !shape.state().parallel()) {
                start(shape, shape.state().initial(), shape.inside());
            }
        }
    }

    String markdown() {
        StringBuilder table = new StringBuilder(markdown(titles()));
        table.append("|").append("---|".repeat(titles().size())).append('\n');
        rows.forEach(row -> table.append(markdown(cells(row))));
        return table.toString();
    }

    String csv() {
        StringBuilder table = new StringBuilder(Csv.line(titles()));
        rows.forEach(row -> table.append(Csv.line(cells(row))));
        return table.toString();
    }

    private void add(Shape shape) {
        String inside = shape.parent() == null ? "" : shape.parent().name();
        if (shape.isHistory()) {
            String initial = shape.state().initial();
            if (initial == null && shape.parent() != null) {
                initial = shape.parent().state().initial();
            }
            boolean deep = shape.historySign().length() > 1;
            String next = initial == null ? "" : initial;
            rows.add(new Row(inside, shape.name(), deep ? "(deep history)" : "(history)", "", next, ""));
            return;
        }
        if (shape.arrows().isEmpty()) {
            rows.add(new Row(inside, shape.name(), shape.state().end() ? "(final)" : "", "", "", order(shape, null)));
        }
        for (Arrow arrow : shape.arrows()) {
            String guard = arrow.guards().isEmpty() && arrow.otherwise() ? "(else)" : arrow.condition();
            rows.add(new Row(
                    inside,
                    shape.name(),
                    action(arrow),
                    guard,
                    arrow.to() == null ? "(stays)" : arrow.to(),
                    order(shape, arrow)));
        }
    }

    /** Says what something begins with, unless that is its first state. */
    private void start(@Nullable Shape within, @Nullable String initial, List<Shape> inside) {
        String first = inside.stream()
                .filter(shape -> !shape.isHistory())
                .map(Shape::name)
                .findFirst()
                .orElse("");
        if (initial != null && !initial.equals(first)) {
            rows.add(new Row(within == null ? "" : within.name(), "", "(start)", "", initial, ""));
        }
    }

    private static String action(Arrow arrow) {
        return switch (arrow.cause()) {
            case ACTION -> arrow.name();
            case TIMER -> "(" + arrow.when() + ": " + arrow.name() + ")";
            case ALWAYS, DONE, DECLINED, FAILED -> "(" + arrow.name() + ")";
        };
    }

    private String order(Shape shape, @Nullable Arrow arrow) {
        Mark mark = highlight.mark(shape);
        List<String> said = new ArrayList<>();
        if (mark != Mark.NONE) {
            said.add(mark == Mark.HERE ? "here" : "passed");
        }
        if (arrow != null && highlight.isTaken(arrow)) {
            said.add("taken");
        }
        return String.join(", ", said);
    }

    private List<String> titles() {
        return cells(new Row("inside", "state", "action", "guard", "next state", "order"));
    }

    private List<String> cells(Row row) {
        List<String> cells = new ArrayList<>(List.of(row.state, row.action, row.guard, row.next));
        if (nested) {
            cells.add(0, row.inside);
        }
        if (marked) {
            cells.add(row.order);
        }
        return cells;
    }

    private static String markdown(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.isEmpty() ? " |" : " " + plain(cell) + " |")
                .collect(Collectors.joining("", "|", "\n"));
    }

    private static String plain(String cell) {
        return cell.replaceAll("\\p{Cntrl}", " ").replaceAll("([\\\\`*_<>|\\[\\]#~])", "\\\\$1");
    }
}
