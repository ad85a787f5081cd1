package org.orderengine.diagram;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Writes PlantUML's state diagrams. */
final class PlantUmlPen implements Pen {

    private static final String EDGE = "[*]";

    /** Characters that PlantUML never takes for markup; {@code []} and {@code -} stand alone in what is written here. */
    private static final Pattern MARKUP = Pattern.compile("[^\\p{L}\\p{N} .,:()\\[\\]+-]");

    private final Highlight highlight;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    PlantUmlPen(String title, Highlight highlight) {
        this.highlight = highlight;
        line("@startuml");
        line("title " + plain(title));
        line("hide empty description");
    }

    @Override
    public void start(@Nullable Shape within, Shape initial) {
        line(EDGE + " --> " + initial.id());
    }

    @Override
    public void plain(Shape shape) {
        if (shape.isHistory()) {
            boolean deep = shape.historySign().length() > 1;
            line("state " + shape.id() + (deep ? " <<history*>>" : " <<history>>"));
            return;
        }
        Mark mark = highlight.mark(shape);
        String color = mark == Mark.NONE
                ? ""
                : " " + mark.fill() + ";line:" + mark.line().substring(1);
        line("state \"" + plain(shape.name()) + "\" as " + shape.id() + color
                + (mark == Mark.HERE ? ";line.bold" : ""));
        highlight.notes(shape).forEach(note -> line(shape.id() + " : " + plain(note)));
    }

    @Override
    public void open(Shape composite) {
        List<String> notes = highlight.notes(composite);
        notes.add(0, composite.name());
        line("state \""
                + String.join("\\n", notes.stream().map(PlantUmlPen::plain).toList()) + "\" as " + composite.id()
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
    public void arrow(Shape from, Shape to, Arrow arrow) {
        String line = highlight.isTaken(arrow) ? " -[" + Mark.PASSED.line() + ",bold]-> " : " --> ";
        line(from.id()
                + line
                + to.id()
                + (highlight.label(arrow).isEmpty() ? "" : " : " + plain(highlight.label(arrow))));
    }

    @Override
    public void end(Shape shape) {
        line(shape.id() + " --> " + EDGE);
    }

    @Override
    public String text() {
        return out + "@enduml\n";
    }

    private void line(String text) {
        out.append("    ".repeat(depth)).append(text).append('\n');
    }

    /** A text without markup: what might be some goes in by its number. */
    private static String plain(String text) {
        return MARKUP.matcher(text.replaceAll("\\p{Cntrl}", " ")).replaceAll(PlantUmlPen::numbered);
    }

    private static String numbered(MatchResult character) {
        return String.format("<U+%04X>", character.group().codePointAt(0));
    }
}
