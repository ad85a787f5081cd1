package org.orderengine.decision.child;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.orderengine.model.Books;
import org.orderengine.model.Child;
import org.orderengine.model.ChildKind;

/** What the books have of payments, shipments and returns alike. */
public final class ChildBooks {

    private static final Map<ChildKind, String> UNKNOWN = new EnumMap<>(ChildKind.class);
    private static final Map<ChildKind, String> NOT_THERE = new EnumMap<>(ChildKind.class);

    static {
        for (ChildKind kind : ChildKind.values()) {
            UNKNOWN.put(kind, "unknown-" + kind);
            NOT_THERE.put(kind, kind + "-state");
        }
    }

    private ChildBooks() {}

    public static List<String> ids(Books books, ChildKind kind) {
        return books.children(kind).stream().map(Child::id).toList();
    }

    /** The state that one of them is in. */
    public static String state(Books books, ChildKind kind, String id) {
        Child child = books.child(kind, id);
        if (child == null) {
            throw new IllegalArgumentException("there is no " + kind + " " + id);
        }
        return child.state();
    }

    /** The code for one that there is not. */
    public static String unknown(ChildKind kind) {
        return UNKNOWN.getOrDefault(kind, "");
    }

    /** The code for one that is where something is not possible. */
    public static String notThere(ChildKind kind) {
        return NOT_THERE.getOrDefault(kind, "");
    }
}
