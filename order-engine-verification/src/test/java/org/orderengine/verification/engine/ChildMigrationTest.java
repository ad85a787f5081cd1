package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Migration;
import org.orderengine.decision.Stranded;
import org.orderengine.engine.MigrationOptions;
import org.orderengine.engine.MigrationReport;
import org.orderengine.engine.Outcome;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.model.Shipment;
import org.orderengine.model.Timer;
import org.orderengine.process.ChildProcesses;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.process.StandardProcesses;

/** What becomes of payments, shipments and returns when their order comes to another version of its process. */
class ChildMigrationTest {

    private static final ProcessDefinition V1 = StandardProcesses.physicalGoods();
    private static final ProcessDefinition V2 =
            ProcessJson.read(ProcessJson.write(V1).replace("\"version\": 1", "\"version\": 2"));

    private static final ProcessDefinition TRACKED = ProcessDefinition.named("shipment", 2)
            .initial("packed")
            .state(
                    "packed",
                    s -> s.on("shipped").to("on-the-road").on("cancelled").to("cancelled"))
            .state("on-the-road", s -> s.on("delivered")
                    .to("delivered")
                    .on("returned")
                    .to("returned")
                    .after("missing", Duration.ofDays(20))
                    .to("lost")
                    .after("reminder", Duration.ofDays(5))
                    .stay())
            .state("delivered", ProcessStateBuilder::end)
            .state("returned", ProcessStateBuilder::end)
            .state("lost", ProcessStateBuilder::end)
            .state("cancelled", ProcessStateBuilder::end)
            .build();

    private boolean isNew;
    private final TestShop shop = new TestShop(builder -> {
        builder.process(V1, ChildProcesses.STANDARD.shipments(ShipmentMachineTest.SCANNED));
        return isNew ? builder.process(V2, ChildProcesses.STANDARD.shipments(TRACKED)) : builder;
    });

    @Test
    void a_parcel_in_a_state_without_a_landing_place_is_listed_and_its_order_left_as_it_is() {
        ship("o-1");
        MigrationReport check = shop.engine.migrate(migration().build(), MigrationOptions.DRY_RUN);
        assertThat(check.left()).singleElement().satisfies(left -> {
            assertThat(left.stranded()).extracting(Stranded::kind).containsExactly(Stranded.Kind.CHILD);
            assertThat(left.stranded().get(0).toString())
                    .contains("child shipment s1: is in-transit, and there is no state \"in-transit\" in shipment v2");
        });
        shop.engine.migrate(migration().build(), MigrationOptions.DEFAULT);
        assertThat(shop.order("o-1").process()).isEqualTo(V1.reference());
        assertThat(shipment("o-1").state()).isEqualTo("in-transit");
    }

    @Test
    void a_parcel_lands_where_the_migration_says_with_the_time_that_its_timers_have_left() {
        ship("o-1");
        Instant due = timer("shipment s1 lost").due();
        shop.advance(Duration.ofDays(1));
        MigrationReport report = shop.engine.migrate(
                migration()
                        .state("shipment in-transit", "on-the-road")
                        .timer("shipment lost", "missing")
                        .build(),
                MigrationOptions.DEFAULT);
        assertThat(report.left()).isEmpty();
        assertThat(shipment("o-1").state()).isEqualTo("on-the-road");
        assertThat(shipment("o-1").stage()).isEqualTo(Shipment.Stage.SHIPPED);
        assertThat(timer("shipment s1 missing").due()).isEqualTo(due);
        assertThat(timer("shipment s1 missing").state()).isEqualTo("shipment s1 on-the-road");
        assertThat(timer("shipment s1 reminder").due())
                .isEqualTo(shop.clock.instant().plus(Duration.ofDays(5)));
        shop.advance(Duration.ofDays(9));
        assertThat(shipment("o-1").state()).isEqualTo("lost");
        assertThat(shop.state("o-1")).isEqualTo("producing");
        Invariants.hold(shop, "o-1");
    }

