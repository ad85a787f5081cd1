package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.verification.engine.TestShop.eur;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.effect.EffectResult;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Order;
import org.orderengine.model.Timer;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.VirtualClock;

/** Each part of the process language, as an order lives through it in the engine. */
class ProcessLanguageTest {

    private static final Instant SHOW = Instant.parse("2026-01-05T19:30:00Z");

    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final List<String> performed = new ArrayList<>();
    private final Set<String> holding = new TreeSet<>();
    private OrderEngine engine =
            OrderEngine.builder().withoutPayments().catalog(new FakeCatalog()).build();

    @Test
    void a_timer_with_a_duration_fires_that_long_after_its_state_was_entered() {
        place(
                """
                "open": { "on": { "use": "used" }, "after": { "late": { "in": "PT2H", "to": "gone" } } },
                "used": { "final": true }, "gone": { "final": true }""");
        assertThat(timers()).containsExactly("late 2026-01-01T02:00:00Z");
        advance(Duration.ofHours(2).minusNanos(1000));
        assertThat(state()).isEqualTo("open");
        advance(Duration.ofNanos(1000));
        assertThat(state()).isEqualTo("gone");
        assertThat(timers()).isEmpty();
    }

    @Test
    void a_timer_with_a_rule_fires_at_the_instant_that_the_host_computes() {
        place(
                """
                "open": { "on": { "use": "used" }, "after": { "show": { "at": "day-before-show", "to": "gone" } } },
                "used": { "final": true }, "gone": { "final": true }""");
        assertThat(timers()).containsExactly("show " + SHOW.minus(Duration.ofDays(1)));
        advance(Duration.ofDays(3));
        assertThat(state()).isEqualTo("open");
        advance(Duration.ofDays(1));
        assertThat(state()).isEqualTo("gone");
    }

    @Test
    void an_instant_that_has_passed_fires_at_once() {
        clock.advanceTo(SHOW);
        place(
                """
                "open": { "on": { "use": "used" }, "after": { "show": { "at": "day-before-show", "to": "gone" } } },
                "used": { "final": true }, "gone": { "final": true }""");
        assertThat(state()).isEqualTo("open");
        advance(Duration.ZERO);
        assertThat(state()).isEqualTo("gone");
    }

    @Test
    void a_timer_may_have_a_list_and_is_gone_when_no_guard_of_it_holds() {
        place(
                """
                "open": { "on": { "use": "used" }, "after": { "late": { "in": "PT1H", "then": [
                    { "when": ["red", "green"], "to": "gone" }, { "when": "red", "to": "used" } ] } } },
                "used": { "final": true }, "gone": { "final": true }""");
        advance(Duration.ofHours(1));
        assertThat(state()).isEqualTo("open");
        assertThat(timers()).as("it fires once").isEmpty();

        place(
                "o-2",
                """
                "open": { "on": { "use": "used" }, "after": { "late": { "in": "PT1H", "then": [
                    { "when": ["red", "green"], "to": "gone" }, { "when": "red", "to": "used" } ] } } },
                "used": { "final": true }, "gone": { "final": true }""");
        holding.add("red");
        advance(Duration.ofHours(1));
        assertThat(state("o-2")).isEqualTo("used");
    }

    @Test
    void keeping_the_state_keeps_its_timers_and_entering_it_again_starts_them_anew() {
        place(
                """
                "open": { "on": { "look": {}, "renew": "open", "use": "used" },
                          "after": { "late": { "in": "PT2H", "to": "used" } } },
                "used": { "final": true }""");
        advance(Duration.ofHours(1));
        act("look");
        assertThat(timers()).containsExactly("late 2026-01-01T02:00:00Z");
        act("renew");
        assertThat(timers()).containsExactly("late 2026-01-01T03:00:00Z");
    }

    @Test
    void a_timer_that_falls_due_while_the_order_is_busy_waits() {
        place(
                """
                "sold": { "after": { "late": { "in": "PT1H", "to": "gone" } }, "initial": "open", "states": {
                    "open": { "on": { "send": "sending" } },
                    "sending": { "run": "slow", "done": "sent", "declined": "open" },
                    "sent": { "on": { "use": "used" } } } },
                "used": { "final": true }, "gone": { "final": true }""");
        act("send");
        advance(Duration.ofHours(2));
        assertThat(state()).isEqualTo("sending");
        holding.add("slow");
        advance(Duration.ofHours(6));
        assertThat(state()).isEqualTo("gone");
    }

    @Test
    void entry_and_exit_owe_effects_in_the_background() {
        place(
                """
                "open": { "exit": ["left-open"], "on": { "next": "middle" } },
                "middle": { "entry": ["entered-middle", "again"], "exit": "left-middle", "on": { "next": "end", "look": {} } },
                "end": { "final": true, "entry": "entered-end" }""");
        assertThat(performed).isEmpty();
        act("next");
        assertThat(performed).containsExactly("left-open", "entered-middle", "again");
        act("look");
        assertThat(performed).hasSize(3);
        act("next");
        assertThat(performed).endsWith("left-middle", "entered-end");
        assertThat(state()).isEqualTo("end");
    }

