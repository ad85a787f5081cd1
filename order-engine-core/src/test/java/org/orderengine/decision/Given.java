package org.orderengine.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.FireTimer;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.decision.action.FactsRequest;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.flow.Decider;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.EffectId;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Origin;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Timer;
import org.orderengine.policy.DeadlinePolicy;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.policy.LatePayment;
import org.orderengine.policy.Limits;
import org.orderengine.policy.MarginPolicy;
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
import org.orderengine.process.vocabulary.EffectKind.Service;
import org.orderengine.spi.benefit.Member;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.payment.Captures;
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

    private static final Map<String, Product> PRODUCTS = Map.of(
            "LAMP", Product.of("LAMP", eur("10.00")),
            "CUP", Product.of("CUP", eur("1.00")),
            "PIN", Product.of("PIN", eur("0.10")));

    private static final Set<Service> PLUGGED =
            Set.of(Service.INVENTORY, Service.PAYMENT, Service.BENEFIT, Service.LOGISTICS);

    /**
     * What the host has beside the order.
     *
     * @param decider by its policies
     * @param process what the order follows
     * @param products its catalog
     * @param now its clock
     */
    private record Shop(Decider decider, CompiledProcess process, Map<String, Product> products, Instant now) {

        private PricingFacts facts() {
            return new PricingFacts(products, TaxRates.NONE, List.of(), Member.NOBODY);
        }

        private PricingFacts facts(FactsRequest request) {
            assertThat(products.keySet()).containsAll(Set.copyOf(request.skus()));
            return facts();
        }
    }

    private final Shop shop;
    private final Order order;

    private Given(Shop shop, Order order) {
        this.shop = shop;
        this.order = order;
    }

    /** An order of physical goods that is placed, its stock held. */
    public static Given anOrder() {
        return anOrder(StandardProcesses.physicalGoods(), ReservePolicy.ALL_OR_NOTHING);
    }

    /** An order that follows a process and is placed, under a policy for stock that is not there. */
    public static Given anOrder(ProcessDefinition definition, ReservePolicy reserving) {
        return anOrder(definition, reserving, ReversePolicy.DEFAULT);
    }

    /** An order that follows a process and is placed, under policies for stock that is not there, and for taking back. */
    public static Given anOrder(ProcessDefinition definition, ReservePolicy reserving, ReversePolicy reversal) {
        CompiledProcess process = CompiledProcess.compile(definition, BuiltIns.names(), null);
        Shop shop = new Shop(new Decider(policy(reserving, reversal)), process, PRODUCTS, NOW);
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
        QuoteResult.Quoted quote = (QuoteResult.Quoted)
                new PriceCalculator(new Pricing(PricingPolicy.DEFAULT)).quote(request, shop.facts());
        return new Given(shop, ((Decision.Accepted) shop.decider().place(command, quote, process, NOW)).order());
    }

    private static DecisionPolicy policy(ReservePolicy reserving, ReversePolicy reversal) {
        return new DecisionPolicy(
                EffectPolicy.DEFAULT,
                new PriceCalculator(new Pricing(PricingPolicy.DEFAULT)),
                reversal,
                DepositPolicy.DEFAULT,
                DeadlinePolicy.DEFAULT,
                LatePayment.REFUND,
                reserving,
                new DecisionPolicy.Services(PLUGGED, false, Map.of(), method -> Captures.MANY),
                MarginPolicy.NONE,
                Limits.DEFAULT);
    }

    /** An amount in the order's currency. */
    public static Money eur(String amount) {
        return Money.of("EUR", amount);
    }

    /** The order, as it stands. */
    public Order order() {
        return order;
    }

    /** A product costs something else from now on. */
    public Given priced(String sku, String price) {
        Map<String, Product> products = new LinkedHashMap<>(shop.products());
        products.put(sku, Product.of(sku, eur(price)));
        return new Given(new Shop(shop.decider(), shop.process(), products, shop.now()), order);
    }

    /** Time has passed, and nothing else. */
    public Given after(Duration duration) {
        Instant later = shop.now().plus(duration);
        return new Given(new Shop(shop.decider(), shop.process(), shop.products(), later), order);
    }

    /** Every service says yes to all that is owed, and to what comes of that. */
    public Given answered() {
        return answered(Map.of());
    }

    /** Services answer so, by the names of their effects, and all others say yes. */
    public Given answered(Map<String, EffectResult> results) {
        Given now = this;
        for (int rounds = 0; rounds < 20 && !now.order.flow().effects().isEmpty(); rounds++) {
            Then then = now.whenAnswered(results);
            if (!(then.decision() instanceof Decision.Accepted)) {
                break;
            }
            now = new Given(shop, then.order());
        }
        return now;
    }

    /** A service answered so to all that it was asked by that name, and the others not yet. */
    public Given answered(String effect, EffectResult result) {
        return new Given(shop, whenAnswered(effect, result).order());
    }

    /** An action was taken, and its services have not answered yet. */
    public Given asked(String action, Object... payload) {
        return new Given(shop, when(action, payload).order());
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
        PricingFacts facts =
                shop.decider().factsFor(order, built).map(shop::facts).orElse(null);
        return new Then(order, shop.decider().act(order, built, shop.process(), facts, shop.now()));
    }

    /** What the timer of that name would do that runs. */
    public Then whenTimer(String name) {
        Timer timer = order.flow().timer(name);
        assertThat(timer).as(name).isNotNull();
        return whenTimer(name, Objects.requireNonNull(timer).epoch());
    }

    /** What a timer that was started in a revision would do. */
    public Then whenTimer(String name, long epoch) {
        FireTimer command = new FireTimer(order.id(), name, epoch);
        return new Then(order, shop.decider().fire(order, command, shop.process(), shop.now()));
    }

    /** What it would do if a service answered so to all that it was asked by that name. */
    public Then whenAnswered(String effect, EffectResult result) {
        return answer(order.flow().effects().stream()
                .filter(owed -> owed.name().equals(effect))
                .map(owed -> new AnswerEffects.Answer(owed.id(), result))
                .toList());
    }

    /** What it would do if a service answered so to work that is not owed, or not any more. */
    public Then whenAnswered(EffectId effect, EffectResult result) {
        return answer(List.of(new AnswerEffects.Answer(effect, result)));
    }

    private Then whenAnswered(Map<String, EffectResult> results) {
        return answer(order.flow().effects().stream()
                .map(owed -> new AnswerEffects.Answer(
                        owed.id(), results.getOrDefault(owed.name(), EffectResult.done("tx-" + owed.subject()))))
                .toList());
    }

    private Then answer(List<AnswerEffects.Answer> answers) {
        AnswerEffects command = new AnswerEffects(order.id(), answers);
        return new Then(order, shop.decider().answer(order, command, shop.process(), shop.now()));
    }

    /** What it would do if a person decided so about the effect of that name. */
    public Then whenResolved(String effect, Resolution resolution) {
        OwedEffect owed = order.flow().effects().stream()
                .filter(one -> one.name().equals(effect))
                .findFirst()
                .orElseThrow(() -> new AssertionError("the order owes no " + effect));
        ResolveEffect command = new ResolveEffect(order.id(), owed.id(), resolution, "kim", "bank statement", null);
        return new Then(order, shop.decider().resolve(order, command, shop.process(), shop.now()));
    }
}
