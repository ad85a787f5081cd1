package org.orderengine.pricing.quote;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Charge;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.pricing.PricingCodes;
import org.orderengine.spi.pricing.ChargeRule;

/** What an order costs beside its goods: what is asked for, and what the shop's rules add. */
final class Charges {

    /** The step's name in explanations. */
    static final String STEP = "charges";

    /**
     * The charges that a sheet is to have.
     *
     * @param asked those that are asked for
     * @param rules the shop's rules, which add theirs
     * @param paymentMethod the method that the buyer chose; null while none is chosen
     * @param known the ids of charges that the order has already
     */
    record Plan(List<ChargeTerms> asked, List<ChargeRule> rules, @Nullable String paymentMethod, Set<String> known) {}

    private Charges() {}

    /** Puts the charges of its plan on a sheet, before they are taxed. */
    static void add(PricingWorksheet sheet, Plan plan) {
        sheet.enter(STEP);
        require(plan.asked);
        Set<String> taken = new HashSet<>(plan.known);
        for (ChargeTerms terms : plan.asked) {
            taken.add(terms.charge());
            sheet.charge(terms);
        }
        for (ChargeRule rule : plan.rules) {
            List<ChargeTerms> added =
                    HostCode.call("a charge rule", () -> List.copyOf(rule.charges(sheet, plan.paymentMethod)));
            require(added);
            for (ChargeTerms terms : added) {
                if (taken.add(terms.charge())) {
                    sheet.charge(terms);
                }
            }
        }
    }

    static void require(List<ChargeTerms> all) {
        Set<String> seen = new HashSet<>();
        for (ChargeTerms terms : all) {
            if (terms.charge().isBlank()) {
                throw new PricingProblem(PricingCodes.INVALID_CHARGE, "a charge's id is blank");
            }
            if (!seen.add(terms.charge())) {
                throw new PricingProblem(
                        PricingCodes.DUPLICATE_CHARGE,
                        "two charges are called \"" + terms.charge() + "\"; ids are distinct");
            }
        }
    }

    /** The charges of a priced sheet, for the goods of these books. */
    static List<Charge> of(PricingWorksheet sheet, Books books, @Nullable String payment) {
        List<Charge> charges = new ArrayList<>(sheet.chargeRows().size());
        for (SheetRow row : sheet.chargeRows()) {
            charges.add(charge(row, books, payment));
        }
        return charges;
    }

    /** The charge of a row, for the goods of these books. */
    static Charge charge(SheetRow row, Books books, @Nullable String payment) {
        ChargeTerms terms = row.charge();
        if (terms.line() != null && books.line(terms.line()) == null) {
            throw new PricingProblem(
                    PricingCodes.UNKNOWN_LINE,
                    "charge " + terms.charge() + " is for line \"" + terms.line() + "\"; the order has "
                            + books.lines().stream().map(Line::id).toList());
        }
        return new Charge(terms, books.goods().goneFor(terms), row.discounts(), row.taxes(), payment);
    }

    /** What is left of the charges, to be taxed anew on a sheet. */
    static void standing(PricingWorksheet sheet, Books books) {
        for (Charge charge : books.chargesLeft()) {
            SheetRow row = sheet.charge(charge.terms());
            for (Adjustment discount : charge.discounts()) {
                long amount = Math.min(discount.amount().minorUnits(), row.left());
                if (amount > 0 && !discount.source().equals(Adjustment.TAX_EXEMPTION)) {
                    row.lower(new Adjustment(discount.source(), new Money(books.currency(), amount)));
                }
            }
        }
    }

    /** The charges of a sheet that has what was left of them, taxed anew, each still of its payment. */
    static List<Charge> retaxed(PricingWorksheet sheet, Books books) {
        List<Charge> charges = new ArrayList<>();
        for (int i = 0; i < books.charges().size(); i++) {
            charges.add(charge(
                    sheet.chargeRows().get(i), books, books.charges().get(i).payment()));
        }
        return charges;
    }
}
