package org.orderengine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.definition.MachineDefinition;

class InstanceTest {

    private final Room room = new Room();
    private final Machine<String, String, Room> machine =
            Machine.compile(MachineDefinition.<String, String, Room>named("works")
                    .state("idle", s -> s.on("start").to("busy").on("resume").to("past"))
                    .parallel("busy", p -> p.deepHistory("past", "left")
                            .state("left", a -> a.state("l1", s -> s.on("next").to("l2"))
                                    .state("l2"))
                            .state("right", b -> b.history("side", "r1")
                                    .state("r1", s -> s.on("next").to("r2"))
                                    .state("r2"))
                            .on("pause")
                            .to("idle"))
                    .build());
    private final Instance<String> idle = machine.start(room).instance();
    private final Instance<String> busy = machine.fire(idle, "start", room).instance();
    private final Instance<String> paused = machine.fire(
                    machine.fire(busy, "next", room).instance(), "pause", room)
            .instance();

    @Test
    void an_instance_names_its_states_in_document_order() {
        assertThat(busy.activeStates()).containsExactly("l1", "r1");
        assertThat(busy.configuration()).containsExactly("busy", "left", "l1", "right", "r1");
        assertThat(busy.isIn("busy")).isTrue();
        assertThat(busy.isIn("l2")).isFalse();
        assertThat(busy.isIn("nowhere")).isFalse();
        assertThat(busy.history()).isEmpty();
        assertThat(busy).hasToString("works in l1, r1");
    }

    @Test
    void history_is_plain_names_too() {
        assertThat(paused.history())
                .containsExactly(Map.entry("past", List.of("l2", "r2")), Map.entry("side", List.of("r2")));
    }

    @Test
    void an_instance_comes_back_from_its_names() {
        Instance<String> back = machine.instance(List.of("idle"), paused.history());

        assertThat(back).isEqualTo(paused).isNotEqualTo(idle);
        assertThat(machine.fire(back, "resume", room).instance().activeStates()).containsExactly("l2", "r2");
        assertThat(machine.instance(List.of("r1", "l1"))).isSameAs(busy);
    }

    @Test
    void a_history_recorded_on_the_way_out_leaves_no_state_around_it_out() {
        Machine<String, String, Room> again = Machine.compile(MachineDefinition.<String, String, Room>named("again")
                .parallel("outer", p -> p.deepHistory("past", "region")
                        .state("region", r -> r.state("first", s -> s.on("next").to("second"))
                                .state("second", s -> s.on("again").to("past"))))
                .build());
        Instance<String> second =
                again.fire(again.start(room).instance(), "next", room).instance();

        Step<String, String, Room> step = again.fire(second, "again", room);

        assertThat(step.instance().configuration()).containsExactly("outer", "region", "second");
        assertThat(step.entered()).containsExactly("outer", "region", "second");
    }

    @Test
    void an_instance_without_history_resumes_by_default() {
        assertThat(machine.fire(idle, "resume", room).instance().activeStates()).containsExactly("l1", "r1");
    }

    @Test
    void active_states_that_do_not_fit_are_refused() {
        assertThatThrownBy(() -> machine.instance(List.of()))
                .isInstanceOf(IllegalInstanceException.class)
                .hasMessage("Machine works cannot be brought back: active states: exactly one of [idle,"
                        + " busy] is active at a time in the machine, not []");
        assertThatThrownBy(() -> machine.instance(List.of("idle", "l1")))
                .hasMessageContaining("exactly one of [idle, busy]");
        assertThatThrownBy(() -> machine.instance(List.of("l1")))
                .hasMessageContaining("all of [left, right] are active together");
        assertThatThrownBy(() -> machine.instance(List.of("l1", "l2", "r1")))
                .hasMessageContaining("exactly one of [l1, l2]");
        assertThatThrownBy(() -> machine.instance(List.of("l1", "right")))
                .hasMessageContaining("exactly one of [r1, r2]");
        assertThatThrownBy(() -> machine.instance(List.of("l1", "r1", "past"))).hasMessageContaining("is a history");
        assertThatThrownBy(() -> machine.instance(List.of("bussy"))).hasMessageContaining("there is no state bussy");
    }

    @Test
    void all_that_does_not_fit_is_told_at_once() {
        assertThatThrownBy(() -> machine.instance(
                        List.of("nowhere", "elsewhere"),
                        Map.of(
                                "busy", List.of("l1"),
                                "past", List.of("l1"),
                                "side", List.of("l1", "l2"))))
                .isInstanceOf(IllegalInstanceException.class)
                .extracting(
                        failure -> ((IllegalInstanceException) failure).problems(),
                        InstanceOfAssertFactories.list(String.class))
                .hasSize(5)
                .anyMatch(problem -> problem.contains("nowhere"))
                .anyMatch(problem -> problem.contains("elsewhere"))
                .anyMatch(problem -> problem.contains("history busy: there is no history"))
                .anyMatch(problem -> problem.contains(
                        "history past: all of [left, right] are active together in busy, not only [left]"))
                .anyMatch(problem -> problem.contains("history side: not all of [l1, l2] lie inside right"));
    }

    @Test
    void places_beyond_the_room_work_alike() {
        MachineDefinition<String, String, Room> definition = machine.definition();
        Machine<String, String, Room> cramped =
                new Machine<>(definition, new Kernel<>("works", Chart.of(definition), 0));
        Instance<String> start = cramped.start(room).instance();
        Instance<String> next = cramped.fire(start, "start", room).instance();

        assertThat(next.activeStates()).containsExactly("l1", "r1");
        assertThat(cramped.fire(start, "start", room).instance())
                .isEqualTo(next)
                .isNotSameAs(next);
        assertThat(next).hasSameHashCodeAs(cramped.fire(start, "start", room).instance());
    }
}
