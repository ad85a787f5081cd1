package org.orderengine.command.action;

import java.util.List;

/** The action {@code annotate}: the host's own data on the order changes; taken in every state, final ones too, and named by no definition. For one thread. */
public final class Annotate extends ActionBuilder<Annotate> {

    private Annotate(String orderId) {
        super(orderId, "annotate");
    }

    /** The action on an order, to be completed. */
    public static Annotate on(String orderId) {
        return new Annotate(orderId);
    }

    /** The words that the order has then; without it those that it has. */
    public Annotate tags(List<String> words) {
        return set("tags", List.copyOf(words));
    }

    /** Removes all tags. */
    public Annotate withoutTags() {
        return set("tags", null);
    }
}
