package org.orderengine.decision.child;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.orderengine.model.Books;
import org.orderengine.model.Child;
import org.orderengine.model.ChildKind;

/** The entries that payments, shipments and returns have in common: state, move, and codes of refusal. */
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

    /** The state of a payment, shipment or return. */
    public static String state(Books books, ChildKind kind, String id) {
        Child child = books.child(kind, id);
        if (child == null) {
            throw new IllegalArgumentException("there is no " + kind + " " + id);
        }
        return child.state();
    }

    /** The code of a refusal where there is no such payment, shipment or return. */
    public static String unknown(ChildKind kind) {
        return UNKNOWN.getOrDefault(kind, "");
    }

    /** The code of a refusal where its state does not allow an action. */
    public static String notThere(ChildKind kind) {
        return NOT_THERE.getOrDefault(kind, "");
    }
}