    @Test
    void a_shallow_history_resumes_where_the_parent_was_and_begins_anew_inside() {
        history("shallow");
        assertThat(state()).isEqualTo("packing");
    }

    @Test
    void a_deep_history_resumes_exactly_where_the_order_was() {
        history("deep");
        assertThat(state()).isEqualTo("packed");
    }

    private void history(String depth) {
        place(
                """
                "active": { "initial": "open", "on": { "hold": "held" }, "states": {
                    "resumed": { "history": "%s", "initial": "open" },
                    "open": { "on": { "prepare": "preparing" } },
                    "preparing": { "initial": "packing", "states": {
                        "packing": { "on": { "pack": "packed" } }, "packed": { "on": { "use": "used" } } } } } },
                "held": { "on": { "resume": "resumed" } },
                "used": { "final": true }"""
                        .formatted(depth));
        List.of("prepare", "pack", "hold").forEach(this::act);
        assertThat(state()).isEqualTo("held");
        act("resume");
    }

    @Test
    void a_history_that_recorded_nothing_leads_to_its_initial_state() {
        place(
                """
                "held": { "on": { "resume": "resumed" } },
                "active": { "states": {
                    "open": { "on": { "use": "used" } },
                    "other": { "on": { "use": "used" } },
                    "resumed": { "history": "deep", "initial": "other" } } },
                "used": { "final": true }""");
        act("resume");
        assertThat(state()).isEqualTo("other");
    }

    @Test
    void an_eventless_transition_is_taken_as_soon_as_something_happens_and_its_guards_hold() {
        place(
                """
                "open": { "always": [{ "when": ["red", "green"], "to": "used" }, { "when": "red", "to": "gone" }],
                          "on": { "look": {} } },
                "used": { "final": true }, "gone": { "final": true }""");
        act("look");
        assertThat(state()).isEqualTo("open");
        holding.add("green");
        act("look");
        assertThat(state()).isEqualTo("open");
        holding.add("red");
        act("look");
        assertThat(state()).isEqualTo("used");
    }

    @Test
    void eventless_transitions_follow_each_other_within_one_commit() {
        place(
                """
                "open": { "on": { "go": "one" } },
                "one": { "entry": "a", "always": "two" },
                "two": { "entry": "b", "exit": "c", "always": [{ "when": "red", "to": "open" }, { "to": "end" }] },
                "end": { "final": true }""");
        act("go");
        assertThat(state()).isEqualTo("end");
        assertThat(performed).containsExactly("a", "b", "c");
        assertThat(engine.orders().timeline("o-1")).hasSize(3);
    }

    @Test
    void the_star_takes_any_action_that_the_state_does_not_name_before_it() {
        place(
                """
                "open": { "on": { "use": "used", "*": "other" } },
                "other": { "on": { "*": [{ "when": "red", "to": "used" }, {}] } },
                "used": { "final": true }""");
        act("whatever-it-is");
        assertThat(state()).isEqualTo("other");
        act("use");
        assertThat(state()).isEqualTo("other");
        holding.add("red");
        act("use");
        assertThat(state()).isEqualTo("used");
    }

    @Test
    void of_a_guarded_list_the_first_whose_guards_all_hold_is_taken() {
        place(
                """
                "open": { "on": { "use": [ { "when": ["red", "green"], "to": "both" }, { "when": "green", "to": "one" },
                                           { "when": ["red", "fully-paid"], "to": "paid" } ] } },
                "both": { "on": { "use": "open" } }, "one": { "on": { "use": "open" } }, "paid": { "final": true }""");
        Outcome none = act("use");
        assertThat(((Outcome.Rejected) none).code()).isEqualTo("guard-refused");
        assertThat(((Outcome.Rejected) none).message()).contains("no red").contains("no green");
        holding.add("green");
        act("use");
        assertThat(state()).isEqualTo("one");
        act("use");
        holding.add("red");
        act("use");
        assertThat(state()).isEqualTo("both");
        act("use");
        holding.remove("green");
        assertThat(((Outcome.Rejected) act("use")).message()).contains("EUR 5.00 outstanding");
        assertThat(state()).isEqualTo("open");
    }

    @Test
    void regions_run_side_by_side_and_the_parallel_state_is_done_when_all_are() {
        place(
                """
                "open": { "parallel": true, "done": "ready", "states": {
                    "money": { "states": { "due": { "on": { "settle": "settled" } }, "settled": { "final": true } } },
                    "work": { "states": {
                        "making": { "on": { "make": "made" }, "after": { "slow": { "in": "P1D", "to": "made" } } },
                        "made": { "final": true } } } } },
                "ready": { "on": { "use": "used" } },
                "used": { "final": true }""");
        assertThat(order().position().states()).containsExactly("due", "making");
        act("settle");
        assertThat(order().position().states()).containsExactly("settled", "making");
        advance(Duration.ofDays(1));
        assertThat(state()).isEqualTo("ready");
    }

