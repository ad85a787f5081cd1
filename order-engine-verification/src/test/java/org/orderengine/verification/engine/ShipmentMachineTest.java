package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.engine.Outcome;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.model.Shipment;
import org.orderengine.model.Timer;
import org.orderengine.model.Units;
import org.orderengine.process.ChildProcesses;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.process.StandardProcesses;

/** Parcels run a small machine of their own beside the order's, and the order follows them. */
class ShipmentMachineTest {

    /** A parcel that its carrier scans: on its way, at the door, handed over; lost when ten days pass without a scan. */
    static final ProcessDefinition SCANNED = ProcessDefinition.named("shipment", 1)
            .initial("packed")
            .state(
                    "packed",
                    s -> s.on("shipped").to("in-transit").on("cancelled").to("cancelled"))
            .state("in-transit", s -> s.on("carrier-scan")
                    .to("out-for-delivery")
                    .on("returned")
                    .to("returned")
                    .after("lost", Duration.ofDays(10))
                    .to("lost"))
            .state("out-for-delivery", s -> s.on("carrier-scan")
                    .to("delivered")
                    .on("deliver")
                    .stay()
                    .on("delivered")
                    .to("delivered")
                    .on("returned")
                    .to("returned")
                    .after("lost", Duration.ofDays(10))
                    .to("lost"))
            .state("delivered", ProcessStateBuilder::end)
            .state("returned", ProcessStateBuilder::end)
            .state("lost", ProcessStateBuilder::end)
            .state("cancelled", ProcessStateBuilder::end)
            .build();

    private static final ProcessDefinition SCANNING =
            ProcessJson.read(ProcessJson.write(StandardProcesses.physicalGoods())
                    .replace("\"delivery-failed\"", "\"carrier-scan\": {}, \"delivery-failed\""));

    private final TestShop shop =
            new TestShop(builder -> builder.process(SCANNING, ChildProcesses.STANDARD.shipments(SCANNED)));

    @Test
    void the_order_is_delivered_when_the_carriers_last_scan_says_so() {
        ship();
        assertThat(state("s1")).isEqualTo("in-transit");
        assertThat(timers()).containsExactly("shipment s1 lost");

        shop.act("o-1", "carrier-scan");
        assertThat(state("s1")).isEqualTo("out-for-delivery");
        assertThat(shop.state("o-1")).isEqualTo("shipped");
        assertThat(lamps().delivered()).isZero();

        shop.restart();
        shop.act("o-1", "carrier-scan");
        assertThat(state("s1")).isEqualTo("delivered");
        assertThat(shipment("s1").deliveredAt()).isEqualTo(shop.clock.instant());
        assertThat(lamps().delivered()).isEqualTo(2);
        assertThat(shop.state("o-1")).isEqualTo("delivered");
        assertThat(timers()).isEmpty();
        Invariants.hold(shop, "o-1");
    }

    @Test
    void a_built_in_action_that_the_machine_names_is_taken_where_the_machine_takes_it() {
        ship();
        assertThat(shop.engine.orders().allowed(shop.order("o-1"))).doesNotContain("deliver");
        Outcome.Rejected early = rejected(shop.act("o-1", "deliver"));
        assertThat(early.code()).isEqualTo("shipment-state");
        assertThat(early.message()).contains("s1 is in-transit");
        assertThat(lamps().delivered()).isZero();

        shop.act("o-1", "carrier-scan");
        assertThat(shop.engine.orders().allowed(shop.order("o-1"))).contains("deliver");
        assertThat(shop.act("o-1", "deliver")).isInstanceOf(Outcome.Accepted.class);
        assertThat(state("s1")).isEqualTo("delivered");
        assertThat(shop.state("o-1")).isEqualTo("delivered");
    }

    @Test
    void a_built_in_action_that_the_machine_does_not_name_needs_what_the_books_need() {
        ship();
        shop.act("o-1", "delivery-failed");
        assertThat(state("s1")).isEqualTo("returned");
        assertThat(lamps().reserved()).isEqualTo(2);
        assertThat(shop.state("o-1")).isEqualTo("producing");
    }

