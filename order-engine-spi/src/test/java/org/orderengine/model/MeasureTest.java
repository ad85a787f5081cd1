package org.orderengine.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MeasureTest {

    private static final Currency EUR = Currency.getInstance("EUR");

    @Test
    void half_a_kilo_is_500_steps_of_a_gram() {
        Measure kilos = new Measure("kg", 3);
        assertThat(kilos.steps(new BigDecimal("0.5"))).isEqualTo(500);
        assertThat(kilos.text(500)).isEqualTo("0.500");
        assertThat(Measure.words(kilos, 500)).isEqualTo("0.500 kg");
        assertThat(Measure.words(null, 500)).isEqualTo("500 units");
    }

    @Test
    void a_quantity_with_more_digits_or_more_than_fits_is_none() {
        Measure kilos = new Measure("kg", 3);
        assertThatThrownBy(() -> kilos.steps(new BigDecimal("0.0005"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> kilos.steps(new BigDecimal("1E+2000000000"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> kilos.steps(new BigDecimal("1E-2147483647"))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Measure("kg", 10)).hasMessageContaining("not 0 to 9");
    }

    @Test
    void the_first_steps_are_worth_their_part_of_the_whole_half_up() {
        // Shares of single steps would be worth nothing for the first 800 g of a kilo at 1.00.
        assertThat(UnitShares.ofFirst(100, 1000, 800)).isEqualTo(80);
        assertThat(UnitShares.ofFirst(100, 1000, 804)).isEqualTo(80);
        assertThat(UnitShares.ofFirst(100, 1000, 805)).isEqualTo(81);
        assertThat(UnitShares.ofFirst(100, 1000, 1000)).isEqualTo(100);
        Random random = new Random(12);
        for (int i = 0; i < 10_000; i++) {
            long total = random.nextLong() >>> (1 + random.nextInt(60));
            long steps = 1 + (random.nextLong() >>> (2 + random.nextInt(60)));
            long taken = random.nextLong(steps + 1);
            long exact = BigInteger.valueOf(total)
                    .multiply(BigInteger.valueOf(taken))
                    .multiply(BigInteger.TWO)
                    .add(BigInteger.valueOf(steps))
                    .divide(BigInteger.valueOf(steps).multiply(BigInteger.TWO))
                    .longValueExact();
            assertThat(UnitShares.ofFirst(total, steps, taken)).isEqualTo(exact);
        }
    }

    @Test
    void parts_of_measured_goods_sum_to_the_whole_in_any_steps() {
        Money price = new Money(EUR, 1299);
        ReversalBasis kilo = new ReversalBasis(
                1000, 0, price, List.of(new Adjustment("spring", new Money(EUR, 130))), List.of(), 7, true);
        long sum = 0;
        long points = 0;
        long discount = 0;
        for (long before = 0; before < 1000; before += 125) {
            ReversalBasis part = kilo.part(before, 125);
            sum += part.price().minorUnits();
            points += part.points();
            discount += part.discount().minorUnits();
        }
        assertThat(sum).isEqualTo(1299);
        assertThat(points).isEqualTo(7);
        assertThat(discount).isEqualTo(130);
        assertThat(kilo.without(500).subtotal()).isEqualTo(new Money(EUR, 649));
    }

    @Test
    void a_line_and_its_worth_are_both_counted_or_both_measured() {
        Item lamp = new Item("LAMP", new Money(EUR, 100), "catalog", null, null, null, null, Map.of());
        ReversalBasis measured = new ReversalBasis(2, 0, new Money(EUR, 200), List.of(), List.of(), 0, true);
        assertThatThrownBy(() -> new Line("1", lamp, Units.ordered(2), measured))
                .hasMessageContaining("line 1 is counted and its worth measured");
    }
}
