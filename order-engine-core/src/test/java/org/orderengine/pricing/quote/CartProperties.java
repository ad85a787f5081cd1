package org.orderengine.pricing.quote;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import net.jqwik.api.statistics.Statistics;
import org.orderengine.model.Adjustment;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Offer;
import org.orderengine.model.Offer.Target;
import org.orderengine.model.Origin;
import org.orderengine.model.ReversalBasis;
import org.orderengine.model.TaxShare;
import org.orderengine.model.Totals;
import org.orderengine.policy.Allocation;
import org.orderengine.policy.TaxRounding;
import org.orderengine.pricing.QuoteResult;

/** What must hold for the price of every cart; the names carry the invariants' numbers. */
@Domain(Carts.class)
@Domain(DomainContext.Global.class)
class CartProperties {

    private static final int CARTS = 1_000;

    @Property(tries = CARTS)
    void a1_the_shares_of_a_discount_sum_to_the_whole_or_to_what_there_was_room_for(@ForAll GeneratedCart cart) {
        Books books = cart.quoted().books();
        Map<String, Long> left = new HashMap<>();
        books.lines().forEach(line -> left.put(line.id(), line.basis().price().minorUnits()));
        int whole = 0;
        for (Offer offer : cart.offers()) {
            Map<String, Long> shares = shares(books, offer.id());
            long given = shares.values().stream().mapToLong(Long::longValue).sum();
            if (given > 0 && offer.on() == Target.ORDER && isPlain(offer)) {
                List<Line> matching = books.lines().stream()
                        .filter(line -> offer.when().categories().isEmpty()
                                || offer.when()
                                        .categories()
                                        .contains(line.item().category()))
                        .toList();
                long sum = matching.stream()
                        .mapToLong(line -> left.getOrDefault(line.id(), 0L))
                        .sum();
                long room = matching.stream()
                        .mapToLong(line -> Math.max(0, left.getOrDefault(line.id(), 0L) - minimum(cart, line)))
                        .sum();
                assertThat(given).as(offer.id()).isEqualTo(Math.min(wanted(offer, sum), room));
                whole++;
            }
            shares.forEach((line, share) -> left.merge(line, -share, Long::sum));
        }
        Statistics.collect(whole > 0 ? "order offers" : "none");
        boolean isMeasured = cart.lines().stream().anyMatch(line -> line.measure() != null);
        Statistics.label("goods").collect(isMeasured ? "some measured" : "all counted");
        Statistics.label("goods")
                .coverage(coverage -> coverage.check("some measured").percentage(share -> share > 10));
    }