    @Test
    void a_busy_region_does_not_keep_the_others_from_acting() {
        place(
                """
                "open": { "parallel": true, "done": "used", "states": {
                    "letter": { "states": { "sending": { "run": "slow", "done": "sent", "declined": "sent" },
                                            "sent": { "final": true } } },
                    "work": { "states": { "making": { "on": { "make": "made" } }, "made": { "final": true } } } } },
                "used": { "final": true }""");
        assertThat(order().flow().isBusy()).isTrue();
        assertThat(act("make")).isInstanceOf(Outcome.Accepted.class);
        assertThat(order().position().states()).containsExactly("sending", "made");
        holding.add("slow");
        advance(Duration.ofHours(1));
        assertThat(state()).isEqualTo("used");
    }

    @Test
    void a_compound_state_is_done_when_it_has_come_to_its_end() {
        place(
                """
                "outer": { "done": [{ "when": "red", "to": "gone" }, { "to": "used" }], "states": {
                    "inner": { "done": "last", "states": { "a": { "on": { "go": "b" } }, "b": { "final": true } } },
                    "last": { "final": true } } },
                "used": { "final": true }, "gone": { "final": true }""");
        act("go");
        assertThat(state()).isEqualTo("used");
    }

    @Test
    void an_inner_state_goes_before_the_one_around_it() {
        place(
                """
                "outer": { "on": { "go": "used" }, "states": {
                    "a": { "on": { "go": { "when": "red", "to": "b" } } }, "b": { "on": { "look": {} } } } },
                "used": { "final": true }""");
        holding.add("red");
        act("go");
        assertThat(state()).isEqualTo("b");
        act("go");
        assertThat(state()).isEqualTo("used");
    }

    @Test
    void the_java_builder_says_the_same() {
        ProcessDefinition java = ProcessDefinition.named("told", 1)
                .state("open", s -> s.on("use")
                        .when("red")
                        .when("green")
                        .to("used")
                        .orWhen("red")
                        .stay()
                        .after("show", "day-before-show")
                        .to("used")
                        .after("late", Duration.ofDays(9))
                        .to("used")
                        .entry("a")
                        .exit("b"))
                .state("used", s -> s.end())
                .build();
        assertThat(java)
                .isEqualTo(
                        definition(
                                """
                        "open": { "entry": "a", "exit": "b",
                                  "on": { "use": [{ "when": ["red", "green"], "to": "used" }, { "when": "red" }] },
                                  "after": { "show": { "at": "day-before-show", "to": "used" },
                                             "late": { "in": "P9D", "to": "used" } } },
                        "used": { "final": true }"""));
    }

    private static ProcessDefinition definition(String states) {
        return ProcessJson.read("{ \"process\": \"told\", \"states\": {" + states + "} }");
    }

    private void place(String states) {
        place("o-1", states);
    }

    private void place(String id, String states) {
        ProcessDefinition definition = definition(states);
        var builder = OrderEngine.builder()
                .withoutPayments()
                .catalog(new FakeCatalog().sell("SEAT", eur("5.00")))
                .rule("day-before-show", (order, now) -> SHOW.minus(Duration.ofDays(1)))
                .effect(
                        "slow",
                        (order, call) -> holding.contains("slow") ? EffectResult.done() : EffectResult.unknown("slow"))
                .process(definition)
                .time(clock);
        for (String color : List.of("red", "green")) {
            builder.guard(color, context -> holding.contains(color) ? null : "no " + color);
        }
        for (String effect :
                List.of("left-open", "entered-middle", "again", "left-middle", "entered-end", "a", "b", "c")) {
            builder.effect(effect, (order, call) -> {
                performed.add(effect);
                return EffectResult.done();
            });
        }
        engine = builder.build();
        engine.execute(PlaceOrder.of(id).line("SEAT", 1).build());
    }

    private Outcome act(String action) {
        return engine.execute(Action.on("o-1", action).build());
    }

    private Order order() {
        return engine.orders().find("o-1").orElseThrow();
    }

    private String state() {
        return state("o-1");
    }

    private String state(String id) {
        return engine.orders().find(id).orElseThrow().position().toString();
    }

    private List<String> timers() {
        return order().flow().timers().stream()
                .map((Timer timer) -> timer.name() + " " + timer.due())
                .toList();
    }

    private void advance(Duration duration) {
        Instant until = clock.instant().plus(duration);
        Optional<Instant> next = engine.orders().nextDue();
        for (int rounds = 0; next.isPresent() && !next.get().isAfter(until); rounds++) {
            assertThat(rounds).as("due work comes to an end").isLessThan(1000);
            if (next.get().isAfter(clock.instant())) {
                clock.advanceTo(next.get());
            }
            engine.runDue(clock.instant());
            next = engine.orders().nextDue();
        }
        clock.advanceTo(until);
    }
}