    @Test
    void a_timer_of_a_parcel_ends_where_the_migration_says_so_and_is_listed_where_it_does_not() {
        ship("o-1");
        Migration silent =
                migration().state("shipment in-transit", "on-the-road").build();
        assertThat(shop.engine
                        .migrate(silent, MigrationOptions.DRY_RUN)
                        .left()
                        .get(0)
                        .stranded())
                .singleElement()
                .satisfies(stranded -> assertThat(stranded.name()).isEqualTo("shipment s1 lost"));
        shop.engine.migrate(
                migration()
                        .state("shipment in-transit", "on-the-road")
                        .withoutTimer("shipment lost")
                        .build(),
                MigrationOptions.DEFAULT);
        assertThat(shop.order("o-1").flow().timers())
                .extracting(Timer::name)
                .contains("shipment s1 missing")
                .doesNotContain("shipment s1 lost");
    }

    @Test
    void what_has_ended_stays_ended_and_what_has_not_does_not_end_by_migrating() {
        ship("o-1");
        Migration ending = migration()
                .state("shipment in-transit", "delivered")
                .withoutTimer("shipment lost")
                .build();
        assertThat(shop.engine
                        .migrate(ending, MigrationOptions.DRY_RUN)
                        .left()
                        .get(0)
                        .stranded()
                        .get(0)
                        .reason())
                .contains("\"delivered\" in shipment v2 is an end");
    }

    @Test
    void a_migration_that_speaks_of_what_no_parcel_has_is_refused_with_all_of_it() {
        ship("o-1");
        Migration wrong = migration()
                .state("shipment in-transti", "on-the-road")
                .state("parcel in-transit", "on-the-road")
                .timer("shipment lost", "mising")
                .withoutTimer("return unsnet")
                .build();
        assertThatThrownBy(() -> shop.engine.migrate(wrong, MigrationOptions.DRY_RUN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("there is no state \"in-transti\" in shipment v1")
                .hasMessageContaining("\"parcel in-transit\" begins with none of [payment, shipment, return]")
                .hasMessageContaining("there is no timer \"mising\" in shipment v2")
                .hasMessageContaining("there is no timer \"unsnet\" in return v1");
    }

    @Test
    void one_version_stands_for_one_set_of_machines() {
        assertThatThrownBy(() -> new TestShop(
                        builder -> builder.process(V1).process(V1, ChildProcesses.STANDARD.shipments(TRACKED))))
                .isInstanceOfSatisfying(DefinitionException.class, refused -> assertThat(refused.findings())
                        .singleElement()
                        .satisfies(finding -> assertThat(finding.code()).isEqualTo("version-reused")));
        new TestShop(builder -> builder.process(V1).process(V1, ChildProcesses.STANDARD));
    }

    @Test
    void the_fingerprint_of_a_bound_process_covers_what_stands_beside_it() {
        String standard = ChildProcesses.STANDARD.fingerprintWith(V1);
        assertThat(ChildProcesses.STANDARD.fingerprintWith(StandardProcesses.physicalGoods()))
                .isEqualTo(standard);
        assertThat(List.of(
                        ChildProcesses.STANDARD.fingerprintWith(V2),
                        ChildProcesses.STANDARD.shipments(TRACKED).fingerprintWith(V1),
                        ChildProcesses.STANDARD.returns(TRACKED).fingerprintWith(V1)))
                .doesNotHaveDuplicates()
                .doesNotContain(standard);
    }

    private static Migration.Builder migration() {
        return Migration.between(V1.reference(), V2.reference());
    }

    /** A parcel of the first version is on its way when the second comes. */
    private void ship(String id) {
        shop.execute(threeLines(id));
        shop.act(id, "pay");
        assertThat(shop.act(id, "ship")).isInstanceOf(Outcome.Accepted.class);
        isNew = true;
        shop.restart();
    }

    private Shipment shipment(String order) {
        return shop.order(order).books().shipments().get(0);
    }

    private Timer timer(String name) {
        Timer timer = shop.order("o-1").flow().timer(name);
        assertThat(timer).as(name).isNotNull();
        return timer;
    }
}
