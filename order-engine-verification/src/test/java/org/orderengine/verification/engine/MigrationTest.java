package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.MigrateOrder;
import org.orderengine.command.Migration;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.Stranded;
import org.orderengine.diagram.Highlight;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.MigrationCounts;
import org.orderengine.engine.MigrationOptions;
import org.orderengine.engine.MigrationReport;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.engine.Outcome;
import org.orderengine.event.Event;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Timer;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.VirtualClock;

/** Orders that come from one version of their process to the next, wherever they are. */
class MigrationTest {

    private static final ProcessDefinition FIRST = ProcessDefinition.named("tickets", 1)
            .state("sale", sale -> sale.on("hold")
                    .to("held")
                    .state("back", h -> h.history(ProcessState.History.DEEP).initial("open"))
                    .state("open", s -> s.on("use")
                            .to("opening")
                            .after("unpaid", Duration.ofMinutes(30))
                            .to("lapsed")
                            .after("reminder", Duration.ofMinutes(10))
                            .stay())
                    .state("opening", s -> s.run("door.open").done("used").declined("open")))
            .state("held", s -> s.on("resume").to("back"))
            .state("used", ProcessStateBuilder::end)
            .state("lapsed", ProcessStateBuilder::end)
            .initial("sale")
            .build();

    private static final ProcessDefinition SECOND = ProcessDefinition.named("tickets", 2)
            .state("sale", sale -> sale.on("hold")
                    .to("held")
                    .state("again", h -> h.history(ProcessState.History.DEEP).initial("waiting"))
                    .state("waiting", s -> s.on("enter")
                            .to("entering")
                            .after("payment-due", Duration.ofMinutes(45))
                            .to("lapsed")
                            .after("last-call", Duration.ofHours(1))
                            .stay())
                    .state("entering", s -> s.run("gate.open").done("inside").declined("waiting")))
            .state("held", s -> s.on("resume").to("again"))
            .state("inside", s -> s.on("leave").to("used"))
            .state("used", ProcessStateBuilder::end)
            .state("lapsed", ProcessStateBuilder::end)
            .initial("sale")
            .build();

    private static final Migration FULL = plain().state("open", "waiting")
            .state("opening", "entering")
            .state("back", "again")
            .timer("unpaid", "payment-due")
            .withoutTimer("reminder")
            .effect("door.open", "gate.open")
            .build();

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final Deque<EffectResult> answers = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private OrderStore store = new MemoryOrderStore();

    @Test
    void orders_in_every_state_go_on_under_the_new_version() {
        OrderEngine before = engine(FIRST);
        place(before, "o-open", "o-held", "o-busy");
        act(before, "o-held", "hold");
        answers.add(EffectResult.failed("the door is stuck"));
        act(before, "o-busy", "use");
        clock.advance(Duration.ofMinutes(5));
        OrderEngine engine = engine(FIRST, SECOND);

        MigrationReport report = engine.migrate(FULL);

        assertThat(report.isComplete()).isTrue();
        assertThat(report.counts()).isEqualTo(new MigrationCounts(3, 3, 3, 0, 0, 0, 0));
        for (String id : List.of("o-open", "o-held", "o-busy")) {
            assertThat(order(engine, id).process()).isEqualTo(SECOND.reference());
            assertThat(lastOf(engine, id).events().get(0)).isInstanceOf(Event.ProcessMigrated.class);
            assertThat(lastOf(engine, id).order()).isEqualTo(order(engine, id));
        }
        assertThat(state(engine, "o-open")).isEqualTo("waiting");
        act(engine, "o-open", "enter");
        assertThat(state(engine, "o-open")).isEqualTo("inside");
        act(engine, "o-held", "resume");
        assertThat(state(engine, "o-held")).isEqualTo("waiting");
        assertThat(state(engine, "o-busy")).isEqualTo("entering");
        runUntil(engine, Duration.ofMinutes(1));
        assertThat(state(engine, "o-busy")).isEqualTo("inside");
        assertThat(calls).containsExactly("door o-busy/2.1", "gate o-open/3.1", "gate o-busy/2.1");
    }

    @Test
    void running_timers_go_on_new_ones_begin_and_those_that_fired_do_not_begin_again() {
        OrderEngine before = engine(FIRST);
        place(before, "o-1");
        clock.advance(Duration.ofMinutes(20));
        before.runDue(clock.instant());
        OrderEngine engine = engine(FIRST, SECOND);
        Instant placed = order(engine, "o-1").placedAt();
        assertThat(order(engine, "o-1").flow().timers()).extracting(Timer::name).containsExactly("unpaid");

        engine.migrate(FULL);

        assertThat(order(engine, "o-1").flow().timers())
                .containsExactly(
                        new Timer("payment-due", "waiting", placed.plus(Duration.ofMinutes(30)), 3),
                        new Timer("last-call", "waiting", clock.instant().plus(Duration.ofHours(1)), 3));
        runUntil(engine, Duration.ofMinutes(10));
        assertThat(state(engine, "o-1")).isEqualTo("lapsed");
    }

