package org.orderengine.machine;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An action that runs in a microstep, and the deed that comes after it. */
final class ActionChain<C> {

    private final Consumer<? super C> action;
    private final int lane;
    private final int owner;
    private final String name;
    private final @Nullable ActionChain<C> next;

    private ActionChain(Part<C> part, int lane, @Nullable ActionChain<C> next) {
        this.action = part.action();
        this.lane = lane;
        this.owner = part.owner();
        this.name = part.name();
        this.next = next;
    }

    /**
     * An action and whose it is.
     *
     * @param owner the number of the state it belongs to, the root for the machine itself
     * @param name what it is called
     */
    record Part<C>(int owner, String name, Consumer<? super C> action) {}

    /** The first of several deeds; null if there are none. */
    static <C> @Nullable ActionChain<C> chain(List<Part<C>> parts, CallSiteNumbers lanes) {
        ActionChain<C> first = null;
        for (int index = parts.size() - 1; index >= 0; index--) {
            Part<C> part = parts.get(index);
            first = new ActionChain<>(part, lanes.of(part.action()), first);
        }
        return first;
    }

    void perform(C context) {
        CallSites.perform(lane, action, context);
    }

    /** The number of the state whose action it is, the root for the machine itself. */
    int owner() {
        return owner;
    }

    String name() {
        return name;
    }

    @Nullable
    ActionChain<C> next() {
        return next;
    }
}
