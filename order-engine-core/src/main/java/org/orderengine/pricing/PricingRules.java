package org.orderengine.pricing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.pricing.PricingRule;

/**
 * The steps of pricing an order, each under a name, in the order in which they are done.
 *
 * <p>A built-in step is known by its name alone, one of the constants here. A host adds steps of its own, replaces them, takes them
 * out and puts them into another order. Each method gives new rules.
 *
 * <pre>{@code
 * PricingRules.standard().before(PricingRules.TAX, "gift-wrap", sheet -> …);
 * }</pre>
 *
 * <p>Immutable, and safe for any number of threads.
 */
public final class PricingRules {

    /** Sets every line's price: the agreed one where there is one, otherwise the catalog's. */
    public static final String BASE_PRICE = "base-price";

    /** Sets the price of the delivery. */
    public static final String SHIPPING = "shipping";

    /** Applies all offers, in their own order. */
    public static final String OFFERS = "offers";

    /** Applies the offers on lines, in their own order. */
    public static final String LINE_OFFERS = "line-offers";

    /** Applies the offers on the order, in their own order. */
    public static final String ORDER_OFFERS = "order-offers";

    /** Applies the offers on the delivery, in their own order. */
    public static final String SHIPPING_OFFERS = "shipping-offers";

    /** Takes off the points that the buyer spends. */
    public static final String POINTS = "points";

    /** Taxes what is left. */
    public static final String TAX = "tax";

    private static final PricingRules STANDARD = builtIn(BASE_PRICE, SHIPPING, OFFERS, POINTS, TAX);
    private static final PricingRules STAGED =
            builtIn(BASE_PRICE, LINE_OFFERS, ORDER_OFFERS, SHIPPING, SHIPPING_OFFERS, POINTS, TAX);

    private final List<Step> steps;

    private PricingRules(List<Step> steps) {
        this.steps = List.copyOf(steps);
        Set<String> seen = new HashSet<>();
        for (Step step : steps) {
            if (step.name.isBlank() || !seen.add(step.name)) {
                throw new IllegalArgumentException(
                        "there is a pricing rule called \"" + step.name + "\" already: " + names());
            }
        }
    }

    /**
     * The standard steps: base price, shipping, offers, points, tax. Offers apply in their own order, whatever they are on,
     * and so does what each of them sees.
     */
    public static PricingRules standard() {
        return STANDARD;
    }

    /**
     * The standard steps with the offers in three: base price, line offers, order offers, shipping, shipping offers,
     * points, tax. Line offers go before order offers, wherever they stand.
     */
    public static PricingRules staged() {
        return STAGED;
    }

    /** The names, in the order in which the rules are done. */
    public List<String> names() {
        return steps.stream().map(Step::name).toList();
    }

    /**
     * These rules and one more, done before the one of that name.
     *
     * @throws IllegalArgumentException if there is no rule of that name, or one of the new rule's
     */
    public PricingRules before(String name, String newName, PricingRule rule) {
        return with(indexOf(name), new Step(newName, rule));
    }

    /**
     * These rules and one more, done after the one of that name.
     *
     * @throws IllegalArgumentException if there is no rule of that name, or one of the new rule's
     */
    public PricingRules after(String name, String newName, PricingRule rule) {
        return with(indexOf(name) + 1, new Step(newName, rule));
    }

    /**
     * These rules with another one under that name.
     *
     * @throws IllegalArgumentException if there is no rule of that name
     */
    public PricingRules replace(String name, PricingRule rule) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(indexOf(name), new Step(name, rule));
        return new PricingRules(changed);
    }

    /**
     * These rules without that one.
     *
     * @throws IllegalArgumentException if there is no rule of that name
     */
    public PricingRules without(String name) {
        List<Step> changed = new ArrayList<>(steps);
        changed.remove(indexOf(name));
        return new PricingRules(changed);
    }

    /**
     * These rules in another order.
     *
     * @throws IllegalArgumentException if the names are not exactly those of these rules
     */
    public PricingRules inOrder(String... names) {
        List<Step> changed = new ArrayList<>();
        for (String name : names) {
            changed.add(steps.get(indexOf(name)));
        }
        if (changed.size() != steps.size()) {
            throw new IllegalArgumentException("an order of " + names() + " has to name each of them");
        }
        return new PricingRules(changed);
    }

    /** The host's rule of that name; empty where the step is a built-in one, or there is none. */
    public Optional<PricingRule> own(String name) {
        return steps.stream().filter(step -> step.name.equals(name)).findFirst().map(Step::own);
    }

    private PricingRules with(int index, Step step) {
        List<Step> changed = new ArrayList<>(steps);
        changed.add(index, step);
        return new PricingRules(changed);
    }

    private int indexOf(String name) {
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).name.equals(name)) {
                return i;
            }
        }
        throw new IllegalArgumentException("there is no pricing rule called \"" + name + "\"; there are " + names());
    }

    private static PricingRules builtIn(String... names) {
        return new PricingRules(
                Stream.of(names).map(name -> new Step(name, null)).toList());
    }

    /** A step, and the host's rule that it is; null where it is built in. */
    private record Step(String name, @Nullable PricingRule own) {}
}
