package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.EngineHealth;
import org.orderengine.engine.EngineHealth.Reason;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.policy.HealthPolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.StoreUnavailableException;

/** An engine says whether it is well, and if not why. */
class HealthTest {

    private Supplier<EffectResult> answer = EffectResult::done;

    private final TestShop shop = new TestShop(builder -> builder.process(ProcessDefinition.named("printing", 1)
                    .initial("printing")
                    .state("printing", state -> state.run("label.print").done("printed"))
                    .state("printed", state -> state.end())
                    .build())
            .health(new HealthPolicy(Duration.ofHours(1), Duration.ofMinutes(30), Duration.ofMinutes(10)))
            .effect("label.print", (order, call) -> answer.get()));

    private static EffectResult jam() {
        throw new IllegalStateException("paper jam, said ann@example.org");
    }

    private Reason reason(String code) {
        return shop.engine.health().reasons().stream()
                .filter(reason -> reason.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_engine_that_has_nothing_to_look_after_is_well() {
        shop.execute(threeLines("o"));
        assertThat(shop.engine.health()).isEqualTo(new EngineHealth(List.of(), 0, 0));
        assertThat(shop.engine.health().isHealthy()).isTrue();
    }

    @Test
    void an_adapter_that_throws_the_same_three_times_is_named_with_class_and_line_and_forgotten_once_it_answers() {
        answer = HealthTest::jam;
        for (int i = 0; i < 3; i++) {
            shop.execute(threeLines("o-" + i));
        }
        assertThat(shop.engine.health().isHealthy()).isFalse();
        assertThat(reason("adapter-failing").subject()).isEqualTo("HOST label.print");
        assertThat(reason("adapter-failing").count()).isEqualTo(3);
        assertThat(reason("adapter-failing").message())
                .contains("java.lang.IllegalStateException", "HealthTest.jam:")
                .doesNotContain("ann@example.org");

        answer = EffectResult::done;
        shop.advance(Duration.ofMinutes(5));
        assertThat(shop.engine.health().isHealthy()).isTrue();
    }

    @Test
    void a_service_that_fails_by_word_shows_its_open_circuit() {
        answer = () -> EffectResult.failed("down");
        for (int i = 0; i < 5; i++) {
            shop.execute(threeLines("o-" + i));
        }
        assertThat(reason("circuit-open").subject()).isEqualTo("HOST label.print");
    }

    @Test
    void orders_that_are_busy_or_wait_for_a_person_for_too_long_are_counted() {
        answer = () -> EffectResult.failed("down");
        shop.execute(threeLines("o-1"));
        shop.advance(Duration.ofMinutes(20));
        shop.execute(threeLines("o-2"));
        shop.advance(Duration.ofMinutes(20));
        assertThat(reason("orders-busy").count()).isEqualTo(1);
        assertThat(reason("orders-busy").subject()).isEqualTo("o-1");

        shop.advance(Duration.ofDays(3));
        assertThat(reason("work-parked").count()).isEqualTo(2);
    }

    @Test
    void work_that_nobody_takes_up_is_overdue() {
        answer = () -> EffectResult.failed("down");
        shop.execute(threeLines("o-1"));
        shop.clock.advanceTo(shop.clock.instant().plus(Duration.ofMinutes(11)));
        assertThat(reason("work-overdue").message()).contains("2026-01-01T00:00:1");
    }

    @Test
    void a_store_that_cannot_be_read_is_a_reason_and_no_exception() {
        TestShop dark = new TestShop(
                new ForwardingOrderStore(new MemoryOrderStore()) {
                    @Override
                    public Optional<Instant> nextDue() {
                        throw new StoreUnavailableException("nextDue", new IllegalStateException("gone"));
                    }
                },
                TestShop::withStandardProcesses);
        assertThat(dark.engine.health().reasons()).extracting(Reason::code).containsExactly("store-unavailable");
    }

    @Test
    void a_catalog_that_throws_is_named_too_and_asked_all_the_same() {
        boolean[] broken = {true};
        TestShop dark =
                new TestShop(builder -> TestShop.withStandardProcesses(builder).catalog((skus, origin) -> {
                    if (broken[0]) {
                        throw new IllegalStateException("no connection");
                    }
                    return Map.of();
                }));
        for (int i = 0; i < 5; i++) {
            dark.execute(threeLines("o-" + i));
        }
        assertThat(dark.engine.health().reasons()).singleElement().satisfies(reason -> {
            assertThat(reason.code()).isEqualTo("adapter-failing");
            assertThat(reason.subject()).isEqualTo("catalog");
            assertThat(reason.count()).isEqualTo(5);
        });
        broken[0] = false;
        dark.execute(threeLines("o-6"));
        assertThat(dark.engine.health().isHealthy()).isTrue();
    }

    @Test
    void workers_are_counted() {
        shop.engine.start(2);
        try {
            assertThat(shop.engine.health().workersWanted()).isEqualTo(2);
            assertThat(shop.engine.health().workersLiving()).isEqualTo(2);
        } finally {
            shop.engine.close();
        }
    }
}