    @Test
    void a_dry_run_lists_everything_without_landing_place_and_changes_nothing() {
        OrderEngine before = engine(FIRST);
        place(before, "o-open", "o-held", "o-busy", "o-used");
        act(before, "o-used", "use");
        act(before, "o-held", "hold");
        answers.add(EffectResult.failed("the door is stuck"));
        act(before, "o-busy", "use");
        OrderEngine engine = engine(FIRST, SECOND);
        List<Order> orders = orders(engine);

        MigrationReport bare = engine.migrate(plain().build(), MigrationOptions.DRY_RUN);
        MigrationReport states = engine.migrate(
                plain().state("open", "waiting").state("opening", "waiting").build(), MigrationOptions.DRY_RUN);
        MigrationReport full = engine.migrate(FULL, MigrationOptions.DRY_RUN);

        assertThat(bare.dryRun()).isTrue();
        assertThat(bare.counts()).isEqualTo(new MigrationCounts(4, 4, 0, 0, 1, 0, 3));
        assertThat(left(bare))
                .containsExactlyInAnyOrder(
                        "o-open STATE open", "o-held HISTORY back", "o-busy STATE opening", "o-busy EFFECT door.open");
        assertThat(left(states))
                .containsExactlyInAnyOrder(
                        "o-open TIMER unpaid",
                        "o-open TIMER reminder",
                        "o-held HISTORY back",
                        "o-busy STATE opening",
                        "o-busy EFFECT door.open");
        assertThat(full.counts()).isEqualTo(new MigrationCounts(4, 4, 3, 0, 1, 0, 0));
        assertThat(orders(engine)).isEqualTo(orders);
    }

    @Test
    void what_cannot_land_is_left_and_the_others_go_on() {
        OrderEngine before = engine(FIRST);
        place(before, "o-open", "o-held");
        act(before, "o-held", "hold");
        OrderEngine engine = engine(FIRST, SECOND);

        MigrationReport report =
                engine.migrate(plain().withoutHistory("back").build(), MigrationOptions.DEFAULT.listed(1));

        assertThat(report.isComplete()).isFalse();
        assertThat(report.counts()).isEqualTo(new MigrationCounts(2, 2, 1, 0, 0, 0, 1));
        assertThat(left(report)).containsExactly("o-open STATE open");
        assertThat(report.left().get(0).code()).isEqualTo("no-landing-place");
        assertThat(report.left().get(0).stranded().get(0).reason())
                .isEqualTo("there is no state \"open\" in tickets v2");
        act(engine, "o-held", "resume");
        assertThat(state(engine, "o-held")).isEqualTo("waiting");
    }

    @Test
    void running_it_again_passes_over_what_is_migrated() {
        OrderEngine engine = engine(FIRST, SECOND);
        place(engine(FIRST), "o-1", "o-2");
        place(engine, "o-3");
        engine.migrate(FULL);
        List<Order> orders = orders(engine);

        assertThat(engine.migrate(FULL).counts()).isEqualTo(new MigrationCounts(3, 3, 0, 3, 0, 0, 0));
        assertThat(engine.execute(new MigrateOrder("o-1", FULL, null)).isAccepted())
                .isTrue();
        assertThat(orders(engine)).isEqualTo(orders);
    }

    @Test
    void orders_that_have_ended_are_migrated_only_when_asked() {
        OrderEngine before = engine(FIRST);
        place(before, "o-1");
        act(before, "o-1", "use");
        OrderEngine engine = engine(FIRST, SECOND);

        assertThat(engine.migrate(FULL).counts().ended()).isEqualTo(1);
        assertThat(rejected(engine.execute(new MigrateOrder("o-1", FULL, null))))
                .isEqualTo("order-ended");
        assertThat(engine.migrate(plain().endedToo().build()).counts().migrated())
                .isEqualTo(1);
        assertThat(order(engine, "o-1").position().ended()).isTrue();
        assertThat(order(engine, "o-1").process()).isEqualTo(SECOND.reference());
    }

    @Test
    void an_effect_that_waits_for_a_person_waits_on_under_its_new_name() {
        OrderEngine before =
                engine(b -> b.effects(new EffectPolicy(Duration.ofSeconds(30), List.of(), List.of())), FIRST);
        place(before, "o-1");
        answers.add(EffectResult.unknown("no answer"));
        act(before, "o-1", "use");
        OrderEngine engine = engine(FIRST, SECOND);

        engine.migrate(FULL);

        assertThat(order(engine, "o-1").flow().effects()).singleElement().satisfies(effect -> {
            assertThat(effect.id()).hasToString("2.1");
            assertThat(effect.name()).isEqualTo("gate.open");
            assertThat(effect.run()).isEqualTo("entering");
            assertThat(effect.status()).isEqualTo(OwedEffect.Status.PARKED);
        });
    }

