package org.orderengine.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.QueryRefusedException;

/** The JSON form of criteria. */
class CriteriaJsonTest {

    private static final OrderCriteria EVERYTHING = OrderCriteria.ALL
            .anyOf(OrderColumn.MERCHANT, "acme", "b\"x")
            .where(OrderColumn.PLACED_AT, Operator.FROM, Instant.parse("2026-01-01T00:00:00Z"))
            .where(OrderColumn.PLACED_AT, Operator.BEFORE, Instant.parse("2026-02-01T00:00:00.5Z"))
            .where(OrderColumn.PARKED, Operator.IS, true)
            .where(OrderColumn.TOTAL, Operator.FROM, 500L)
            .where(OrderTerm.SKU, Operator.PREFIX, "LA")
            .where(OrderTerm.attribute("gift"), Operator.IS, "yes")
            .sorted(OrderSort.By.UPDATED, true);

    @Test
    void what_is_written_is_read_as_the_same() {
        for (OrderCriteria criteria : new OrderCriteria[] {OrderCriteria.ALL, EVERYTHING}) {
            assertThat(CriteriaJson.read(CriteriaJson.write(criteria))).isEqualTo(criteria);
        }
        assertThat(CriteriaJson.read("{}")).isEqualTo(OrderCriteria.ALL);
    }

    @Test
    void it_reads_as_people_write_it() {
        assertThat(
                        CriteriaJson.read(
                                """
                        { "conditions": [ { "field": "placed", "from": "2026-01-01T00:00:00Z", "before": "2026-02-01T00:00:00.5Z" },
                                          { "field": "sku", "prefix": "LA" } ],
                          "sort": "updated", "ascending": true }"""))
                .isEqualTo(OrderCriteria.ALL
                        .where(OrderColumn.PLACED_AT, Operator.FROM, Instant.parse("2026-01-01T00:00:00Z"))
                        .where(OrderColumn.PLACED_AT, Operator.BEFORE, Instant.parse("2026-02-01T00:00:00.5Z"))
                        .where(OrderTerm.SKU, Operator.PREFIX, "LA")
                        .sorted(OrderSort.By.UPDATED, true));
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_with_its_place() {
        assertThatThrownBy(
                        () -> CriteriaJson.read(
                                """
                        { "conditions": [ { "field": "byer", "anyOf": ["ann"] },
                                          { "field": "placed", "anyOf": ["2026-01-01T00:00:00Z"] },
                                          { "field": "total", "from": "12.30" },
                                          { "field": "placed", "from": "soon" },
                                          { "field": "sku" } ],
                          "sort": "updatet", "limit": 3 }"""))
                .isInstanceOfSatisfying(QueryRefusedException.class, refused -> assertThat(refused.code())
                        .isEqualTo(QueryRefusedException.UNREADABLE))
                .hasMessageContaining(
                        "line 1, column 30: \"byer\" is nothing that orders are found by (did you mean \"buyer\"?)")
                .hasMessageContaining("line 2")
                .hasMessageContaining("line 3")
                .hasMessageContaining("expected a whole number")
                .hasMessageContaining("\"soon\" is no instant")
                .hasMessageContaining("a condition has one of anyOf, from, before, prefix; this one has none")
                .hasMessageContaining("\"updatet\" is none of")
                .hasMessageContaining("unknown key \"limit\"");
        assertThatThrownBy(() -> CriteriaJson.read("nonsense")).isInstanceOf(QueryRefusedException.class);
    }
}
