package org.orderengine.engine;

import java.util.List;
import org.orderengine.decision.draft.Decision;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;

/** What would become of a command if it were executed now. Nothing was stored, reserved or paid. */
public sealed interface Preview {

    /**
     * It would be taken.
     *
     * @param order the order as its commit would leave it, before any service has answered; as it stands where nothing would change
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

    /**
     * It would be refused.
     *
     * @param rejected how
     */
    record Refused(Outcome.Rejected rejected) implements Preview {}

    /** Whether it would be taken. */
    default boolean isAccepted() {
        return this instanceof WouldAccept;
    }
}