    @Test
    void a_busy_state_whose_last_effect_is_dropped_is_left() {
        OrderEngine before = engine(FIRST);
        place(before, "o-1");
        answers.add(EffectResult.failed("the door is stuck"));
        act(before, "o-1", "use");
        OrderEngine engine = engine(FIRST, SECOND);

        engine.migrate(
                plain().state("opening", "entering").withoutEffect("door.open").build());

        assertThat(state(engine, "o-1")).isEqualTo("inside");
        assertThat(order(engine, "o-1").flow().isBusy()).isFalse();
        assertThat(calls).hasSize(1);
    }

    @Test
    void a_state_that_is_not_at_work_does_not_land_in_a_busy_one() {
        place(engine(FIRST), "o-1");

        MigrationReport report =
                engine(FIRST, SECOND).migrate(plain().state("open", "entering").build());

        assertThat(report.left().get(0).stranded().get(0).reason())
                .isEqualTo("is not at work, and [entering] in tickets v2 would wait for ever");
    }

    @Test
    void one_state_becomes_several_that_are_active_together_and_back() {
        ProcessDefinition both = ProcessDefinition.named("tickets", 3)
                .state("sale", sale -> sale.parallel()
                        .done("used")
                        .state("pay", pay -> pay.state(
                                        "unpaid", s -> s.on("pay").to("paid"))
                                .state("paid", ProcessStateBuilder::end))
                        .state("seat", seat -> seat.state(
                                        "free", s -> s.on("sit").to("taken"))
                                .state("taken", ProcessStateBuilder::end)))
                .state("used", ProcessStateBuilder::end)
                .build();
        place(engine(FIRST), "o-1");
        OrderEngine engine = engine(FIRST, both);
        Migration.Builder apart = Migration.between(FIRST.reference(), both.reference())
                .withoutTimer("unpaid")
                .withoutTimer("reminder");

        MigrationReport half = engine.migrate(apart.state("open", "unpaid").build());
        engine.migrate(apart.state("open", "unpaid", "taken").build());

        assertThat(half.left().get(0).stranded().get(0).reason())
                .contains("all of [pay, seat] are active together in sale, not only [pay]");
        assertThat(order(engine, "o-1").position().states()).containsExactly("unpaid", "taken");

        engine.migrate(Migration.between(both.reference(), FIRST.reference())
                .state("unpaid", "open")
                .state("taken", "open")
                .build());
        assertThat(state(engine, "o-1")).isEqualTo("open");
        assertThat(order(engine, "o-1").flow().timers()).extracting(Timer::name).containsExactly("unpaid", "reminder");
    }

    @Test
    void an_order_that_changes_meanwhile_is_decided_anew() {
        OrderEngine before = engine(FIRST);
        place(before, "o-1", "o-2");
        store = new InterruptedStore(store, () -> act(before, "o-1", "hold"));
        OrderEngine engine = engine(FIRST, SECOND);

        assertThat(engine.migrate(FULL).counts()).isEqualTo(new MigrationCounts(2, 2, 2, 0, 0, 0, 0));

        assertThat(state(engine, "o-1")).isEqualTo("held");
        assertThat(order(engine, "o-1").process()).isEqualTo(SECOND.reference());
        assertThat(engine.orders().timeline("o-1"))
                .extracting(entry -> entry.events().get(0).getClass().getSimpleName())
                .endsWith("ActionTaken", "ProcessMigrated");
    }

    @Test
    void batches_tell_how_far_they_are() {
        place(engine(FIRST), "o-1", "o-2", "o-3", "o-4", "o-5");
        List<Long> seen = new ArrayList<>();

        engine(FIRST, SECOND)
                .migrate(FULL, MigrationOptions.DEFAULT.batchSize(2).onProgress(counts -> {
                    assertThat(counts.total()).isEqualTo(5);
                    seen.add(counts.migrated());
                }));

        assertThat(seen).containsExactly(2L, 4L, 5L);
    }

