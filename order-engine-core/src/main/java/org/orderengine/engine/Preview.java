package org.orderengine.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.decision.draft.Decision;
import org.orderengine.event.Event;
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
            Set<String> ids = new HashSet<>();
            for (Event event : accepted.events()) {
                if (event instanceof Event.EffectOwed owed) {
                    ids.add(owed.effect().id());
                }
            }
            return new WouldAccept(
                    accepted.order(),
                    accepted.order().flow().effects().stream()
                            .filter(effect -> ids.contains(effect.id()))
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
