package org.orderengine.testkit.scenario;

import org.orderengine.effect.EffectResult;

/** An answer that a scenario scripts for an effect of the host's own. */
enum EffectAnswer {
    DONE,
    DECLINED,
    FAILED,
    UNKNOWN;

    EffectResult result() {
        return switch (this) {
            case DONE -> EffectResult.done();
            case DECLINED -> new EffectResult.Declined("effect-declined", "the host says no (scripted)");
            case FAILED -> EffectResult.failed("scripted: it failed");
            case UNKNOWN -> EffectResult.unknown("scripted: the answer was lost");
        };
    }
}
