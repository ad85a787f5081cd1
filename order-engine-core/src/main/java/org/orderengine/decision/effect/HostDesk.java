package org.orderengine.decision.effect;

import java.util.List;
import org.orderengine.effect.Effect;
import org.orderengine.process.vocabulary.EffectKind;

/** The effects that the host registered under names of its own. They enter nothing into the books. */
final class HostDesk implements Desk {

    @Override
    public List<Duty> duties() {
        return List.of(Duty.of(EffectKind.HOST, (order, effect) -> new Effect.HostEffect(effect.name())));
    }
}
