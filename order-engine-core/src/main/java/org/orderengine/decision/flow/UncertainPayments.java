package org.orderengine.decision.flow;

import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Payments;
import org.orderengine.machine.Step;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.ProcessState;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Subject;
import org.orderengine.process.vocabulary.EffectKind;

/** Payments whose outcome is unknown. An order is not cancelled as unpaid while it has one. */
final class UncertainPayments {

    private UncertainPayments() {}

    /**
     * Whether a step would cancel an order while the outcome of a payment is unknown. That is so while a call is at the provider, after
     * its answer was lost, and while a person has to find out. A buyer who paid must not lose the order.
     */
    static boolean holdBack(Order order, Step<String, String, Subject> step, CompiledProcess process) {
        return order.flow().effects().stream().anyMatch(UncertainPayments::isUncertain) && takesBack(step, process);
    }

    /** Whether a step cancels an order: a state that it enters names the effect {@code reverse}. */
    static boolean takesBack(Step<String, String, Subject> step, CompiledProcess process) {
        for (String entered : step.entered()) {
            ProcessState state = process.state(entered);
            if (state.run().contains(EffectKind.REVERSE.word()) || state.entry().contains(EffectKind.REVERSE.word())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the buyer is waited for, who has to complete a payment at the provider. */
    static boolean isPending(OwedEffect effect) {
        return effect.status() == OwedEffect.Status.UNKNOWN
                && effect.problem() != null
                && effect.problem().code().equals(Codes.BUYER_PENDING);
    }

    private static boolean isUncertain(OwedEffect effect) {
        if (!Payments.isOfPayment(effect)) {
            return false;
        }
        return switch (effect.status()) {
            case UNKNOWN -> true;
            case OWED -> effect.attempts() == 0;
            case PARKED -> effect.problem() != null && effect.problem().code().equals(Codes.OUTCOME_UNKNOWN);
        };
    }
}