    @Test
    void a_parcel_that_is_not_scanned_is_lost_after_ten_days_and_its_units_can_be_shipped_again_U1_U2() {
        ship();
        shop.advance(Duration.ofDays(9));
        shop.act("o-1", "carrier-scan");
        shop.advance(Duration.ofDays(9));
        assertThat(state("s1")).as("the scan gave it ten more days").isEqualTo("out-for-delivery");
        shop.advance(Duration.ofDays(2));
        assertThat(state("s1")).isEqualTo("lost");
        assertThat(lamps().shipped()).isZero();
        assertThat(lamps().reserved()).isEqualTo(2);
        assertThat(shop.state("o-1")).as("the parcel's end was told").isEqualTo("producing");

        shop.act("o-1", "ship");
        shop.act("o-1", "carrier-scan");
        shop.act("o-1", "carrier-scan");
        assertThat(state("s2")).isEqualTo("delivered");
        assertThat(shop.state("o-1")).isEqualTo("delivered");
        Invariants.hold(shop, "o-1");
    }

    @Test
    void a_machine_with_timers_alone_needs_no_word_in_the_orders_process() {
        TestShop plain = new TestShop(builder ->
                builder.process(StandardProcesses.physicalGoods(), ChildProcesses.STANDARD.shipments(SCANNED)));
        plain.execute(threeLines("o-1"));
        plain.act("o-1", "pay");
        plain.act("o-1", "ship");
        plain.advance(Duration.ofDays(10));
        assertThat(plain.order("o-1").books().shipments().get(0).state()).isEqualTo("lost");
        assertThat(plain.state("o-1")).isEqualTo("producing");
        assertThat(plain.act("o-1", "cancel")).isInstanceOf(Outcome.Accepted.class);
        assertThat(plain.state("o-1")).isEqualTo("cancelled");
        Invariants.hold(plain, "o-1");
    }

    @Test
    void each_parcel_is_where_its_own_scans_brought_it() {
        place();
        shop.execute(Action.on("o-1", "ship").line("1", 1).build());
        shop.act("o-1", "ship");
        Outcome.Rejected which = rejected(shop.act("o-1", "carrier-scan"));
        assertThat(which.code()).isEqualTo("unknown-shipment");
        assertThat(which.message()).contains("[s1, s2]");
        scan("s2");
        assertThat(state("s1")).isEqualTo("in-transit");
        assertThat(state("s2")).isEqualTo("out-for-delivery");
        scan("s2");
        assertThat(shop.state("o-1")).isEqualTo("shipped");
        scan("s1");
        scan("s1");
        assertThat(shop.state("o-1")).isEqualTo("delivered");
    }

    @Test
    void a_parcel_that_was_packed_begins_and_may_be_opened_again() {
        place();
        shop.execute(Action.on("o-1", "ship").set("prepared", true).build());
        assertThat(state("s1")).isEqualTo("packed");
        Outcome early = shop.execute(
                Action.on("o-1", "carrier-scan").set("shipment", "s1").build());
        assertThat(rejected(early).code()).isEqualTo("shipment-state");
        shop.act("o-1", "cancel-shipment");
        assertThat(state("s1")).isEqualTo("cancelled");
        shop.execute(Action.on("o-1", "ship").set("prepared", true).build());
        shop.act("o-1", "ship");
        assertThat(state("s2")).isEqualTo("in-transit");
        Invariants.hold(shop, "o-1");
    }

    @Test
    void a_state_of_the_books_is_not_come_to_before_the_books_allow_it() {
        ProcessDefinition hasty = ProcessDefinition.named("shipment", 1)
                .initial("packed")
                .state("packed", s -> s.on("shipped")
                        .to("away")
                        .on("carrier-scan")
                        .to("delivered")
                        .after("forgotten", Duration.ofDays(1))
                        .to("lost"))
                .state("away", s -> s.on("delivered").to("delivered"))
                .state("delivered", ProcessStateBuilder::end)
                .state("lost", ProcessStateBuilder::end)
                .build();
        TestShop mine = new TestShop(builder -> builder.process(SCANNING, with(hasty)));
        mine.execute(threeLines("o-1"));
        mine.act("o-1", "pay");
        mine.execute(Action.on("o-1", "ship").set("prepared", true).build());
        Outcome.Rejected no = rejected(mine.act("o-1", "carrier-scan"));
        assertThat(no.code()).isEqualTo("shipment-state");
        assertThat(no.message()).contains("would have it delivered");
        mine.advance(Duration.ofDays(2));
        Shipment packed = mine.order("o-1").books().shipments().get(0);
        assertThat(packed.state()).isEqualTo("packed");
        mine.act("o-1", "ship");
        mine.act("o-1", "deliver");
        assertThat(mine.state("o-1")).isEqualTo("delivered");
        Invariants.hold(mine, "o-1");
    }

