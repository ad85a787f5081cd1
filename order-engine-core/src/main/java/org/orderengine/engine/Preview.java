package org.orderengine.engine;

import java.util.List;
import org.orderengine.decision.draft.Decision;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;

/**
 * The outcome that a command would have if it were executed now: what would be accepted, or the refusal that it would get. Nothing was
 * stored, reserved or paid.
 *
 * <pre>{@code
 * if (engine.preview(Action.on("o-1", "cancel").build()) instanceof Preview.WouldAccept cancelled) {
 *     show(cancelled.order().totals(), cancelled.owed());
 * }
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 */
public sealed interface Preview permits Preview.WouldAccept, Outcome.Rejected {

    /**
     * The command would be taken.
     *
     * @param order the order as the commit would leave it, before any service has answered; as it stands, where nothing would change
     * @param owed the effects that the commit would owe
     */
    record WouldAccept(Order order, List<OwedEffect> owed) implements Preview {

        public WouldAccept {
            owed = List.copyOf(owed);
        }

        static WouldAccept of(Decision.Accepted accepted) {
            return new WouldAccept(
                    accepted.order(),
                    accepted.order().flow().effects().stream()
                            .filter(effect ->
                                    effect.id().revision() == accepted.order().revision())
                            .toList());
        }
    }

    /** Whether the command would be taken. */
    default boolean isAccepted() {
        return this instanceof WouldAccept;
    }
}
