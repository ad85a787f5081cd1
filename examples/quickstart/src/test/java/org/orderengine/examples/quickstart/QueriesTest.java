package org.orderengine.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.model.Money;
import org.orderengine.orders.OrderSlice;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;

/** The example of {@code docs/queries.md}. */
class QueriesTest {

    @Test
    void orders_are_listed_slice_by_slice() {
        Product seat = Product.of("SEAT", Money.of("EUR", "20.00"));
        ProcessDefinition tickets = ProcessDefinition.named("tickets", 1)
                .state("open", s -> s.on("use").to("used"))
                .state("used", s -> s.end())
                .build();
        try (OrderEngine engine = OrderEngine.builder()
                .catalog((skus, origin) -> Map.of("SEAT", seat))
                .process(tickets)
                .build()) {
            for (int number = 1; number <= 60; number++) {
                engine.execute(PlaceOrder.of("o-" + number)
                        .merchant("north")
                        .line("SEAT", 1)
                        .build());
            }
            // snippet: list
            OrderCriteria open = OrderCriteria.ALL
                    .where(OrderColumn.MERCHANT, Operator.IS, "north")
                    .where(OrderColumn.STATE, Operator.IS, "open");
            OrderSlice first = engine.orders().list(open, null, 50);
            OrderSlice second = engine.orders().list(open, first.next(), 50);
            // end
            assertThat(first.orders()).hasSize(50);
            assertThat(second.orders()).hasSize(10);
            assertThat(second.next()).isNull();
        }
    }

    @Test
    void the_first_program_of_the_readme_runs() {
        FirstOrder.main(new String[0]);
    }
}
