package org.orderengine.machine.scxml;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.orderengine.machine.definition.Content;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineBuilder;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.StateKind;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.Trigger;

/**
 * Reads SCXML without a data model into machine definitions.
 *
 * <p>Whatever would need a data model, another session or a platform is refused with its file, line and element.
 */
final class ScxmlReader {

    private final String file;
    private final ContentReader contents;
    private int withoutId;

    private ScxmlReader(String file) {
        this.file = file;
        this.contents = new ContentReader(file);
    }

    /**
     * Reads a file.
     *
     * @throws ScxmlException if it is not understood
     */
    static MachineDefinition<String, String, ScxmlSession> read(Path path) throws IOException {
        return new ScxmlReader(path.getFileName().toString()).machine(ElementReader.read(path));
    }

    private MachineDefinition<String, String, ScxmlSession> machine(Element root) {
        if (!root.name().equals("scxml")) {
            throw unsupported(root);
        }
        MachineBuilder<String, String, ScxmlSession> builder = MachineDefinition.<String, String, ScxmlSession>named(
                        root.attribute("name").orElse(file))
                .initial(root.words("initial").toArray(String[]::new));
        for (Element child : root.children()) {
            switch (child.name()) {
                case "state", "parallel", "final", "history" -> builder.state(state(child));
                case "initial" -> readInitial(child, builder);
                case "datamodel" -> requireEmpty(child);
                default -> throw unsupported(child);
            }
        }
        return builder.build();
    }

    private void readInitial(Element initial, MachineBuilder<String, String, ScxmlSession> builder) {
        for (Element transition : initial.children()) {
            builder.initial(transition.words("target").toArray(String[]::new));
            contents.read(transition).forEach(builder::initialDoes);
        }
    }

    private StateDefinition<String, String, ScxmlSession> state(Element element) {
        String id = id(element);
        List<StateDefinition<String, String, ScxmlSession>> states = new ArrayList<>();
        List<Transition<String, String, ScxmlSession>> transitions = new ArrayList<>();
        List<Content<String, ScxmlSession>> entry = new ArrayList<>();
        List<Content<String, ScxmlSession>> exit = new ArrayList<>();
        List<String> initial = new ArrayList<>(element.words("initial"));
        List<Content<String, ScxmlSession>> initialContent = new ArrayList<>();
        boolean isHistory = element.name().equals("history");
        for (Element child : element.children()) {
            switch (child.name()) {
                case "state", "parallel", "final", "history" -> states.add(state(child));
                case "onentry" -> entry.addAll(contents.read(child));
                case "onexit" -> exit.addAll(contents.read(child));
                case "transition" -> {
                    if (isHistory) {
                        initial.addAll(child.words("target"));
                        initialContent.addAll(contents.read(child));
                    } else {
                        transitions.add(transition(id, child));
                    }
                }
                case "initial" ->
                    child.children().forEach(transition -> {
                        initial.addAll(transition.words("target"));
                        initialContent.addAll(contents.read(transition));
                    });
                case "datamodel" -> requireEmpty(child);
                case "donedata" -> {
                    // Only a data model could read it.
                }
                default -> throw unsupported(child);
            }
        }
        return new StateDefinition<>(
                id, kind(element, states), initial, initialContent, entry, exit, transitions, states);
    }

    private StateKind kind(Element element, List<StateDefinition<String, String, ScxmlSession>> states) {
        return switch (element.name()) {
            case "parallel" -> StateKind.PARALLEL;
            case "final" -> StateKind.FINAL;
            case "history" ->
                "deep".equals(element.attributes().get("type")) ? StateKind.DEEP_HISTORY : StateKind.SHALLOW_HISTORY;
            default -> states.isEmpty() ? StateKind.ATOMIC : StateKind.COMPOUND;
        };
    }

    private Transition<String, String, ScxmlSession> transition(String source, Element element) {
        List<Trigger<String, String>> triggers =
                element.words("event").stream().map(Trigger::<String, String>on).toList();
        boolean internal = "internal".equals(element.attributes().get("type"));
        return new Transition<>(
                source, triggers, guard(element), element.words("target"), internal, contents.read(element), "", false);
    }

    private Guard<String, ScxmlSession> guard(Element element) {
        Optional<String> condition = element.attribute("cond");
        if (condition.isEmpty()) {
            return new Guard.Always<>();
        }
        try {
            return ConditionReader.read(condition.get());
        } catch (IllegalArgumentException e) {
            throw new ScxmlException(file, element.line(), "element <transition>: " + e.getMessage());
        }
    }

    private String id(Element element) {
        return element.attribute("id").orElseGet(() -> element.name() + "-without-id-" + ++withoutId);
    }

    private void requireEmpty(Element element) {
        element.children().stream().findFirst().ifPresent(child -> {
            throw unsupported(child);
        });
    }

    private ScxmlException unsupported(Element element) {
        return ContentReader.unsupported(file, element);
    }
}
