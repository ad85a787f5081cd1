package org.orderengine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Which returns a shop takes, and how. The functions are pure.
 *
 * @param rules what a request has to meet, asked in order; the first that refuses says why
 * @param approves which requests need nobody's approval
 * @param inAdvance for which exchanges the replacement may ship before the goods are back
 */
public record ReturnPolicy(
        List<ReturnRule> rules, Predicate<ReturnRequest> approves, Predicate<ReturnRequest> inAdvance) {

    /** Takes whatever was delivered, after somebody approved it; replacements follow the receipt of the goods. */
    public static final ReturnPolicy DEFAULT = new ReturnPolicy(List.of(), request -> false, request -> false);

    public ReturnPolicy {
        rules = List.copyOf(rules);
    }

    /** This policy with one more rule. */
    public ReturnPolicy rule(ReturnRule rule) {
        List<ReturnRule> more = new ArrayList<>(rules);
        more.add(rule);
        return new ReturnPolicy(more, approves, inAdvance);
    }

    /** This policy with these requests approved as they come. */
    public ReturnPolicy approving(Predicate<ReturnRequest> requests) {
        return new ReturnPolicy(rules, requests, inAdvance);
    }

    /** This policy with the replacement of these exchanges sent in advance. */
    public ReturnPolicy replacingInAdvance(Predicate<ReturnRequest> exchanges) {
        return new ReturnPolicy(rules, approves, exchanges);
    }
}
