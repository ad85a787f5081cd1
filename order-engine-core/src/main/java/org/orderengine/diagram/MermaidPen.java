package org.orderengine.diagram;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes Mermaid's state diagrams. */
final class MermaidPen implements Pen {

    private static final String EDGE = "[*]";

    private final Highlight highlight;
    private final StringBuilder out = new StringBuilder("stateDiagram-v2\n");
    private final Map<Mark, List<String>> marked = new EnumMap<>(Mark.class);
    private int depth = 1;

    MermaidPen(Highlight highlight) {
        this.highlight = highlight;
    }

    @Override
    public void start(@Nullable Shape within, Shape initial) {
        line(EDGE + " --> " + initial.id());
    }

    @Override
    public void open(Shape composite) {
        List<String> notes = highlight.notes(composite);
        notes.add(0, composite.name());
        String title = String.join(", ", notes);
        line("state "
                + (title.equals(composite.id()) ? title : "\"" + plain(title) + "\" as " + composite.id())
                + " {");
        depth++;
    }

    @Override
    public void divide() {
        line("--");
    }

    @Override
    public void close() {
        depth--;
        line("}");
    }

    @Override
    public void plain(Shape shape) {
        if (shape.isHistory()) {
            line("state \"" + shape.historySign() + "\" as " + shape.id());
            return;
        }
        List<String> notes = highlight.notes(shape);
        Mark mark = highlight.mark(shape);
        if (mark != Mark.NONE) {
            marked.computeIfAbsent(mark, key -> new ArrayList<>()).add(shape.id());
        }
        if (!notes.isEmpty() || !shape.id().equals(shape.name())) {
            line("state \"" + plain(shape.name()) + "\" as " + shape.id());
        }
        notes.forEach(note -> line(shape.id() + " : " + plain(note)));
    }

    @Override
    public void arrow(Shape from, Shape to, Arrow arrow) {
        String label = ((highlight.isTaken(arrow) ? "✓ " : "") + highlight.label(arrow)).strip();
        line(from.id() + " --> " + to.id() + (label.isEmpty() ? "" : " : " + plain(label)));
    }

    @Override
    public void end(Shape shape) {
        line(shape.id() + " --> " + EDGE);
    }

    @Override
    public String text() {
        marked.keySet()
                .forEach(mark -> line("classDef " + name(mark) + " fill:" + mark.fill() + ",stroke:" + mark.line()
                        + ",color:#111827" + (mark == Mark.HERE ? ",stroke-width:3px" : "")));
        marked.forEach((mark, ids) -> line("class " + String.join(",", ids) + " " + name(mark)));
        return out.toString();
    }

    private static String name(Mark mark) {
        return mark == Mark.HERE ? "isHere" : "wasHere";
    }

    private void line(String text) {
        out.append("    ".repeat(depth)).append(text).append('\n');
    }

    /** A text that ends nothing early: what has a meaning of its own goes in as Mermaid's codes of characters. */
    private static String plain(String text) {
        return text.replaceAll("[\"\\p{Cntrl}]", "'")
                .replace("#", "#35;")
                .replaceAll(";(?<!#35;)", "#59;")
                .replace("<", "#lt;")
                .replace(">", "#gt;");
    }
}
