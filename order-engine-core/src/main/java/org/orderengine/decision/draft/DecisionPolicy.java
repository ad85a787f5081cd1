package org.orderengine.decision.draft;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.orderengine.model.OwedEffect;
import org.orderengine.policy.DeadlinePolicy;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.policy.LatePayment;
import org.orderengine.policy.Limits;
import org.orderengine.policy.MarginPolicy;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.pricing.quote.PriceCalculator;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.spi.payment.Captures;
import org.orderengine.spi.rule.LostAnswer;

/**
 * The policies of a shop, chosen once for all its orders.
 *
 * <p>More than seven components: there is one for each policy that a shop chooses.
 *
 * @param effects how often and how long services are asked
 * @param pricing how orders are priced
 * @param reversal how orders are taken back
 * @param deposits what counts as a deposit, and what becomes of it
 * @param deadlines how far the deadlines of one order may be from what its process says
 * @param latePayment what becomes of money for an order that has lapsed
 * @param reserving what is to become of units that are not there
 * @param services which services the host plugged in: what is not there is not owed
 * @param margin how much more than is owed a payment promises while goods are still to be weighed
 * @param limits how large orders may grow, and how much one keeps while it is busy
 */
public record DecisionPolicy(
        EffectPolicy effects,
        PriceCalculator pricing,
        ReversePolicy reversal,
        DepositPolicy deposits,
        DeadlinePolicy deadlines,
        LatePayment latePayment,
        ReservePolicy reserving,
        Services services,
        MarginPolicy margin,
        Limits limits) {

    /** The effect by which stock is held where a definition leaves the policy to the shop. */
    public EffectKind reserve() {
        return EffectKind.reserving(reserving);
    }

    /**
     * Which services the host plugged in.
     *
     * @param plugged each of them
     * @param locations whether the stock is at several locations, each with a name
     * @param lost what becomes of the host's own effects where it is not known whether they were done
     * @param captures how often a promise can be captured, by the method of payment
     */
    public record Services(
            Set<EffectKind.Service> plugged,
            boolean locations,
            Map<String, LostAnswer> lost,
            Function<String, Captures> captures) {

        public Services {
            plugged = Set.copyOf(plugged);
            lost = Map.copyOf(lost);
        }

        /** What becomes of an effect where it is not known whether it was done: money is asked for (P4). */
        public LostAnswer whenLost(OwedEffect effect) {
            return EffectKind.of(effect).service() == EffectKind.Service.PAYMENT
                    ? LostAnswer.ASK
                    : lost.getOrDefault(effect.name(), LostAnswer.CALL_AGAIN);
        }

        /** Whether the host plugged one in. */
        public boolean has(EffectKind.Service service) {
            return plugged.contains(service);
        }
    }
}