    @Test
    void a_migration_that_speaks_of_what_there_is_not_is_refused_with_all_of_it() {
        OrderEngine engine = engine(FIRST, SECOND);
        Migration wrong = plain().state("opn", "waitng")
                .timer("unpaid", "payment-do")
                .withoutTimer("alarm")
                .withoutEffect("payment.refund")
                .effect("door.open", "gate.close")
                .build();

        assertThatThrownBy(() -> engine.migrate(wrong))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll(
                        "there is no state \"opn\" in tickets v1 (did you mean \"open\"?)",
                        "there is no state \"waitng\" in tickets v2 (did you mean \"waiting\"?)",
                        "there is no timer \"payment-do\" in tickets v2 (did you mean \"payment-due\"?)",
                        "there is no timer \"alarm\" in tickets v1",
                        "the effect \"payment.refund\" is built in",
                        "there is no effect \"gate.close\"");
        assertThatThrownBy(() -> engine(SECOND).migrate(FULL)).hasMessageContaining("was not given tickets v1");
        assertThat(rejected(engine(SECOND).execute(new MigrateOrder("o-0", FULL, null))))
                .isEqualTo("unknown-order");
        assertThatThrownBy(() ->
                        Migration.between(FIRST.reference(), FIRST.reference()).build())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_order_that_cannot_be_migrated_for_another_reason_keeps_no_other_waiting() {
        place(engine(FIRST), "o-1", "o-2");
        store = new InterruptedStore(store, () -> {
            throw new IllegalStateException("the disk is on fire");
        });

        MigrationReport report = engine(FIRST, SECOND).migrate(FULL);

        assertThat(report.counts()).isEqualTo(new MigrationCounts(2, 2, 1, 0, 0, 0, 1));
        assertThat(report.left()).singleElement().satisfies(left -> assertThat(left.code())
                .isEqualTo("migration-failed"));
    }

    @Test
    void a_diagram_marks_the_way_since_the_migration() {
        place(engine(FIRST), "o-1");
        OrderEngine engine = engine(FIRST, SECOND);
        engine.migrate(FULL);
        act(engine, "o-1", "enter");

        Highlight way = Highlight.of(SECOND, engine.orders().timeline("o-1"));

        assertThat(way.current()).containsExactly("inside");
        assertThat(way.visited()).containsExactlyInAnyOrder("waiting", "entering", "inside");
        assertThat(way.taken())
                .containsExactlyInAnyOrder(
                        "states.sale.states.waiting.on.enter[0]", "states.sale.states.entering.done[0]");
    }

    private static Migration.Builder plain() {
        return Migration.between(FIRST.reference(), SECOND.reference());
    }

    private OrderEngine engine(ProcessDefinition... processes) {
        return engine(builder -> builder, processes);
    }

    private OrderEngine engine(UnaryOperator<OrderEngineBuilder> more, ProcessDefinition... processes) {
        OrderEngineBuilder builder = OrderEngine.builder()
                .withoutPayments()
                .store(store)
                .catalog(new FakeCatalog().sell("CUP", eur("1.00")))
                .effect("door.open", (order, call) -> answer("door", call))
                .effect("gate.open", (order, call) -> answer("gate", call))
                .time(clock);
        for (ProcessDefinition process : processes) {
            builder.process(process);
        }
        return more.apply(builder).build();
    }

    private EffectResult answer(String who, CallContext call) {
        calls.add(who + " " + call.idempotencyKey());
        return answers.isEmpty() ? EffectResult.done() : answers.remove();
    }

    private static void place(OrderEngine engine, String... ids) {
        for (String id : ids) {
            assertThat(engine.execute(PlaceOrder.of(id).line("CUP", 1).build()).isAccepted())
                    .isTrue();
        }
    }

    private static void act(OrderEngine engine, String id, String action) {
        assertThat(engine.execute(Action.on(id, action).build())).isInstanceOf(Outcome.Accepted.class);
    }

    private void runUntil(OrderEngine engine, Duration later) {
        Instant until = clock.instant().plus(later);
        Supplier<Instant> next = () -> engine.orders().nextDue().orElse(Instant.MAX);
        while (!next.get().isAfter(until)) {
            if (next.get().isAfter(clock.instant())) {
                clock.advanceTo(next.get());
            }
            engine.runDue(clock.instant());
        }
        clock.advanceTo(until);
    }

    private static Order order(OrderEngine engine, String id) {
        return engine.orders().find(id).orElseThrow();
    }

    private static String state(OrderEngine engine, String id) {
        return order(engine, id).position().toString();
    }

    private static List<Order> orders(OrderEngine engine) {
        return engine.orders().list(OrderCriteria.ALL, null, 100).orders();
    }

    private static TimelineEntry lastOf(OrderEngine engine, String id) {
        List<TimelineEntry> timeline = engine.orders().timeline(id);
        return timeline.get(timeline.size() - 1);
    }

    private static List<String> left(MigrationReport report) {
        List<String> left = new ArrayList<>();
        for (MigrationReport.Left order : report.left()) {
            for (Stranded stranded : order.stranded()) {
                left.add(order.orderId() + " " + stranded.kind() + " " + stranded.name());
            }
        }
        return left;
    }

    private static String rejected(Outcome outcome) {
        return ((Outcome.Rejected) outcome).code();
    }
}
