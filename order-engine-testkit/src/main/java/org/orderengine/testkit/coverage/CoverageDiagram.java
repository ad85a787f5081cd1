package org.orderengine.testkit.coverage;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTransition;
import org.orderengine.testkit.coverage.CoverageItem.Kind;

/**
 * Draws what was exercised as a Mermaid flowchart, in which lines can be styled one by one, as state diagrams cannot (syntax: <a
 * href="https://mermaid.js.org/syntax/flowchart.html">Mermaid's documentation</a>).
 */
final class CoverageDiagram {

    private final ProcessDefinition definition;
    private final List<CoverageItem> items;
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final StringBuilder out = new StringBuilder("flowchart TB\n");
    private final List<String> arrows = new ArrayList<>();
    private final List<Integer> missed = new ArrayList<>();
    private final List<Integer> partly = new ArrayList<>();

    CoverageDiagram(ProcessDefinition definition, List<CoverageItem> items) {
        this.definition = definition;
        this.items = items;
        number(definition.states());
    }

    String text() {
        nodes(definition.states(), "states", 1);
        arrows(definition.states(), "states");
        arrows.forEach(arrow -> line(1, arrow));
        line(1, "classDef exercised fill:#d7f4d7,stroke:#2a7d2a,color:#000");
        line(1, "classDef partly fill:#fff3c4,stroke:#a67c00,color:#000");
        line(1, "classDef missed fill:#fbdcdc,stroke:#b3261e,color:#000,stroke-dasharray:5 4");
        style(missed, "stroke:#b3261e,stroke-dasharray:5 4");
        style(partly, "stroke:#a67c00");
        return out.toString();
    }

    private void number(Map<String, ProcessState> states) {
        states.forEach((name, state) -> {
            ids.put(name, "s" + ids.size());
            number(state.states());
        });
    }

    private void nodes(Map<String, ProcessState> states, String around, int depth) {
        states.forEach((name, state) -> {
            String place = around + "." + name;
            String id = ids.getOrDefault(name, name);
            String style = style(place);
            if (!state.states().isEmpty()) {
                line(depth, "subgraph " + id + "[\"" + plain(name) + "\"]");
                nodes(state.states(), place + ".states", depth + 1);
                line(depth, "end");
                line(depth, "class " + id + " " + style);
            } else if (state.history() != null) {
                line(depth, id + "((\"" + (state.history() == ProcessState.History.DEEP ? "H*" : "H") + "\"))");
            } else {
                line(depth, id + "[\"" + label(name, place) + "\"]:::" + style);
            }
        });
    }

    private String label(String name, String place) {
        StringBuilder label = new StringBuilder(plain(name));
        items.stream()
                .filter(item -> item.kind() == Kind.OUTCOME && item.place().equals(place + ".run"))
                .filter(item -> !item.isExercised())
                .forEach(item -> label.append("<br/>never ").append(plain(item.what())));
        return label.toString();
    }

    private String style(String place) {
        if (isMissing(Kind.STATE, place)) {
            return "missed";
        }
        return isMissing(Kind.OUTCOME, place + ".run") ? "partly" : "exercised";
    }

    private boolean isMissing(Kind kind, String place) {
        return items.stream()
                .anyMatch(item -> item.kind() == kind && item.place().equals(place) && !item.isExercised());
    }

    private void arrows(Map<String, ProcessState> states, String around) {
        states.forEach((name, state) -> {
            String place = around + "." + name;
            state.on().forEach((action, ways) -> arrows(name, action, place + ".on." + action, ways));
            state.after()
                    .forEach((timer, after) -> arrows(name, timer, place + ".after." + timer, after.transitions()));
            arrows(name, "", place + ".always", state.always());
            arrows(name, "done", place + ".done", state.done());
            arrows(name, "declined", place + ".declined", state.declined());
            arrows(name, "failed", place + ".failed", state.failed());
            arrows(state.states(), place + ".states");
        });
    }

    private void arrows(String from, String cause, String list, List<ProcessTransition> ways) {
        for (int i = 0; i < ways.size(); i++) {
            ProcessTransition way = ways.get(i);
            String place = list + "[" + i + "]";
            List<String> words = new ArrayList<>();
            if (!cause.isEmpty()) {
                words.add(cause);
            }
            if (!way.when().isEmpty()) {
                words.add("[" + String.join(" and ", way.when()) + "]");
            }
            items.stream()
                    .filter(item -> item.kind() == Kind.GUARD && item.place().equals(place) && !item.isExercised())
                    .forEach(item -> words.add("never: " + item.what()));
            if (isMissing(Kind.TRANSITION, place)) {
                missed.add(arrows.size());
            } else if (isMissing(Kind.GUARD, place)) {
                partly.add(arrows.size());
            }
            String to = way.to() == null ? from : way.to();
            String label = words.isEmpty() ? "" : "|\"" + plain(String.join(" ", words)) + "\"|";
            arrows.add(ids.getOrDefault(from, from) + " -->" + label + " " + ids.getOrDefault(to, to));
        }
    }

    private void style(List<Integer> links, String style) {
        if (!links.isEmpty()) {
            line(
                    1,
                    "linkStyle "
                            + String.join(
                                    ",", links.stream().map(String::valueOf).toList())
                            + " " + style);
        }
    }

    private void line(int depth, String text) {
        out.append("    ".repeat(depth)).append(text).append('\n');
    }

    private static String plain(String text) {
        return text.replaceAll("[\"\\p{Cntrl}]", "'").replace("<", "#lt;").replace(">", "#gt;");
    }
}
