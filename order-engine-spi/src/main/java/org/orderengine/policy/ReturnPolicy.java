package org.orderengine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * A policy on which returns a shop takes, and how.
 *
 * <pre>{@code
 * ReturnPolicy.DEFAULT
 *         .rule(ReturnRule.within(Duration.ofDays(30)))
 *         .approving(request -> request.kind() == Return.Kind.RETURN);
 * }</pre>
 *
 * <p>Default: everything that was delivered is taken back, each request waits for approval, and a replacement follows the
 * receipt of the goods.
 *
 * <p>Its functions must be pure. They are called by many threads at a time.
 *
 * @param rules the rules that a request has to meet, asked in order; the first that refuses says why
 * @param approves which requests are approved at once
 * @param inAdvance for which exchanges the replacement may ship before the goods are back
 * @param shipping what becomes of the price of the delivery
 */
public record ReturnPolicy(
        List<ReturnRule> rules,
        Predicate<ReturnRequest> approves,
        Predicate<ReturnRequest> inAdvance,
        ShippingOnReturn shipping) {

    /** Takes everything that was delivered. Each request waits for approval, and a replacement follows the receipt of the goods. */
    public static final ReturnPolicy DEFAULT = new ReturnPolicy(List.of(), request -> false, request -> false);

    public ReturnPolicy {
        rules = List.copyOf(rules);
    }

    /** A policy by which the buyer keeps paying for the delivery. */
    public ReturnPolicy(List<ReturnRule> rules, Predicate<ReturnRequest> approves, Predicate<ReturnRequest> inAdvance) {
        this(rules, approves, inAdvance, ShippingOnReturn.NEVER);
    }

    /** This policy with one more rule. */
    public ReturnPolicy rule(ReturnRule rule) {
        List<ReturnRule> more = new ArrayList<>(rules);
        more.add(rule);
        return new ReturnPolicy(more, approves, inAdvance, shipping);
    }

    /** This policy with these requests approved at once. */
    public ReturnPolicy approving(Predicate<ReturnRequest> requests) {
        return new ReturnPolicy(rules, requests, inAdvance, shipping);
    }

    /** This policy with the replacement of these exchanges sent in advance. */
    public ReturnPolicy replacingInAdvance(Predicate<ReturnRequest> exchanges) {
        return new ReturnPolicy(rules, approves, exchanges, shipping);
    }

    /** This policy with another rule for the price of the delivery. */
    public ReturnPolicy withShipping(ShippingOnReturn newShipping) {
        return new ReturnPolicy(rules, approves, inAdvance, newShipping);
    }
}
