package org.orderengine.process;

/** Draws process definitions. */
public final class Diagrams {

    private Diagrams() {}

    /**
     * The definition as a Mermaid state diagram (syntax: <a href="https://mermaid.js.org/syntax/stateDiagram.html">Mermaid's
     * documentation</a>), which GitHub and many editors show as a picture. It names states, actions, guards, timers and
     * effects, and nothing of any order.
     *
     * <p>An arrow reads {@code cancel [nothing-left]}: the action and the guards that have to hold. {@code [else]} is taken when
     * the arrows of the same action before it are not; a timer reads {@code unpaid, after PT30M}; an arrow that says nothing
     * is taken by itself. What keeps the state is listed inside it.
     *
     * @return lines that end with a newline
     */
    public static String mermaid(ProcessDefinition definition) {
        return new MermaidDiagram(definition).text();
    }
}
