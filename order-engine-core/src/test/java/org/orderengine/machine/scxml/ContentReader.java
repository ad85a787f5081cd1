package org.orderengine.machine.scxml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderengine.machine.definition.Content;

/** Reads executable content: raise, send, cancel and log. */
final class ContentReader {

    private static final Pattern DURATION = Pattern.compile("(\\d*\\.?\\d+)(ms|s|m|h|d)");
    private static final Set<String> OWN_PROCESSOR =
            Set.of("scxml", "http://www.w3.org/TR/scxml/#SCXMLEventProcessor", "http://www.w3.org/TR/scxml/");

    private final String file;

    ContentReader(String file) {
        this.file = file;
    }

    List<Content<String, ScxmlSession>> read(Element block) {
        List<Content<String, ScxmlSession>> contents = new ArrayList<>();
        for (Element element : block.children()) {
            switch (element.name()) {
                case "raise" -> contents.add(new Content.Raise<>(required(element, "event")));
                case "send" -> contents.add(send(element));
                case "cancel" -> {
                    String id = required(element, "sendid");
                    contents.add(new Content.Act<>("cancel " + id, session -> session.cancel(id)));
                }
                case "log" -> contents.add(new Content.Act<>("log", session -> {}));
                default -> throw unsupported(file, element);
            }
        }
        return contents;
    }

    private Content<String, ScxmlSession> send(Element element) {
        if (!element.children().isEmpty()) {
            throw unsupported(file, element.children().get(0));
        }
        String event = required(element, "event");
        String type = element.attribute("type").orElse("scxml");
        String target = element.attribute("target").orElse("");
        if (!OWN_PROCESSOR.contains(type) || !Set.of("", "#_internal").contains(target)) {
            throw new ScxmlException(
                    file,
                    element.line(),
                    "element <send> of type " + type + " to target '" + target + "' is not supported");
        }
        if (target.equals("#_internal")) {
            return new Content.Raise<>(event);
        }
        String id = element.attribute("id").orElse("");
        long delayMillis =
                element.attribute("delay").map(text -> millis(element, text)).orElse(0L);
        return new Content.Act<>("send " + event, session -> session.send(id, event, delayMillis));
    }

    private long millis(Element element, String text) {
        Matcher matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new ScxmlException(
                    file,
                    element.line(),
                    "element <send> has delay " + text + "; a delay is a number and ms, s, m, h or d");
        }
        long unit =
                switch (matcher.group(2)) {
                    case "ms" -> 1;
                    case "s" -> 1_000;
                    case "m" -> 60_000;
                    case "h" -> 3_600_000;
                    default -> 86_400_000;
                };
        return new BigDecimal(matcher.group(1))
                .multiply(BigDecimal.valueOf(unit))
                .longValue();
    }

    private String required(Element element, String attribute) {
        return element.attribute(attribute)
                .orElseThrow(() -> new ScxmlException(
                        file,
                        element.line(),
                        "element <" + element.name() + "> has no " + attribute
                                + ", and expressions are not supported"));
    }

    static ScxmlException unsupported(String file, Element element) {
        return new ScxmlException(file, element.line(), "element <" + element.name() + "> is not supported");
    }
}
