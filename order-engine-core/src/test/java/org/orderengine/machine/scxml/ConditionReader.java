package org.orderengine.machine.scxml;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.orderengine.machine.definition.Guard;

/** Reads conditions made of {@code In('state')}, {@code true}, {@code false}, {@code !} or {@code not}, {@code &&}, {@code ||} and parentheses. */
final class ConditionReader {

    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:In\\s*\\(\\s*(?:'([^']*)'|\"([^\"]*)\")\\s*\\)|(true\\b|false\\b|not\\b|&&|\\|\\||!|\\(|\\)))");

    private final String text;
    private final List<String> tokens = new ArrayList<>();
    private int next;

    private ConditionReader(String text) {
        this.text = text;
        Matcher matcher = TOKEN.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            end = matcher.end();
            String state = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
            tokens.add(state != null ? "In " + state : matcher.group(3));
        }
        if (!text.substring(end).isBlank()) {
            throw unsupported();
        }
    }

    /**
     * Reads a condition.
     *
     * @throws IllegalArgumentException if it says more than this understands
     */
    static Guard<String, ScxmlSession> read(String text) {
        ConditionReader reader = new ConditionReader(text);
        Guard<String, ScxmlSession> guard = reader.anyOf();
        if (reader.next < reader.tokens.size()) {
            throw reader.unsupported();
        }
        return guard;
    }

    private Guard<String, ScxmlSession> anyOf() {
        List<Guard<String, ScxmlSession>> parts = new ArrayList<>(List.of(all()));
        while (take("||")) {
            parts.add(all());
        }
        return parts.size() == 1 ? parts.get(0) : new Guard.AnyOf<>(parts);
    }

    private Guard<String, ScxmlSession> all() {
        List<Guard<String, ScxmlSession>> parts = new ArrayList<>(List.of(one()));
        while (take("&&")) {
            parts.add(one());
        }
        return parts.size() == 1 ? parts.get(0) : new Guard.All<>(parts);
    }

    private Guard<String, ScxmlSession> one() {
        if (take("!") || take("not")) {
            return one().negated();
        }
        if (take("(")) {
            Guard<String, ScxmlSession> inner = anyOf();
            if (!take(")")) {
                throw unsupported();
            }
            return inner;
        }
        if (take("true")) {
            return new Guard.Always<>();
        }
        if (take("false")) {
            return new Guard.AnyOf<>(List.of());
        }
        if (next < tokens.size() && tokens.get(next).startsWith("In ")) {
            return Guard.in(tokens.get(next++).substring(3));
        }
        throw unsupported();
    }

    private boolean take(String token) {
        boolean found = next < tokens.size() && tokens.get(next).equals(token);
        next += found ? 1 : 0;
        return found;
    }

    private IllegalArgumentException unsupported() {
        return new IllegalArgumentException(
                "condition \"" + text + "\" is not supported; In('state'), true, false, !, &&, || and parentheses are");
    }
}