    @Test
    void what_the_machine_does_not_take_happens_all_the_same() {
        ProcessDefinition deaf = ProcessDefinition.named("shipment", 1)
                .initial("known")
                .state("known", s -> s.on("forget").to("forgotten"))
                .state("forgotten", ProcessStateBuilder::end)
                .build();
        TestShop mine = new TestShop(builder -> builder.process(StandardProcesses.physicalGoods(), with(deaf)));
        mine.execute(threeLines("o-1"));
        for (String action : List.of("pay", "ship", "deliver")) {
            assertThat(mine.act("o-1", action)).as(action).isInstanceOf(Outcome.Accepted.class);
        }
        Shipment shipment = mine.order("o-1").books().shipments().get(0);
        assertThat(shipment.state()).isEqualTo("known");
        assertThat(shipment.stage()).isEqualTo(Shipment.Stage.DELIVERED);
        assertThat(mine.state("o-1")).isEqualTo("delivered");
        Invariants.hold(mine, "o-1");
    }

    @Test
    void an_action_named_like_an_event_of_the_books_does_not_move_the_machine() {
        TestShop mine = new TestShop(builder -> builder.process(
                ProcessJson.read(ProcessJson.write(StandardProcesses.physicalGoods())
                        .replace("\"delivery-failed\"", "\"delivered\": {}, \"delivery-failed\"")),
                ChildProcesses.STANDARD));
        mine.execute(threeLines("o-1"));
        mine.act("o-1", "pay");
        mine.act("o-1", "ship");
        assertThat(mine.act("o-1", "delivered"))
                .as("it is an action of the process's own")
                .isInstanceOf(Outcome.Accepted.class);
        assertThat(mine.order("o-1").books().shipments().get(0).state()).isEqualTo("shipped");
    }

    @Test
    void a_machine_that_names_actions_of_others_is_refused_with_all_of_them() {
        ProcessDefinition wrong = ProcessDefinition.named("shipment", 1)
                .initial("packed")
                .state("packed", s -> s.on("shipped").to("away").on("pay").stay())
                .state("away", s -> s.on("shipment-ended").stay().on("capture").to("over"))
                .state("over", ProcessStateBuilder::end)
                .build();
        assertThat(findings(with(wrong)))
                .filteredOn(finding -> finding.code().equals("child-action"))
                .extracting(Finding::place)
                .containsExactly("states.packed.on.pay", "states.away.on.shipment-ended", "states.away.on.capture");
    }

    @Test
    void an_action_moves_one_kind_only() {
        ProcessDefinition returns = ProcessDefinition.named("return", 1)
                .initial("asked")
                .state("asked", s -> s.on("carrier-scan").to("over"))
                .state("over", ProcessStateBuilder::end)
                .build();
        assertThat(findings(with(SCANNED).returns(returns)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.code()).isEqualTo("child-action"));
    }

    private static List<Finding> findings(ChildProcesses children) {
        List<Finding> found = new ArrayList<>();
        assertThatThrownBy(() -> new TestShop(builder -> builder.process(StandardProcesses.physicalGoods(), children)))
                .isInstanceOfSatisfying(DefinitionException.class, refused -> found.addAll(refused.findings()));
        return found;
    }

    private static ChildProcesses with(ProcessDefinition shipments) {
        return ChildProcesses.STANDARD.shipments(shipments);
    }

    private void place() {
        shop.execute(threeLines("o-1"));
        assertThat(shop.act("o-1", "pay")).isInstanceOf(Outcome.Accepted.class);
    }

    private void ship() {
        place();
        assertThat(shop.act("o-1", "ship")).isInstanceOf(Outcome.Accepted.class);
    }

    private void scan(String shipment) {
        assertThat(shop.execute(Action.on("o-1", "carrier-scan")
                        .set("shipment", shipment)
                        .build()))
                .isInstanceOf(Outcome.Accepted.class);
    }

    private Shipment shipment(String id) {
        Shipment shipment = shop.order("o-1").books().shipment(id);
        assertThat(shipment).isNotNull();
        return shipment;
    }

    private String state(String id) {
        return shipment(id).state();
    }

    private Units lamps() {
        return shop.order("o-1").books().lines().get(0).units();
    }

    private List<String> timers() {
        return shop.order("o-1").flow().timers().stream()
                .map(Timer::name)
                .filter(name -> name.startsWith("shipment "))
                .toList();
    }

    private static Outcome.Rejected rejected(Outcome outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        return (Outcome.Rejected) outcome;
    }
}
