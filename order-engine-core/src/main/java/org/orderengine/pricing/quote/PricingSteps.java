package org.orderengine.pricing.quote;

import java.util.List;
import java.util.Map;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Money;
import org.orderengine.model.Offer.Target;
import org.orderengine.pricing.PricingRules;
import org.orderengine.spi.pricing.PricingRule;

/** The rules of a shop with what each of them does, ready to run. Immutable. */
final class PricingSteps {

    private static final Map<String, Work> BUILT_IN = Map.of(
            PricingRules.BASE_PRICE,
            PricingSteps::priceLines,
            PricingRules.SHIPPING,
            PricingSteps::priceShipping,
            PricingRules.OFFERS,
            sheet -> sheet.offers().apply(null),
            PricingRules.LINE_OFFERS,
            sheet -> sheet.offers().apply(Target.LINE),
            PricingRules.ORDER_OFFERS,
            sheet -> sheet.offers().apply(Target.ORDER),
            PricingRules.SHIPPING_OFFERS,
            sheet -> sheet.offers().apply(Target.SHIPPING),
            PricingRules.POINTS,
            SpentPoints::apply,
            PricingRules.TAX,
            Taxes::apply);

    private final List<Step> steps;

    PricingSteps(PricingRules rules) {
        this.steps = rules.names().stream()
                .map(name -> rules.own(name)
                        .map(own -> new Step(name, ofHost(name, own), false))
                        .orElseGet(() -> new Step(name, builtIn(name), true)))
                .toList();
    }

    /** Does all steps. */
    void price(PricingWorksheet sheet) {
        boolean kept = false;
        Charges.Plan charges = sheet.chargePlan();
        for (Step step : steps) {
            if (!kept && (step.name.equals(PricingRules.POINTS) || step.name.equals(PricingRules.TAX))) {
                keepDiscounts(sheet);
                kept = true;
            }
            if (charges != null && step.name.equals(PricingRules.TAX)) {
                Charges.add(sheet, charges);
                charges = null;
            }
            step.apply(sheet);
        }
        if (!kept) {
            keepDiscounts(sheet);
        }
        if (charges != null) {
            Charges.add(sheet, charges);
        }
    }

    /** Takes off what stays of discounts that no step gives anew. */
    private static void keepDiscounts(PricingWorksheet sheet) {
        for (SheetRow row : sheet.rows) {
            for (Adjustment discount : row.staying()) {
                sheet.lower(row, discount.source(), Math.min(discount.amount().minorUnits(), row.roomLeft()));
            }
        }
    }

    /** Whether all steps are built in. */
    boolean areBuiltIn() {
        return steps.stream().allMatch(step -> step.builtIn);
    }

    /** Does the step of that name, if there is one. */
    void price(PricingWorksheet sheet, String name) {
        for (Step step : steps) {
            if (step.name.equals(name)) {
                step.apply(sheet);
            }
        }
    }

    private static void priceLines(PricingWorksheet sheet) {
        for (SheetRow row : sheet.rows) {
            sheet.price(row, row.startPrice(), row.startSource());
        }
    }

    private static void priceShipping(PricingWorksheet sheet) {
        Money price = sheet.asked.shippingPrice();
        sheet.priceShipping(price == null ? sheet.money(0) : price, SheetBuilder.FROM_COMMAND);
    }

    private static Work builtIn(String name) {
        Work work = BUILT_IN.get(name);
        if (work == null) {
            throw new IllegalStateException("there is no built-in pricing rule called \"" + name + "\"");
        }
        return work;
    }

    private static Work ofHost(String name, PricingRule rule) {
        return sheet -> HostCode.call("the pricing rule \"" + name + "\"", () -> {
            rule.apply(sheet);
            return sheet;
        });
    }

    @FunctionalInterface
    private interface Work {
        void apply(PricingWorksheet sheet);
    }

    private record Step(String name, Work work, boolean builtIn) {

        void apply(PricingWorksheet sheet) {
            sheet.enter(name);
            work.apply(sheet);
        }
    }
}
