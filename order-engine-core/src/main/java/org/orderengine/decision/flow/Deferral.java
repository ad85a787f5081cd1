package org.orderengine.decision.flow;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Draft;
import org.orderengine.event.Event;
import org.orderengine.machine.Step;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.Order;
import org.orderengine.model.Run;
import org.orderengine.policy.Limits;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Subject;

/** Keeps actions that arrive while an order is busy, until it comes to rest. */
@SuppressWarnings(
        "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be null.
public final class Deferral {

    private static final String ANY = "*";

    private Deferral() {}

    /** Whether an action is kept for later. An action that the order takes now without leaving a busy state is not. */
    static boolean keeps(
            CompiledProcess process, Order order, Action action, Step<String, String, Subject> asItStands) {
        boolean now = asItStands.accepted() && !StepFollower.leavesBusy(order, asItStands);
        return !now && isNamed(process, order, action.name());
    }

    private static boolean isNamed(CompiledProcess process, Order order, String action) {
        for (Run run : order.flow().runs()) {
            Collection<String> deferred = process.state(run.state()).defer();
            if (deferred.contains(action) || (deferred.contains(ANY) && process.takes(action))) {
                return true;
            }
        }
        return false;
    }

    /** Keeps an action, if there is room. */
    static Decision keep(Draft draft, Action action) {
        Order order = draft.order();
        Limits bounds = draft.policy().limits();
        if (order.flow().deferred().size() >= bounds.deferredActions()) {
            return Draft.refused(
                    Codes.DEFERRED_FULL,
                    "Order " + order.id() + " is " + order.position() + " and keeps " + bounds.deferredActions()
                            + " actions for later already; try " + action.name() + " again then");
        }
        Map<String, @Nullable Object> payload = action.payload().toMap();
        long characters = characters(payload);
        if (characters > bounds.deferredCharacters()) {
            return Draft.refused(
                    Codes.LIMIT_EXCEEDED,
                    "the payload of " + action.name() + " has " + characters + " characters; at most "
                            + bounds.deferredCharacters() + " are kept for later");
        }
        draft.apply(new Event.ActionDeferred(
                new DeferredAction(draft.revision(), draft.now(), action.name(), payload, action.by())));
        return draft.accepted();
    }

    /** The characters in the names and texts of a payload. */
    static long characters(@Nullable Object value) {
        long characters = 0;
        if (value instanceof String text) {
            characters = text.length();
        } else if (value instanceof Collection<?> list) {
            for (Object element : list) {
                characters += characters(element);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                characters += characters(entry.getKey()) + characters(entry.getValue());
            }
        }
        return characters;
    }

    /** A kept action, as it is tried. */
    public static Action action(String orderId, DeferredAction kept) {
        return new Action(orderId, kept.action(), Payload.of(kept.payload()), null, kept.by());
    }

    /** Whether the events of a commit say that an action is kept. */
    public static boolean isKept(List<Event> events) {
        return events.get(0) instanceof Event.ActionDeferred;
    }
}
