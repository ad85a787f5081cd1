package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.view.OrderExport;

/** Exports of orders. */
class OrderExportTest {

    private final TestShop shop = new TestShop();

    @Test
    void every_order_is_exported_once_though_orders_change_and_arrive_meanwhile() throws IOException {
        place(450);
        StringBuilder out = new StringBuilder();

        long written = OrderExport.jsonLines(shop.engine.orders())
                .goOn(OrderCriteria.ALL.sorted(OrderSort.By.UPDATED, true), null, out, (soFar, unreadable, next) -> {
                    shop.act("o-" + soFar / 2, "pay");
                    shop.execute(PlaceOrder.of("new-" + soFar).line("CUP", 1).build());
                });

        assertThat(written).isEqualTo(450);
        assertThat(ids(out)).hasSize(450);
        assertThat(out.toString().lines()).hasSize(450).allMatch(line -> line.startsWith("{\"order\":\"o-"));
    }

    @Test
    void an_export_that_broke_off_goes_on_behind_the_last_batch_that_was_written_whole() throws IOException {
        place(450);
        StringBuilder first = new StringBuilder();
        List<String> cursors = new ArrayList<>();
        OrderExport export = OrderExport.jsonLines(shop.engine.orders());

        assertThatThrownBy(() -> export.goOn(OrderCriteria.ALL, null, first, (soFar, unreadable, next) -> {
                    cursors.add(next);
                    throw new IOException("disk full");
                }))
                .hasMessage("disk full");
        StringBuilder second = new StringBuilder();
        export.goOn(OrderCriteria.ALL, cursors.get(0), second, OrderExport.Progress.NONE);

        Set<String> all = ids(first);
        all.addAll(ids(second));
        assertThat(first.toString().lines().count() + second.toString().lines().count())
                .isEqualTo(450);
        assertThat(all).hasSize(450);
    }

    @Test
    void a_cursor_of_another_query_is_refused() throws IOException {
        place(201);
        List<String> cursors = new ArrayList<>();
        OrderExport export = OrderExport.jsonLines(shop.engine.orders());
        export.goOn(OrderCriteria.ALL, null, new StringBuilder(), (soFar, unreadable, next) -> cursors.add(next));

        assertThatThrownBy(() -> export.goOn(
                        OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann"),
                        cursors.get(0),
                        new StringBuilder(),
                        OrderExport.Progress.NONE))
                .isInstanceOf(QueryRefusedException.class)
                .hasMessageContaining("cursor");
    }

    @Test
    void comma_separated_values_name_their_columns_and_hold_no_formula() throws IOException {
        shop.execute(PlaceOrder.of("o-1")
                .buyer("=HYPERLINK(\"x\")")
                .channel("web, mobile")
                .line("LAMP", 2)
                .build());
        StringBuilder out = new StringBuilder();

        OrderExport.csv(shop.engine.orders()).write(OrderCriteria.ALL, out);

        List<String> lines = out.toString().lines().toList();
        assertThat(lines.get(0)).startsWith("order,placedAt,buyer,").endsWith(",chargedBack,outstanding");
        assertThat(lines.get(1))
                .startsWith(
                        "o-1,2026-01-01T00:00:00Z,\"'=HYPERLINK(\"\"x\"\")\",,\"web, mobile\",,physical-goods,1,created,to-pay,")
                .contains(",none,none,none,EUR,20.00,")
                .endsWith(",23.80");
        assertThat(out.toString()).endsWith("\r\n");
    }

    private void place(int orders) {
        for (int i = 1; i <= orders; i++) {
            shop.execute(PlaceOrder.of("o-" + i).line("CUP", 1).build());
        }
    }

    private static Set<String> ids(CharSequence lines) {
        Set<String> ids = new TreeSet<>();
        lines.toString().lines().forEach(line -> ids.add(line.substring(0, line.indexOf(','))));
        return ids;
    }
}
