package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.Outcome;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.model.Shipment;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.verification.engine.Invariants;
import org.orderengine.verification.engine.Race;
import org.orderengine.verification.engine.TestShop;

/** Orders that are stuck, or go where they should not; flows that cannot be changed. */
class FlowPainsTest {

    private static final String ID = "o-1";

    private final TestShop shop = new TestShop();

    // vendure#1865
    @Test
    void an_order_whose_modification_fails_goes_on_as_it_was() {
        shop.inventory.stock("BED", 3);
        pay(shop, 1);

        Outcome tooMany = shop.execute(Action.on(ID, "modify").line("1", 5).build());

        assertThat(tooMany.isAccepted()).isFalse();
        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.order(ID).totals().total()).isEqualTo(eur("100.00"));
        Invariants.isSettled(shop, ID);
        assertThat(shop.execute(Action.on(ID, "modify").line("1", 2).build()).isAccepted())
                .isTrue();
        completes("pay", "ship", "deliver", "confirm", "complete");
    }

    // vendure#1177, vendure#3235
    @Test
    void an_order_that_costs_more_than_was_paid_can_be_paid_reduced_or_cancelled() {
        for (String way : List.of("pay", "reduce", "cancel")) {
            TestShop other = new TestShop();
            pay(other, 1);
            other.execute(Action.on(ID, "modify").line("1", 2).build());
            assertThat(other.order(ID).totals().outstanding()).isEqualTo(eur("100.00"));
            assertThat(other.act(ID, "ship").isAccepted()).isFalse();

            if (way.equals("reduce")) {
                other.execute(Action.on(ID, "modify").line("1", 1).build());
            } else {
                assertThat(other.act(ID, way).isAccepted()).as(way).isTrue();
            }

            assertThat(other.order(ID).totals().outstanding()).as(way).isEqualTo(eur("0.00"));
            assertThat(other.act(ID, "ship").isAccepted()).as(way).isEqualTo(!way.equals("cancel"));
            Invariants.isSettled(other, ID);
        }
    }

    // vendure#1330
    @Test
    void an_authorized_order_can_be_captured_and_can_be_cancelled() {
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.execute(PlaceOrder.of("o-2").line("BED", 1).build());
        shop.act(ID, "authorize");
        shop.act("o-2", "authorize");

        shop.act(ID, "capture");
        shop.act("o-2", "cancel");

        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.state("o-2")).isEqualTo("cancelled");
        assertThat(shop.order("o-2").totals().authorized()).as("voided").isEqualTo(eur("0.00"));
        Invariants.isSettled(shop, ID);
        Invariants.isSettled(shop, "o-2");
    }

    // vendure#1865, vendure#1177, vendure#3235, vendure#1330
    @Test
    void a_process_in_which_orders_can_get_stuck_is_not_built() {
        ProcessDefinition stuck = ProcessDefinition.named("stuck", 1)
                .state("open", s -> s.on("modify").to("modifying").on("use").to("used"))
                .state("modifying", s -> s.on("look").stay())
                .state("used", ProcessStateBuilder::end)
                .build();

        assertThatThrownBy(() -> new TestShop(stuck))
                .isInstanceOf(DefinitionException.class)
                .hasMessageContaining("modifying");
    }

    // Sylius#8928
    @Test
    void a_cancelled_order_is_not_paid() {
        shop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        shop.act(ID, "cancel");

        Outcome.Rejected no = (Outcome.Rejected) shop.act(ID, "pay");

        assertThat(no.code()).isEqualTo("order-ended");
        assertThat(shop.gateway.calls()).isEmpty();
        assertThat(shop.state(ID)).isEqualTo("cancelled");
    }

    // Sylius#13442
    @Test
    void the_unpaid_timer_leaves_refunded_orders_alone() {
        shop.inventory.stock("BED", 3);
        pay(shop, 1);
        shop.execute(Action.on(ID, "refund").amount(eur("40.00")).build());
        shop.execute(PlaceOrder.of("o-2").line("BED", 1).build());
        shop.act("o-2", "pay");
        shop.execute(Action.on("o-2", "refund").amount(eur("100.00")).build());

        shop.advance(Duration.ofHours(2));

        assertThat(shop.state(ID)).isEqualTo("paid");
        assertThat(shop.state("o-2")).isEqualTo("paid");
        assertThat(shop.inventory.level("BED").reserved()).isEqualTo(2);
    }

    // listed without a number: a payment arrives after the timeout released the goods
    @Test
    void money_that_meets_the_timeout_pays_the_order_or_goes_back() {
        Race.of(ID, racing -> {
                    racing.execute(PlaceOrder.of(ID).line("BED", 1).build());
                    racing.gateway.receive(ID, null, "bank", eur("100.00"), "tx-1");
                    racing.clock.advanceTo(racing.engine.orders().nextDue().orElseThrow());
                })
                .due()
                .command(
                        "notification",
                        racing -> racing.execute(Action.on(ID, "payment-received")
                                .set("reference", "tx-1")
                                .set("amount", "100.00")
                                .set("method", "bank")
                                .build()))
                .interleavings(racing -> {
                    racing.advance(Duration.ofMinutes(10));
                    boolean paid = racing.state(ID).equals("paid");
                    assertThat(racing.state(ID)).isIn("paid", "cancelled");
                    assertThat(racing.inventory.held(ID)).isEqualTo(paid ? 1 : 0);
                    assertThat(racing.order(ID).totals().refunded()).isEqualTo(eur(paid ? "0.00" : "100.00"));
                    Invariants.isSettled(racing, ID);
                })
                .explore();
    }

    // solidus#1576, solidus#3222, vendure#963, vendure#1440
    @Test
    void a_host_changes_the_flow_with_a_definition_and_names_of_its_own() {
        TestShop workshop = new TestShop(builder -> builder.process(ProcessDefinition.named("repairs", 1)
                        .initial("received")
                        .state("received", s -> s.on("inspect").to("inspecting"))
                        .state("inspecting", s -> s.run("workbench.inspect").done("inspected"))
                        .state("inspected", s -> s.on("repair")
                                .when("worth-it")
                                .to("repaired")
                                .otherwise()
                                .to("sent-back"))
                        .state("repaired", ProcessStateBuilder::end)
                        .state("sent-back", ProcessStateBuilder::end)
                        .build())
                .guard(
                        "worth-it",
                        context -> context.order().totals().total().compareTo(eur("50.00")) > 0 ? null : "it is cheap")
                .effect("workbench.inspect", (order, call) -> EffectResult.done()));
        workshop.execute(PlaceOrder.of(ID).line("BED", 1).build());
        workshop.execute(PlaceOrder.of("o-2").line("CUP", 1).build());
        for (String action : List.of("inspect", "repair")) {
            assertThat(workshop.act(ID, action).isAccepted()).isTrue();
            assertThat(workshop.act("o-2", action).isAccepted()).isTrue();
        }

        assertThat(workshop.state(ID)).isEqualTo("repaired");
        assertThat(workshop.state("o-2")).isEqualTo("sent-back");
    }

    // COLA#384
    @Test
    void an_order_its_payments_shipments_and_returns_have_states_of_their_own_and_change_in_one_commit() {
        pay(shop, 2);
        shop.act(ID, "ship");
        shop.act(ID, "deliver");
        shop.execute(Action.on(ID, "request-return").line("1", 2).build());
        shop.act(ID, "approve-return");
        shop.act(ID, "receive-return");

        assertThat(shop.order(ID).books().payments().get(0).state()).isEqualTo("refunded");
        assertThat(shop.order(ID).books().returns().get(0).state()).isEqualTo("received");
        TimelineEntry delivered = shop.engine.orders().timeline(ID).stream()
                .filter(entry -> entry.order().books().shipments().stream()
                        .map(Shipment::state)
                        .anyMatch("delivered"::equals))
                .findFirst()
                .orElseThrow();
        assertThat(delivered.order().position()).hasToString("delivered");
        Invariants.isSettled(shop, ID);
    }

    private static void pay(TestShop shop, long beds) {
        shop.execute(PlaceOrder.of(ID).line("BED", beds).build());
        shop.act(ID, "pay");
    }

    private void completes(String... actions) {
        for (String action : actions) {
            assertThat(shop.act(ID, action).isAccepted()).as(action).isTrue();
        }
        assertThat(shop.state(ID)).isEqualTo("completed");
        Invariants.hold(shop, ID);
        Invariants.worldEqualsTheBooks(shop, ID);
    }
}
