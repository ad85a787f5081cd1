package org.orderengine.diagram;

import org.orderengine.process.ProcessDefinition;

/**
 * Draws process definitions as diagrams, and writes them as tables.
 *
 * <pre>{@code
 * String text = Diagrams.mermaid(StandardProcesses.physicalGoods());
 * String marked = Diagrams.dot(definition, Highlight.of(definition, engine.orders().timeline("o-1")));
 * }</pre>
 *
 * <p>How to read an arrow:
 *
 * <ul>
 *   <li>{@code cancel [nothing-left]} is an action with the guards that have to hold;
 *   <li>{@code cancel [else]} is taken when the arrows of the same action before it are not;
 *   <li>{@code unpaid, after PT30M} is a timer;
 *   <li>an arrow without text is taken by itself.
 * </ul>
 *
 * <p>A transition that keeps its state is listed inside the state. A {@link Highlight} colors the states where one order is and
 * has been, and marks the transitions that it took.
 *
 * <p>A definition with errors can be drawn, too. Every text ends with a line end. A diagram names states, actions, guards,
 * timers and effects, and nothing of an order but its path.
 *
 * <p>Safe for any number of threads.
 */
public final class Diagrams {

    private Diagrams() {}

    /**
     * The definition as a Mermaid state diagram (syntax: <a href="https://mermaid.js.org/syntax/stateDiagram.html">Mermaid's
     * documentation</a>), which GitHub and many editors show as a picture.
     */
    public static String mermaid(ProcessDefinition definition) {
        return mermaid(definition, Highlight.NONE);
    }

    /** As {@link #mermaid(ProcessDefinition)}; Mermaid's arrows have no colors, so {@code ✓} marks those that were taken. */
    public static String mermaid(ProcessDefinition definition, Highlight highlight) {
        return drawn(definition, new MermaidPen(highlight));
    }

    /**
     * The definition as a graph in DOT (syntax: <a href="https://graphviz.org/doc/info/lang.html">Graphviz' documentation</a>),
     * of which {@code dot -Tsvg} makes a picture. Final states have a double border.
     */
    public static String dot(ProcessDefinition definition) {
        return dot(definition, Highlight.NONE);
    }

    /** As {@link #dot(ProcessDefinition)}, with the path of an order. */
    public static String dot(ProcessDefinition definition, Highlight highlight) {
        return drawn(definition, new DotPen(definition.reference().toString(), highlight));
    }

    /**
     * The definition as a PlantUML state diagram (syntax: <a href="https://plantuml.com/state-diagram">PlantUML's
     * documentation</a>).
     */
    public static String plantUml(ProcessDefinition definition) {
        return plantUml(definition, Highlight.NONE);
    }

    /** As {@link #plantUml(ProcessDefinition)}, with the path of an order. */
    public static String plantUml(ProcessDefinition definition, Highlight highlight) {
        return drawn(definition, new PlantUmlPen(definition.reference().toString(), highlight));
    }

    /**
     * The definition as a table in Markdown: state, action, guard and next state of each transition, in document order.
     *
     * <p>What is in parentheses is no name: {@code (after PT30M: unpaid)} is a timer, {@code (always)}, {@code (done)}, {@code
     * (declined)} and {@code (failed)} are taken by themselves, {@code (start)} says where something begins that does not begin
     * with its first state, {@code (else)} is a guard, {@code (stays)} keeps the state. Where states hold others, a first column
     * says which one a state lies in.
     */
    public static String markdown(ProcessDefinition definition) {
        return markdown(definition, Highlight.NONE);
    }

    /**
     * As {@link #markdown(ProcessDefinition)}, with a last column for the way of an order: {@code here} where it is, {@code
     * passed} where it was, {@code taken} for the transitions that it took.
     */
    public static String markdown(ProcessDefinition definition, Highlight highlight) {
        return new TransitionTable(new Drawing(definition), highlight).markdown();
    }

    /**
     * The same table as CSV (RFC 4180: commas, quotation marks where needed, lines that end with CR LF), with the column names
     * {@code state}, {@code action}, {@code guard} and {@code next state}.
     */
    public static String csv(ProcessDefinition definition) {
        return csv(definition, Highlight.NONE);
    }

    /** As {@link #csv(ProcessDefinition)}, with a last column {@code order}. */
    public static String csv(ProcessDefinition definition, Highlight highlight) {
        return new TransitionTable(new Drawing(definition), highlight).csv();
    }

    private static String drawn(ProcessDefinition definition, Pen pen) {
        new Drawing(definition).draw(pen);
        return pen.text();
    }
}
