package org.orderengine.diagram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes Graphviz' DOT. A state with others inside is a cluster. Arrows join nodes only, so each cluster has a node for them: the
 * point that it begins at, which is invisible where states are active at once.
 */
final class DotPen implements Pen {

    private static final String POINT = "[*]";

    private final Highlight highlight;
    private final StringBuilder out;
    private int depth = 1;

    DotPen(String title, Highlight highlight) {
        this.highlight = highlight;
        this.out = new StringBuilder("digraph " + quoted(title) + " {\n");
        line("compound=true;");
        line("fontname=\"sans-serif\";");
        line("node [shape=box, style=\"rounded,filled\", fillcolor=\"#ffffff\", fontname=\"sans-serif\"];");
        line("edge [fontname=\"sans-serif\", fontsize=10];");
        line(quoted(POINT) + " [shape=point, fillcolor=\"#000000\"];");
    }

    @Override
    public void start(@Nullable Shape within, Shape initial) {
        edge(within == null ? POINT : point(within), initial, List.of());
    }

    @Override
    public void plain(Shape shape) {
        List<String> attributes = new ArrayList<>();
        if (shape.isHistory()) {
            attributes.add("label=" + quoted(shape.historySign()));
            attributes.add("shape=circle");
        } else {
            List<String> lines = highlight.notes(shape);
            lines.add(0, shape.name());
            attributes.add("label=" + lines(lines));
        }
        if (shape.state().end()) {
            attributes.add("peripheries=2");
        }
        Mark mark = highlight.mark(shape);
        if (mark != Mark.NONE) {
            attributes.add("fillcolor=" + quoted(mark.fill()));
            attributes.add("color=" + quoted(mark.line()));
            attributes.add("penwidth=" + (mark == Mark.HERE ? 3 : 1));
        }
        line(quoted(shape.name()) + " [" + String.join(", ", attributes) + "];");
    }

    @Override
    public void open(Shape composite) {
        List<String> lines = highlight.notes(composite);
        lines.add(0, composite.name());
        Shape parent = composite.parent();
        boolean isRegion = parent != null && parent.state().parallel();
        line("subgraph " + quoted(cluster(composite)) + " {");
        depth++;
        line("label=" + lines(lines) + ";");
        line("style=" + (isRegion ? "dashed" : "rounded") + ";");
        line(quoted(point(composite)) + " [shape=point, "
                + (composite.state().parallel() ? "style=invis" : "fillcolor=\"#000000\"") + "];");
    }

    @Override
    public void divide() {
        // regions are drawn as clusters with dashed borders
    }

    @Override
    public void close() {
        depth--;
        line("}");
    }

    @Override
    public void arrow(Shape from, Shape to, Arrow arrow) {
        List<String> attributes = new ArrayList<>();
        if (!highlight.label(arrow).isEmpty()) {
            attributes.add("label=" + quoted(highlight.label(arrow)));
        }
        if (from.isComposite() && !to.outwards().contains(from)) {
            attributes.add("ltail=" + quoted(cluster(from)));
        }
        if (highlight.isTaken(arrow)) {
            attributes.add("color=" + quoted(Mark.PASSED.line()));
            attributes.add("fontcolor=" + quoted(Mark.PASSED.line()));
            attributes.add("penwidth=2");
        }
        edge(from.isComposite() ? point(from) : from.name(), to, attributes);
    }

    @Override
    public void end(Shape shape) {
        // a final state has a double border
    }

    @Override
    public String text() {
        return out + "}\n";
    }

    private void edge(String from, Shape to, List<String> attributes) {
        List<String> all = new ArrayList<>(attributes);
        if (to.isComposite() && !from.equals(point(to))) {
            all.add("lhead=" + quoted(cluster(to)));
        }
        line(quoted(from) + " -> " + quoted(to.isComposite() ? point(to) : to.name())
                + (all.isEmpty() ? ";" : " [" + String.join(", ", all) + "];"));
    }

    private static String point(Shape composite) {
        return POINT + " " + composite.name();
    }

    private static String cluster(Shape composite) {
        return "cluster " + composite.name();
    }

    private static String lines(List<String> lines) {
        return "\"" + String.join("\\n", lines.stream().map(DotPen::escaped).toList()) + "\"";
    }

    private static String quoted(String text) {
        return "\"" + escaped(text) + "\"";
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ");
    }

    private void line(String text) {
        out.append("    ".repeat(depth)).append(text).append('\n');
    }
}
