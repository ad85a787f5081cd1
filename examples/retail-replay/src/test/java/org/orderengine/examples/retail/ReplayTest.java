package org.orderengine.examples.retail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;

class ReplayTest {

    private final Shop shop = new Shop();

    @Test
    void an_invoice_becomes_an_order_that_is_paid_and_delivered() {
        Tally tally = shop.row("1", "MUG", 3, "2024-01-01", "2.95", "4001")
                .row("1", "POST", 1, "2024-01-01", "4", "4001")
                .replay();

        Order order = shop.order("1");
        assertThat(order.position().states()).containsExactly("delivered");
        assertThat(order.totals().outstanding().isZero()).isTrue();
        assertThat(order.placedAt()).isEqualTo("2024-01-01T10:00:00Z");
        assertThat(tally.gross()).isEqualTo(pounds("12.85")).isEqualTo(shop.till.taken());
        assertThat(tally.orders()).isEqualTo(1);
        assertThat(tally.orderLines()).isEqualTo(2);
    }

    @Test
    void the_same_product_twice_on_an_invoice_is_two_lines_and_comes_back_from_both() {
        Tally tally = shop.row("1", "MUG", 3, "2024-01-01", "2.95", "4001")
                .row("1", "MUG", 2, "2024-01-01", "2.95", "4001")
                .row("C2", "MUG", -4, "2024-01-02", "2.95", "4001")
                .replay();

        assertThat(tally.orderLines()).isEqualTo(2);
        assertThat(tally.returnsMatched()).isEqualTo(1);
        assertThat(tally.refunded()).isEqualTo(pounds("11.80")).isEqualTo(shop.till.givenBack());
        assertThat(shop.order("1").books().lines())
                .extracting(ReplayTest::returned)
                .containsExactly(2L, 2L);
        assertThat(shop.order("1").books().returns()).hasSize(1);
    }

    @Test
    void goods_come_back_from_the_purchase_at_their_price_even_if_a_later_one_was_cheaper() {
        Tally tally = shop.row("1", "MUG", 3, "2024-01-01", "2.95", "4001")
                .row("2", "MUG", 3, "2024-01-02", "2.50", "4001")
                .row("C3", "MUG", -1, "2024-01-03", "2.95", "4001")
                .replay();

        assertThat(tally.refunded()).isEqualTo(pounds("2.95"));
        assertThat(shop.order("1").books().lines())
                .extracting(ReplayTest::returned)
                .containsExactly(1L);
        assertThat(shop.order("2").books().lines())
                .extracting(ReplayTest::returned)
                .containsExactly(0L);
    }

    @Test
    void among_purchases_at_one_price_goods_come_back_from_the_latest_first_and_then_from_others() {
        Tally tally = shop.row("1", "MUG", 3, "2024-01-01", "2.95", "4001")
                .row("2", "MUG", 3, "2024-01-02", "2.95", "4001")
                .row("3", "MUG", 1, "2024-01-03", "2.50", "4001")
                .row("C4", "MUG", -7, "2024-01-04", "2.95", "4001")
                .row("C5", "MUG", -1, "2024-01-05", "2.95", "4001")
                .replay();

        assertThat(tally.returnsMatched()).isEqualTo(1);
        assertThat(tally.returnsUnmatched()).isEqualTo(1);
        assertThat(tally.refunded()).as("what was paid for them").isEqualTo(pounds("20.20"));
    }

    @Test
    void nothing_comes_back_of_a_row_that_names_more_than_the_customer_has() {
        Tally tally = shop.row("1", "MUG", 3, "2024-01-01", "2.95", "4001")
                .row("C2", "MUG", -4, "2024-01-02", "2.95", "4001")
                .row("C3", "MUG", -2, "2024-01-03", "2.95", "4001")
                .row("C4", "MUG", -2, "2024-01-04", "2.95", "4001")
                .replay();

        assertThat(tally.returnsUnmatched()).as("C2 and C4").isEqualTo(2);
        assertThat(tally.returnsMatched()).as("C3").isEqualTo(1);
        assertThat(shop.order("1").books().lines())
                .extracting(ReplayTest::returned)
                .containsExactly(2L);
    }

    @Test
    void units_that_another_customer_a_guest_or_no_customer_yet_bought_do_not_come_back() {
        Tally tally = shop.row("1", "MUG", 3, "2024-01-01", "2.95", "4001")
                .row("2", "MUG", 3, "2024-01-01", "2.95", "NA")
                .row("C3", "MUG", -1, "2024-01-02", "2.95", "4002")
                .row("C4", "MUG", -1, "2024-01-02", "2.95", "NA")
                .row("C5", "CUP", -1, "2024-01-02", "2.95", "4001")
                .row("C6", "MUG", -1, "2023-12-31", "2.95", "4001")
                .replay();

        assertThat(tally.returnsUnmatched()).isEqualTo(4);
        assertThat(tally.returnsMatched()).isZero();
        assertThat(shop.till.givenBack().isZero()).isTrue();
    }

    @Test
    void what_the_engine_refuses_is_set_aside_under_its_code() {
        String tooLong = "9".repeat(101);
        Tally tally = shop.row(tooLong, "MUG", 1, "2024-01-01", "2.95", "4001")
                .row(tooLong, "CUP", 1, "2024-01-01", "2.95", "4001")
                .row("2", "MUG", Long.MAX_VALUE, "2024-01-01", "2.95", "4001")
                .replay();

        assertThat(tally.setAside())
                .containsEntry("bad-id", 2)
                .containsEntry("amount-overflow", 1)
                .hasSize(2);
        assertThat(tally.rows()).isEqualTo(3);
        assertThat(shop.orders()).isEmpty();
    }

    @Test
    void running_a_file_again_on_the_same_store_gives_the_same_and_does_nothing() {
        shop.row("1", "MUG", 3, "2024-01-01", "2.95", "4001").row("C2", "MUG", -1, "2024-01-02", "2.95", "4001");
        String first = json(shop.replay());
        Order before = shop.order("1");

        assertThat(json(shop.replay())).isEqualTo(first);

        assertThat(shop.order("1")).isEqualTo(before);
    }

    private static String json(Tally tally) {
        return tally.toJson(tally.rows(), java.time.Duration.ZERO);
    }

    private static long returned(Line line) {
        return line.units().returned();
    }

    private static Money pounds(String amount) {
        return Money.of("GBP", amount);
    }
}
