package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.orderengine.verification.engine.TestShop.eur;

import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.engine.Outcome;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.model.Order;
import org.orderengine.orders.ParkedEffect;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.testkit.FakeCatalog;

/** An engine without a payment gateway runs no process that asks for payments, unless it says that orders are paid by notification. */
class MissingServiceTest {

    private static OrderEngineBuilder builder() {
        return OrderEngine.builder().catalog(new FakeCatalog().sell("LAMP", eur("10.00")));
    }

    @Test
    void a_process_that_asks_for_payments_is_found_when_the_engine_is_built() {
        DefinitionException refused = catchThrowableOfType(
                DefinitionException.class,
                () -> builder().process(StandardProcesses.virtualGoods()).build());

        assertThat(refused.findings())
                .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("missing-service"));
        assertThat(refused.findings())
                .extracting(Finding::place)
                .contains(
                        "virtual-goods v1 states.active.states.created.on.pay",
                        "virtual-goods v1 states.active.states.paying.run[0]");
        assertThat(refused).hasMessageContaining("withoutPayments()");
    }

    @Test
    void so_is_the_process_that_orders_follow_where_none_is_given() {
        assertThat(catchThrowableOfType(
                        DefinitionException.class, () -> builder().build()))
                .isNotNull();
    }

    @Test
    void a_process_that_never_asks_for_payments_needs_no_gateway() {
        ProcessDefinition free = ProcessDefinition.named("free", 1)
                .initial("open")
                .state("open", state -> state.on("close").to("closed"))
                .state("closed", state -> state.end())
                .build();
        try (OrderEngine engine = builder().process(free).build()) {
            assertThat(engine.execute(PlaceOrder.of("o").line("LAMP", 1).build())
                            .isAccepted())
                    .isTrue();
        }
    }

    @Test
    void paid_by_notification_only_it_refuses_to_pay_takes_what_arrives_and_leaves_what_goes_back_to_a_person() {
        try (OrderEngine engine = builder().withoutPayments().build()) {
            engine.execute(PlaceOrder.of("o").line("LAMP", 1).build());
            Order placed = engine.orders().find("o").orElseThrow();
            assertThat(engine.orders().allowed(placed))
                    .doesNotContain("pay", "authorize")
                    .contains("payment-received", "cancel");
            Outcome refused = engine.execute(Action.on("o", "pay").build());
            assertThat(refused).isInstanceOfSatisfying(Outcome.Rejected.class, rejected -> assertThat(rejected.code())
                    .isEqualTo("no-gateway"));

            engine.execute(
                    Action.on("o", "payment-received").set("reference", "tx-1").build());
            assertThat(engine.orders().find("o").orElseThrow().position().toString())
                    .isEqualTo("paid");
            engine.execute(Action.on("o", "cancel").build());

            ParkedEffect parked = engine.orders()
                    .parked(OrderCriteria.ALL, null, 10)
                    .effects()
                    .get(0);
            assertThat(parked.code()).isEqualTo("gave-up");
            engine.execute(new ResolveEffect(
                    "o", parked.effect().id(), Resolution.done("by hand"), "eve", "paid out at the till", null));
            assertThat(engine.orders().find("o").orElseThrow().totals().refunded())
                    .isEqualTo(eur("10.00"));
        }
    }
}