    @Property(tries = CARTS)
    void a1_the_shares_of_a_tax_sum_to_the_whole(@ForAll GeneratedCart cart) {
        Books books = cart.quoted().books();
        boolean inclusive = books.pricesIncludeTax();
        if (cart.policy().taxRounding() == TaxRounding.LINE) {
            for (Line line : books.lines()) {
                BigDecimal amount = amount(line);
                for (TaxShare tax : line.basis().taxes()) {
                    if (line.basis().taxes().size() == 1 || !inclusive) {
                        assertThat(tax.amount().minorUnits()).isEqualTo(tax(amount, tax.rate(), inclusive));
                    }
                }
                BigDecimal all =
                        line.basis().taxes().stream().map(TaxShare::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
                if (inclusive) {
                    assertThat(line.tax().minorUnits()).isEqualTo(tax(amount, all, true));
                }
            }
        } else {
            BigDecimal base = books.lines().stream()
                    .filter(line -> "standard".equals(line.item().taxCategory()))
                    .map(CartProperties::amount)
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .add(BigDecimal.valueOf(books.shipping()
                            .price()
                            .minus(books.shipping().discount())
                            .minorUnits()));
            long taxed = books.shipping().tax().minorUnits();
            for (Line line : books.lines()) {
                if ("standard".equals(line.item().taxCategory())) {
                    taxed += line.tax().minorUnits();
                }
            }
            assertThat(taxed).isEqualTo(tax(base, new BigDecimal("0.20"), inclusive));
        }
    }

    @Property(tries = CARTS)
    void a1_the_points_of_the_lines_sum_to_what_was_spent_and_are_worth_their_discount(@ForAll GeneratedCart cart) {
        Books books = cart.quoted().books();
        long spent =
                books.lines().stream().mapToLong(line -> line.basis().points()).sum();
        long worth = shares(books, Adjustment.POINTS).values().stream()
                .mapToLong(Long::longValue)
                .sum();
        long left = books.lines().stream()
                .mapToLong(line -> line.subtotal().minus(line.discount()).minorUnits())
                .sum();
        assertThat(spent).isLessThanOrEqualTo(cart.points());
        assertThat(worth).isLessThanOrEqualTo(spent * 3).isGreaterThan(spent * 3 - 3);
        // Either all points were spent, or nothing is left to pay for.
        assertThat(spent == cart.points() || left == 0).isTrue();
        Statistics.collect(spent == 0 ? "none" : left == 0 ? "all paid" : "some");
    }

    @Property(tries = CARTS)
    void a2_a_discount_is_never_less_than_nothing_or_more_than_its_line(@ForAll GeneratedCart cart) {
        Books books = cart.quoted().books();
        for (Line line : books.lines()) {
            ReversalBasis basis = line.basis();
            assertThat(basis.discounts()).allMatch(discount -> discount.amount().isPositive());
            assertThat(line.discount()).isLessThanOrEqualTo(line.subtotal());
            assertThat(basis.taxes()).allMatch(tax -> !tax.amount().isNegative());
            long offered = basis.discounts().stream()
                    .filter(discount -> !discount.source().equals(Adjustment.POINTS))
                    .mapToLong(discount -> discount.amount().minorUnits())
                    .sum();
            if (offered > 0) {
                assertThat(line.subtotal().minorUnits() - offered).isGreaterThanOrEqualTo(minimum(cart, line));
            }
        }
        assertThat(books.shipping().discount())
                .isLessThanOrEqualTo(books.shipping().price());
    }

    @Property(tries = CARTS)
    void a3_the_total_is_lines_less_discounts_plus_shipping_plus_tax_on_top(@ForAll GeneratedCart cart) {
        Books books = cart.quoted().books();
        long lines = 0;
        long discounts = books.shipping().discount().minorUnits();
        long taxes = books.shipping().tax().minorUnits();
        long ofLines = books.shipping().price().minorUnits() - discounts + (books.pricesIncludeTax() ? 0 : taxes);
        for (int i = 0; i < cart.lines().size(); i++) {
            Line line = books.lines().get(i);
            lines += cart.lines().get(i).of(cart.lines().get(i).price());
            discounts += line.basis().discounts().stream()
                    .mapToLong(each -> each.amount().minorUnits())
                    .sum();
            taxes += line.basis().taxes().stream()
                    .mapToLong(each -> each.amount().minorUnits())
                    .sum();
            ofLines += line.total(books.pricesIncludeTax()).minorUnits();
        }
        Totals totals = books.totals();
        assertThat(totals.lines()).isEqualTo(cart.money(lines));
        assertThat(totals.discount()).isEqualTo(cart.money(discounts));
        assertThat(totals.tax()).isEqualTo(cart.money(taxes));
        assertThat(totals.total())
                .isEqualTo(cart.money(lines - discounts + cart.shipping() + (books.pricesIncludeTax() ? 0 : taxes)))
                .isEqualTo(cart.money(ofLines));
    }

    @Property(tries = CARTS)
    void a5_every_amount_is_of_the_order_s_currency(@ForAll GeneratedCart cart) {
        Books books = cart.quoted().books();
        List<Money> amounts = new ArrayList<>();
        for (Line line : books.lines()) {
            amounts.add(line.item().unitPrice());
            amounts.add(line.basis().price());
            line.basis().discounts().forEach(discount -> amounts.add(discount.amount()));
            line.basis().taxes().forEach(tax -> amounts.add(tax.amount()));
        }
        amounts.add(books.shipping().price());
        books.shipping().discounts().forEach(discount -> amounts.add(discount.amount()));
        books.shipping().taxes().forEach(tax -> amounts.add(tax.amount()));
        assertThat(amounts).allMatch(amount -> amount.currency().equals(cart.currency()));
        assertThat(books.totals().total().toDecimal().length()
                        - books.totals().total().toDecimal().lastIndexOf('.')
                        - 1)
                .matches(digits -> cart.currency().getDefaultFractionDigits() == 0
                        || digits == cart.currency().getDefaultFractionDigits());
    }

    @Property(tries = CARTS)
    void a6_units_taken_back_one_by_one_give_what_taking_them_at_once_gives(
            @ForAll GeneratedCart cart, @ForAll Random random) {
        Books books = cart.quoted().books();
        for (Line line : books.lines()) {
            Line left = line;
            while (left.units().open() > 0) {
                long step = 1 + random.nextLong(left.units().open());
                Line next = left.withUnits(left.units().cancel(step));
                long gone = line.units().ordered() - next.units().open();
                assertThat(next.basis().subtotal().minorUnits())
                        .isEqualTo(left(line, line.basis().price(), gone));
                assertThat(next.discount().minorUnits())
                        .isEqualTo(line.basis().discounts().stream()
                                .mapToLong(each -> left(line, each.amount(), gone))
                                .sum());
                assertThat(next.tax().minorUnits())
                        .isEqualTo(line.basis().taxes().stream()
                                .mapToLong(each -> left(line, each.amount(), gone))
                                .sum());
                left = next;
            }
            assertThat(left.total(books.pricesIncludeTax()).isZero()).isTrue();
            assertThat(left.basis().remainingPoints()).isZero();
        }
    }

    @Property(tries = CARTS)
    void a8_the_same_request_gives_the_same_price(@ForAll GeneratedCart cart) {
        assertThat(cart.quote()).isEqualTo(cart.quote());
    }

    @Property(tries = CARTS)
    void a8_an_order_that_is_priced_anew_without_a_change_costs_the_same(@ForAll GeneratedCart cart) {
        Books books = cart.quoted().books();
        Change nothing = Change.none(Origin.UNKNOWN, cart.request().at())
                .ofTier(cart.facts().member().tier());
        QuoteResult again = cart.pricing().requalify(books, nothing, cart.facts());
        assertThat(again).isInstanceOfSatisfying(QuoteResult.Quoted.class, quoted -> assertThat(quoted.books())
                .isEqualTo(books));
    }

    /** A4 for whole carts: with lines that differ in what they cost, their order changes nothing but a tie's cent. */
    @Property(tries = CARTS)
    void a4_the_order_of_lines_moves_no_more_than_the_cent_of_a_tie(@ForAll GeneratedCart cart, @ForAll Random random) {
        List<GeneratedCart.GeneratedLine> shuffled = new ArrayList<>(cart.lines());
        Collections.shuffle(shuffled, random);
        List<Offer> percents = cart.offers().stream()
                .filter(offer -> offer.on() == Target.ORDER && offer.reduction() instanceof Offer.Percent)
                .limit(1)
                .toList();
        GeneratedCart one = new GeneratedCart(
                cart.currency(),
                cart.policy().withAllocation(Allocation.LARGEST_REMAINDER),
                cart.lines(),
                percents,
                0,
                cart.shipping());
        GeneratedCart other = new GeneratedCart(one.currency(), one.policy(), shuffled, percents, 0, cart.shipping());
        assertThat(other.quoted().books().totals().discount())
                .isEqualTo(one.quoted().books().totals().discount());
        Map<GeneratedCart.GeneratedLine, List<Long>> before = discounts(one);
        Map<GeneratedCart.GeneratedLine, List<Long>> after = discounts(other);
        before.forEach((line, amounts) -> {
            for (int i = 0; i < amounts.size(); i++) {
                assertThat(Math.abs(amounts.get(i)
                                - after.getOrDefault(line, List.of()).get(i)))
                        .isLessThanOrEqualTo(1);
            }
        });
    }

    private static Map<GeneratedCart.GeneratedLine, List<Long>> discounts(GeneratedCart cart) {
        Map<GeneratedCart.GeneratedLine, List<Long>> discounts = new HashMap<>();
        Books books = cart.quoted().books();
        for (int i = 0; i < cart.lines().size(); i++) {
            discounts
                    .computeIfAbsent(cart.lines().get(i), key -> new ArrayList<>())
                    .add(books.lines().get(i).discount().minorUnits());
        }
        discounts.values().forEach(Collections::sort);
        return discounts;
    }

    private static Map<String, Long> shares(Books books, String source) {
        Map<String, Long> shares = new HashMap<>();
        for (Line line : books.lines()) {
            for (Adjustment discount : line.basis().discounts()) {
                if (discount.source().equals(source)) {
                    shares.merge(line.id(), discount.amount().minorUnits(), Long::sum);
                }
            }
        }
        return shares;
    }

    private static boolean isPlain(Offer offer) {
        return offer.reduction() instanceof Offer.Percent
                || offer.reduction() instanceof Offer.Amount
                || offer.reduction() instanceof Offer.FixedPrice;
    }

    /** What a plain order offer gives, worked out in decimals. */
    private static long wanted(Offer offer, long sum) {
        long wanted;
        if (offer.reduction() instanceof Offer.Percent percent) {
            wanted = percent.percent()
                    .multiply(BigDecimal.valueOf(sum))
                    .divide(BigDecimal.valueOf(100), 0, RoundingMode.HALF_UP)
                    .longValueExact();
        } else if (offer.reduction() instanceof Offer.Amount amount) {
            wanted = Math.min(amount.amount().minorUnits(), sum);
        } else if (offer.reduction() instanceof Offer.FixedPrice price) {
            wanted = Math.max(0, sum - price.price().minorUnits());
        } else {
            throw new AssertionError(offer);
        }
        return offer.cap() == null ? wanted : Math.min(wanted, offer.cap().minorUnits());
    }

    private static BigDecimal amount(Line line) {
        return BigDecimal.valueOf(line.subtotal().minus(line.discount()).minorUnits());
    }

    private static long tax(BigDecimal amount, BigDecimal rate, boolean inclusive) {
        return amount.multiply(rate)
                .divide(inclusive ? BigDecimal.ONE.add(rate) : BigDecimal.ONE, 0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private static long minimum(GeneratedCart cart, Line line) {
        GeneratedCart.GeneratedLine generated = cart.lines().get(Integer.parseInt(line.id()) - 1);
        return generated.of(generated.minimum());
    }

    /** What remains of an amount: of measured goods what went is worth its part of it, half up. */
    private static long left(Line line, Money whole, long gone) {
        long units = line.basis().units();
        return line.item().measure() == null
                ? stepByStep(whole, units, gone)
                : whole.minorUnits()
                        - BigDecimal.valueOf(whole.minorUnits())
                                .multiply(BigDecimal.valueOf(gone))
                                .divide(BigDecimal.valueOf(units), 0, RoundingMode.HALF_UP)
                                .longValueExact();
    }

    /** What remains after one unit after the other took its share: what remains ÷ the units that remain, half up. */
    private static long stepByStep(Money whole, long units, long gone) {
        BigDecimal left = BigDecimal.valueOf(whole.minorUnits());
        for (long unit = 0; unit < gone; unit++) {
            left = left.subtract(left.divide(BigDecimal.valueOf(units - unit), 0, RoundingMode.HALF_UP));
        }
        return left.longValueExact();
    }
}
