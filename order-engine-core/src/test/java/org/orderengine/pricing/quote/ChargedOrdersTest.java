package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Charge;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Item;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Prices;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.Shipping;
import org.orderengine.model.Statement;
import org.orderengine.model.TaxShare;
import org.orderengine.model.Units;

/** A6 for charges and reduced lines: what is left depends on the units that are gone, and not on the steps in which they went. */
class ChargedOrdersTest {

    private enum Drawn {
        CASES,
        WITH_LAST,
        PRO_RATA,
        NEVER,
        OF_LINE,
        REDUCED
    }

    private static final Map<Drawn, Integer> DRAWN = new EnumMap<>(Drawn.class);

    @AfterContainer
    static void each_kind_was_drawn_in_one_of_ten_cases() {
        System.out.println("charged orders drew " + DRAWN);
        for (Drawn kind : Drawn.values()) {
            assertThat(DRAWN.getOrDefault(kind, 0) * 10).as("%s", kind).isGreaterThanOrEqualTo(DRAWN.get(Drawn.CASES));
        }
    }

    @Property(tries = 500)
    void units_taken_in_any_steps_leave_what_units_taken_at_once_leave(@ForAll long seed) {
        Random random = new Random(seed);
        draw(Drawn.CASES);
        Books books = books(random, random.nextBoolean());
        Books stepwise = books;
        Money before = books.totals().total();
        Statement sum = Statement.of(books);
        while (!stepwise.isNothingLeft()) {
            Books step = without(stepwise, random.nextInt(stepwise.lines().size()), 1);
            for (Line line : step.lines()) {
                assertThat(line.total(step.pricesIncludeTax()).isNegative())
                        .as("A2: %s", line)
                        .isFalse();
                assertThat(line.tax().isNegative()).as("A2: tax of %s", line).isFalse();
            }
            assertThat(step.totals().total()).isLessThanOrEqualTo(before);
            sum = Statement.sum(List.of(sum, Statement.between(stepwise, step)));
            assertThat(sum.total(eur(0))).isEqualTo(step.totals().total());
            before = step.totals().total();
            assertThat(step.totals()).isEqualTo(atOnce(books, step).totals());
            stepwise = step;
        }
        Money never = eur(0);
        for (Charge charge : books.charges()) {
            never = charge.terms().refund() == ChargeTerms.Refund.NEVER
                    ? never.plus(charge.total(books.pricesIncludeTax()))
                    : never;
        }
        assertThat(stepwise.totals().total()).isEqualTo(never);
    }

    private static Books atOnce(Books from, Books to) {
        Books books = from;
        for (int i = 0; i < from.lines().size(); i++) {
            books = without(books, i, to.lines().get(i).units().gone());
        }
        return books;
    }

    private static Books without(Books books, int index, long most) {
        Line line = books.lines().get(index);
        long units = Math.min(most, line.units().unshipped());
        return units == 0
                ? books
                : books.withLine(line.id(), old -> old.withUnits(old.units().cancel(units)));
    }

    private static Books books(Random random, boolean inclusive) {
        List<Line> lines = new ArrayList<>();
        for (int i = 1; i <= 1 + random.nextInt(3); i++) {
            lines.add(line(random, String.valueOf(i), inclusive));
        }
        List<Charge> charges = new ArrayList<>();
        for (ChargeTerms.Refund refund : ChargeTerms.Refund.values()) {
            if (random.nextBoolean()) {
                boolean ofLine = random.nextInt(3) == 0;
                draw(Drawn.valueOf(refund.name()));
                if (ofLine) {
                    draw(Drawn.OF_LINE);
                }
                Money price = eur(random.nextInt(1000));
                charges.add(new Charge(
                        new ChargeTerms(refund.name(), price, "standard", refund, ofLine ? "1" : null),
                        BigDecimal.ZERO,
                        List.of(),
                        List.of(tax(price.minorUnits(), inclusive)),
                        null));
            }
        }
        return Books.opened(
                eur(0).currency(),
                inclusive,
                new Prices(lines, Shipping.of(null, eur(0)), charges, List.of(), List.of()));
    }

    private static Line line(Random random, String id, boolean inclusive) {
        long units = 1L + random.nextInt(6);
        long each = random.nextInt(2000);
        long discount = each == 0 || random.nextBoolean() ? 0 : random.nextLong(each * units / 2 + 1);
        ReversalBasis basis = new ReversalBasis(
                units,
                0,
                eur(each * units),
                discount == 0 ? List.of() : List.of(new Adjustment("offer", eur(discount))),
                List.of(tax(each * units - discount, inclusive)),
                0);
        Item item = new Item("sku", eur(each), "catalog", null, null, "standard", null, Map.of());
        Line line = new Line(id, item, Units.ordered(units), basis);
        for (int i = random.nextInt(3); i > 0; i--) {
            long next = 1 + random.nextLong(units);
            long room = LineReductions.room(line, next, inclusive).minorUnits();
            if (room > 0) {
                draw(Drawn.REDUCED);
                long amount = random.nextInt(4) == 0 ? room : 1 + random.nextLong(room);
                line = line.reduced(LineReductions.of(line, next, eur(amount), inclusive));
            }
        }
        return line;
    }

    private static TaxShare tax(long amount, boolean inclusive) {
        return new TaxShare("standard", new BigDecimal("0.19"), eur(inclusive ? amount * 19 / 119 : amount * 19 / 100));
    }

    private static void draw(Drawn kind) {
        DRAWN.merge(kind, 1, Integer::sum);
    }

    private static Money eur(long minorUnits) {
        return Money.ofMinor(Currency.getInstance("EUR"), minorUnits);
    }
}
