package org.orderengine.pricing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.orderengine.model.Money;
import org.orderengine.spi.pricing.Offer.Target;
import org.orderengine.spi.pricing.PricingRule;

/**
 * The steps of pricing an order, each under a name, in the order in which they are done. Immutable.
 *
 * <p>For example, with a rule that adds a fee for gift wrapping: {@code PricingRules.standard().before("tax", "gift-wrap",
 * sheet -> …)}.
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

    private static final Step BASE_PRICE_STEP = step(BASE_PRICE, sheet -> {
        for (SheetRow row : sheet.rows) {
            sheet.price(row, row.startPrice(), row.startSource());
        }
    });
    private static final Step SHIPPING_STEP = step(SHIPPING, sheet -> {
        Money price = sheet.asked.shippingPrice();
        sheet.priceShipping(price == null ? sheet.money(0) : price, SheetBuilder.FROM_COMMAND);
    });
    private static final Step POINTS_STEP = step(POINTS, SpentPoints::apply);
    private static final Step TAX_STEP = step(TAX, Taxes::apply);

    private static final PricingRules STANDARD = new PricingRules(List.of(
            BASE_PRICE_STEP, SHIPPING_STEP, step(OFFERS, sheet -> sheet.offers().apply(null)), POINTS_STEP, TAX_STEP));
    private static final PricingRules STAGED = new PricingRules(List.of(
            BASE_PRICE_STEP,
            step(LINE_OFFERS, sheet -> sheet.offers().apply(Target.LINE)),
            step(ORDER_OFFERS, sheet -> sheet.offers().apply(Target.ORDER)),
            SHIPPING_STEP,
            step(SHIPPING_OFFERS, sheet -> sheet.offers().apply(Target.SHIPPING)),
            POINTS_STEP,
            TAX_STEP));

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
        return with(indexOf(name), Step.ofHost(newName, rule));
    }

    /**
     * These rules and one more, done after the one of that name.
     *
     * @throws IllegalArgumentException if there is no rule of that name, or one of the new rule's
     */
    public PricingRules after(String name, String newName, PricingRule rule) {
        return with(indexOf(name) + 1, Step.ofHost(newName, rule));
    }

    /**
     * These rules with another one under that name.
     *
     * @throws IllegalArgumentException if there is no rule of that name
     */
    public PricingRules replace(String name, PricingRule rule) {
        List<Step> changed = new ArrayList<>(steps);
        changed.set(indexOf(name), Step.ofHost(name, rule));
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

    /** Does all steps. */
    void price(PricingWorksheet sheet) {
        for (Step step : steps) {
            sheet.enter(step.name);
            step.apply(sheet);
        }
    }

    /** Does the step of that name, if there is one. */
    void price(PricingWorksheet sheet, String name) {
        for (Step step : steps) {
            if (step.name.equals(name)) {
                sheet.enter(name);
                step.apply(sheet);
            }
        }
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

    private static Step step(String name, BuiltIn builtIn) {
        return new Step(name, builtIn);
    }

    /** A step of our own. */
    @FunctionalInterface
    private interface BuiltIn {
        void apply(PricingWorksheet sheet);
    }

    private record Step(String name, BuiltIn work) {

        static Step ofHost(String name, PricingRule rule) {
            return new Step(
                    name,
                    sheet -> HostCode.call("the pricing rule \"" + name + "\"", () -> {
                        rule.apply(sheet);
                        return sheet;
                    }));
        }

        void apply(PricingWorksheet sheet) {
            work.apply(sheet);
        }
    }
}
