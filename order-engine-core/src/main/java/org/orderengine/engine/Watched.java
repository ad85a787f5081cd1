package org.orderengine.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.orderengine.dispatch.Listeners;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Money;
import org.orderengine.policy.CouponPolicy;
import org.orderengine.policy.RefundPolicy;
import org.orderengine.policy.ReturnPolicy;
import org.orderengine.policy.ReturnRequest;
import org.orderengine.policy.ReturnRule;
import org.orderengine.policy.ReversePolicy;
import org.orderengine.pricing.Pricing;
import org.orderengine.pricing.PricingRules;
import org.orderengine.process.ChildProcesses;
import org.orderengine.process.compiled.BoundProcess;
import org.orderengine.spi.pricing.ChargeRule;
import org.orderengine.spi.pricing.OfferRule;
import org.orderengine.spi.pricing.PricingContext;
import org.orderengine.spi.pricing.PricingRule;
import org.orderengine.spi.rule.ChildGuard;
import org.orderengine.spi.rule.Guard;
import org.orderengine.spi.rule.GuardContext;
import org.orderengine.spi.rule.InstantRule;

/**
 * The host's functions that decisions depend on, as the engine asks them: what one throws is written down with its cause, and thrown on.
 * Decisions themselves know no logger.
 */
final class Watched {

    private final Listeners listeners;

    Watched(Listeners listeners) {
        this.listeners = listeners;
    }

    @SuppressWarnings("CatchThrowable") // whatever host code throws is evidence, and is thrown on
    private <T> T ask(String what, @Nullable String orderId, Supplier<T> function) {
        try {
            return function.get();
        } catch (Throwable thrown) {
            listeners.threw(what, orderId, thrown);
            throw thrown;
        }
    }

    Map<String, Guard> guards(Map<String, Guard> guards) {
        Map<String, Guard> watched = new LinkedHashMap<>();
        guards.forEach((name, guard) -> {
            String what = "guard \"" + name + "\"";
            watched.put(name, context -> guarded(what, context, () -> guard.refusal(context)));
        });
        return watched;
    }

    /** While the payload is not known, a guard that reads it may throw, and counts as a yes: that is no evidence of a fault. */
    private <T> T guarded(String what, GuardContext context, Supplier<T> guard) {
        return context.isPayloadKnown() ? ask(what, context.order().id(), guard) : guard.get();
    }

    Map<String, InstantRule> rules(Map<String, InstantRule> rules) {
        Map<String, InstantRule> watched = new LinkedHashMap<>();
        rules.forEach((name, rule) -> {
            String what = "rule \"" + name + "\"";
            watched.put(name, (order, now) -> ask(what, order.id(), () -> rule.dueAt(order, now)));
        });
        return watched;
    }

    BoundProcess process(BoundProcess process) {
        ChildProcesses children = process.children();
        for (Map.Entry<String, ChildGuard> guard : children.guards().entrySet()) {
            ChildGuard asked = guard.getValue();
            String what = "guard \"" + guard.getKey() + "\"";
            children = children.guard(
                    guard.getKey(), (context, child) -> guarded(what, context, () -> asked.refusal(context, child)));
        }
        return new BoundProcess(process.definition(), children);
    }

    ReversePolicy reversal(ReversePolicy policy) {
        return new ReversePolicy(
                returns(policy.returns()), refunds(policy.refunds()), coupons(policy.coupons()), policy.prices());
    }

    private ReturnPolicy returns(ReturnPolicy policy) {
        List<ReturnRule> rules = new ArrayList<>();
        for (ReturnRule rule : policy.rules()) {
            rules.add(request -> ask("a rule for returns", request.order().id(), () -> rule.refusal(request)));
        }
        return new ReturnPolicy(rules, returns(policy.approves()), returns(policy.inAdvance()), policy.shipping());
    }

    private Predicate<ReturnRequest> returns(Predicate<ReturnRequest> policy) {
        return request -> ask("the policy on returns", request.order().id(), () -> policy.test(request));
    }

    private RefundPolicy refunds(RefundPolicy policy) {
        return new RefundPolicy() {
            @Override
            public List<Part> spread(Refund refund) {
                return ask("the policy on refunds", refund.order().id(), () -> policy.spread(refund));
            }

            @Override
            public Money fee(Reversal reversal) {
                return ask("the policy on refunds", reversal.order().id(), () -> policy.fee(reversal));
            }
        };
    }

    private CouponPolicy coupons(CouponPolicy policy) {
        return (order, coupon) -> ask("the policy on coupons", order.id(), () -> policy.comesBack(order, coupon));
    }

    Pricing pricing(Pricing pricing) {
        PricingRules rules = pricing.rules();
        for (String name : rules.names()) {
            PricingRule own = rules.own(name).orElse(null);
            if (own != null) {
                String what = "the pricing rule \"" + name + "\"";
                rules = rules.replace(
                        name,
                        sheet -> ask(what, null, () -> {
                            own.apply(sheet);
                            return sheet;
                        }));
            }
        }
        Map<String, OfferRule> offers = new HashMap<>();
        pricing.offerRules().forEach((name, rule) -> {
            String what = "the offer rule \"" + name + "\"";
            offers.put(name, (deal, lines, context) -> ask(what, null, () -> rule.reductions(deal, lines, context)));
        });
        List<ChargeRule> charges = new ArrayList<>();
        for (ChargeRule rule : pricing.chargeRules()) {
            charges.add(watched(rule));
        }
        return new Pricing(pricing.policy(), rules, offers, charges);
    }

    private ChargeRule watched(ChargeRule rule) {
        return new ChargeRule() {
            @Override
            public List<ChargeTerms> charges(PricingContext order, @Nullable String paymentMethod) {
                return ask("a charge rule", null, () -> rule.charges(order, paymentMethod));
            }

            @Override
            public Set<String> taxCategories() {
                return rule.taxCategories();
            }
        };
    }
}
