package org.orderengine.process;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes one definition in the syntax of Mermaid's state diagrams. */
final class MermaidDiagram {

    /** Words that Mermaid does not take for the name of a state. */
    private static final Set<String> RESERVED = Set.of(
            "note",
            "state",
            "as",
            "class",
            "classDef",
            "style",
            "click",
            "href",
            "scale",
            "default",
            "direction",
            "end",
            "fork",
            "join",
            "choice",
            "hide",
            "root",
            "accTitle",
            "accDescr");

    private static final String EDGE = "[*]";
    private static final String INDENT = "    ";

    private final ProcessDefinition definition;
    private final StringBuilder out = new StringBuilder("stateDiagram-v2\n");
    private final Map<String, String> ids = new HashMap<>();
    /** The states that a state lies in, outermost first. */
    private final Map<String, List<String>> enclosing = new HashMap<>();

    MermaidDiagram(ProcessDefinition definition) {
        this.definition = definition;
        index(definition.states(), List.of());
    }

    String text() {
        block(definition.states(), definition.initial(), false, List.of());
        return out.toString();
    }

    private void index(Map<String, ProcessState> states, List<String> within) {
        Set<String> taken = new HashSet<>(ids.values());
        states.forEach((name, state) -> {
            String id = name.replaceAll("[^A-Za-z0-9_]", "_");
            while (RESERVED.contains(id) || !taken.add(id)) {
                id += "_";
            }
            ids.put(name, id);
            enclosing.put(name, within);
        });
        states.forEach((name, state) -> index(state.states(), append(within, name)));
    }

    /** What lies directly within a state, or within none: its states, then the arrows that stay within it. */
    private void block(
            Map<String, ProcessState> states, @Nullable String initial, boolean parallel, List<String> within) {
        if (!parallel && initial != null && !initial.isEmpty()) {
            arrow(within, EDGE, id(initial), "");
        }
        boolean first = true;
        for (Map.Entry<String, ProcessState> entry : states.entrySet()) {
            if (parallel && !first) {
                line(within, "--");
            }
            first = false;
            state(entry.getKey(), entry.getValue(), within);
        }
        arrows(definition.states(), within);
        states.forEach((name, state) -> {
            if (state.end()) {
                arrow(within, id(name), EDGE, "");
            }
        });
    }

    private void state(String name, ProcessState state, List<String> within) {
        List<String> notes = notes(state);
        if (!state.states().isEmpty()) {
            notes.add(0, name);
            line(within, "state " + titled(name, String.join(", ", notes)) + " {");
            block(state.states(), state.initial(), state.parallel(), append(within, name));
            line(within, "}");
        } else if (state.history() != null) {
            line(
                    within,
                    "state \"" + (state.history() == ProcessState.History.DEEP ? "H*" : "H") + "\" as " + id(name));
        } else {
            if (!notes.isEmpty() || !id(name).equals(name)) {
                line(within, "state \"" + plain(name) + "\" as " + id(name));
            }
            notes.forEach(note -> line(within, id(name) + " : " + plain(note)));
        }
    }

    private String titled(String name, String title) {
        return title.equals(id(name)) ? title : "\"" + plain(title) + "\" as " + id(name);
    }

    private static List<String> notes(ProcessState state) {
        List<String> notes = new ArrayList<>();
        note(notes, "runs ", state.run());
        note(notes, "on entry ", state.entry());
        note(notes, "on exit ", state.exit());
        note(notes, "keeps for later ", state.defer());
        note(
                notes,
                "stays on ",
                Arrow.from(state).stream()
                        .filter(arrow -> arrow.to() == null)
                        .map(Arrow::label)
                        .toList());
        return notes;
    }

    private static void note(List<String> notes, String lead, List<String> names) {
        if (!names.isEmpty()) {
            notes.add(lead + names.stream().distinct().collect(Collectors.joining(", ")));
        }
    }

    /** The arrows, of all states however deep, whose ends both lie in {@code within} and in nothing smaller. */
    private void arrows(Map<String, ProcessState> states, List<String> within) {
        states.forEach((name, state) -> {
            for (Arrow arrow : Arrow.from(state)) {
                if (arrow.to() != null && common(name, arrow.to()).equals(within)) {
                    arrow(within, id(name), id(arrow.to()), arrow.label());
                }
            }
            arrows(state.states(), within);
        });
    }

    private List<String> common(String from, String to) {
        List<String> one = enclosing.getOrDefault(from, List.of());
        List<String> other = enclosing.getOrDefault(to, List.of());
        int depth = 0;
        while (depth < one.size() && depth < other.size() && one.get(depth).equals(other.get(depth))) {
            depth++;
        }
        return one.subList(0, depth);
    }

    private void arrow(List<String> within, String from, String to, String label) {
        line(within, from + " --> " + to + (label.isEmpty() ? "" : " : " + plain(label)));
    }

    private void line(List<String> within, String text) {
        out.append(INDENT.repeat(within.size() + 1)).append(text).append('\n');
    }

    private String id(String name) {
        return ids.getOrDefault(name, name);
    }

    private static String plain(String text) {
        return text.replaceAll("[\"\\p{Cntrl}]", "'");
    }

    private static List<String> append(List<String> names, String name) {
        List<String> longer = new ArrayList<>(names);
        longer.add(name);
        return List.copyOf(longer);
    }
}
