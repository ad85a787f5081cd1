package org.orderengine.examples.retail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Totals;

/** The real file, held against sums that are taken from its text without any of the program's code. */
class SharedSampleTest {

    private static final Path SAMPLE = Project.sharedSample();

    @BeforeAll
    static void the_sample_is_there() {
        if ("true".equals(System.getenv("CI"))) {
            assertThat(SAMPLE).as("CI tests on real data").exists();
        }
        assumeTrue(Files.exists(SAMPLE), () -> SAMPLE + " is not there");
    }

    @Test
    void every_row_is_accounted_for_and_the_sums_are_those_of_the_file() throws IOException {
        ExpectedSums expected = ExpectedSums.of(Files.readString(SAMPLE));
        Shop shop = new Shop();
        SalesFile file;
        try (InputStream source = Files.newInputStream(SAMPLE)) {
            file = SalesFile.read(source);
        }

        Tally tally = shop.replay(file);

        assertThat(file.size()).isEqualTo(expected.rows);
        assertThat(tally.rows()).isEqualTo(expected.rows);
        assertThat(tally.orders()).isEqualTo(expected.orders.size());
        assertThat(tally.orderLines()).isEqualTo(expected.sales.size());
        assertThat(decimal(tally.gross())).isEqualByComparingTo(expected.gross());
        assertThat(tally.setAside()).isEqualTo(expected.setAside);
        assertThat(tally.returnsMatched()).isEqualTo(expected.matched).isPositive();
        assertThat(tally.returnsUnmatched()).isEqualTo(expected.unmatched);
        assertThat(decimal(tally.refunded())).isEqualByComparingTo(expected.refunded);
        assertThat(tally.gross()).isEqualTo(shop.till.taken());
        assertThat(tally.refunded()).isEqualTo(shop.till.givenBack());
        assertBooks(shop, expected);
    }

    private static void assertBooks(Shop shop, ExpectedSums expected) {
        BigDecimal captured = BigDecimal.ZERO;
        BigDecimal refunded = BigDecimal.ZERO;
        long lines = 0;
        for (Order order : shop.orders()) {
            Totals totals = order.totals();
            captured = captured.add(decimal(totals.captured()));
            refunded = refunded.add(decimal(totals.refunded()));
            lines += order.books().lines().size();
            assertThat(totals.outstanding().isZero()).as(order.id()).isTrue();
            assertThat(order.position().states()).as(order.id()).containsExactly("delivered");
            assertThat(order.flow().effects()).as(order.id()).isEmpty();
            for (Line line : order.books().lines()) {
                assertThat(line.units().delivered()).isEqualTo(line.units().ordered());
                assertThat(line.units().returned())
                        .isLessThanOrEqualTo(line.units().delivered());
            }
        }
        assertThat(captured).isEqualByComparingTo(expected.gross());
        assertThat(refunded).isEqualByComparingTo(expected.refunded);
        assertThat(lines).isEqualTo(expected.sales.size());
    }

    private static BigDecimal decimal(Money amount) {
        return new BigDecimal(amount.toDecimal());
    }
}
