package org.orderengine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.decision.action.FactsRequest;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.flow.Decider;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Origin;
import org.orderengine.model.OwedEffect;
import org.orderengine.policy.DeadlinePolicy;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.policy.LatePayment;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.pricing.Pricing;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.pricing.quote.PriceCalculator;
import org.orderengine.pricing.quote.PricingFacts;
import org.orderengine.pricing.quote.QuoteRequest;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.spi.benefit.Member;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.pricing.TaxRates;

/**
 * An order that came to be by commands alone: nothing is stored, and no service is asked. Unless said otherwise it stands for two
 * lamps (line 1) at 10.00 and three cups (line 2) at 1.00, follows the process for physical goods, and all services say yes.
 *
 * <pre>{@code
 * anOrder().paid().when("cancel").thenOwes("inventory.release 2 of 1, 3 of 2", "payment.refund EUR 23.00 of p1");
 * }</pre>
 */
public final class Given {

    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");

    private static final PricingFacts FACTS = new PricingFacts(
            Map.of(
                    "LAMP", Product.of("LAMP", eur("10.00")),
                    "CUP", Product.of("CUP", eur("1.00")),
                    "PIN", Product.of("PIN", eur("0.10"))),
            TaxRates.NONE,
            List.of(),
            Member.NOBODY);

    private final Decider decider;
    private final CompiledProcess process;
    private final Order order;

    private Given(Decider decider, CompiledProcess process, Order order) {
        this.decider = decider;
        this.process = process;
        this.order = order;
    }

    /** An order of physical goods that is placed, its stock held. */
    public static Given anOrder() {
        return anOrder(StandardProcesses.physicalGoods(), ReservePolicy.ALL_OR_NOTHING);
    }

    /** An order that follows a process and is placed, under a policy for stock that is not there. */
    public static Given anOrder(ProcessDefinition definition, ReservePolicy reserving) {
        Decider decider = new Decider(policy(reserving));
        CompiledProcess process = CompiledProcess.compile(definition, BuiltIns.names(), null);
        PlaceOrder command =
                PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2).line("CUP", 3).build();
        QuoteRequest request = new QuoteRequest(
                Origin.UNKNOWN,
                List.of(new QuoteLine("1", "LAMP", 2, null), new QuoteLine("2", "CUP", 3, null)),
                List.of(),
                0,
                null,
                null,
                NOW);
        QuoteResult.Quoted quote =
                (QuoteResult.Quoted) new PriceCalculator(new Pricing(PricingPolicy.DEFAULT)).quote(request, FACTS);
        Decision.Accepted placed = (Decision.Accepted) decider.place(command, quote, process, NOW);
        return new Given(decider, process, placed.order());
    }

    private static DecisionPolicy policy(ReservePolicy reserving) {
        return new DecisionPolicy(
                EffectPolicy.DEFAULT,
                new PriceCalculator(new Pricing(PricingPolicy.DEFAULT)),
                ReversePolicy.DEFAULT,
                DepositPolicy.DEFAULT,
                DeadlinePolicy.DEFAULT,
                LatePayment.REFUND,
                reserving,
                new DecisionPolicy.Services(true, true, true, false),
                new DecisionPolicy.Deferral(20, 10_000));
    }

    /** An amount in the order's currency. */
    public static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    /** The order, as it stands. */
    public Order order() {
        return order;
    }

    /** Every service says yes to all that is owed, and to what comes of that. */
    public Given answered() {
        return answered(Map.of());
    }

    /** Services answer so, by the names of their effects, and all others say yes. */
    public Given answered(Map<String, EffectResult> results) {
        Order now = order;
        for (int rounds = 0; rounds < 20 && !now.flow().effects().isEmpty(); rounds++) {
            List<AnswerEffects.Answer> answers = new ArrayList<>();
            for (OwedEffect effect : now.flow().effects()) {
                EffectResult yes = EffectResult.done("tx-" + effect.subject());
                answers.add(new AnswerEffects.Answer(effect.id(), results.getOrDefault(effect.name(), yes)));
            }
            Decision decision = decider.answer(now, new AnswerEffects(now.id(), answers), process, NOW);
            if (!(decision instanceof Decision.Accepted accepted)) {
                break;
            }
            now = accepted.order();
        }
        return new Given(decider, process, now);
    }

    /** An action was taken, and its services have not answered yet. */
    public Given asked(String action, Object... payload) {
        return new Given(decider, process, when(action, payload).accepted().order());
    }

    /** An action was taken, and all services said yes. */
    public Given did(String action, Object... payload) {
        return asked(action, payload).answered();
    }

    /** The stock is held. */
    public Given placed() {
        return answered();
    }

    /** All that is outstanding is paid, by payment p1. */
    public Given paid() {
        return placed().did("pay");
    }

    /** It is paid, and everything left in parcel s1. */
    public Given shipped() {
        return paid().did("ship");
    }

    /** It is paid, and everything arrived. */
    public Given delivered() {
        return shipped().did("deliver");
    }

    /** It is cancelled, and everything undone. */
    public Given cancelled() {
        return placed().did("cancel");
    }

    /** What an action would do. */
    public Then when(String name, Object... payload) {
        Action.Builder action = Action.on(order.id(), name);
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < payload.length; i += 2) {
            values.put((String) payload[i], payload[i + 1]);
        }
        values.forEach(action::set);
        Action built = action.build();
        @Nullable
        PricingFacts facts = decider.factsFor(order, built).map(Given::facts).orElse(null);
        return new Then(order, decider.act(order, built, process, facts, NOW));
    }

    private static PricingFacts facts(FactsRequest request) {
        assertThat(FACTS.products().keySet()).containsAll(Set.copyOf(request.skus()));
        return FACTS;
    }
}
