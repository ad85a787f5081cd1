package org.orderengine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.machine.Explanation.Candidate;
import org.orderengine.machine.Explanation.Standing;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Severities;
import org.orderengine.machine.definition.Transition;

class MachineTest {

    private final Machine<Lamp, Press, Room> machine =
            Machine.compile(Room.lamp().build());
    private final Room room = new Room();
    private final Instance<Lamp> off = machine.start(room).instance();
    private final Instance<Lamp> on = machine.fire(off, Press.SHORT, room).instance();

    @Test
    void a_step_tells_what_was_taken_left_and_entered() {
        Step<Lamp, Press, Room> step = machine.fire(off, Press.SHORT, room);

        assertThat(step.accepted()).isTrue();
        assertThat(step.exited()).containsExactly(Lamp.OFF);
        assertThat(step.entered()).containsExactly(Lamp.ON);
        assertThat(step.taken()).hasToString("[OFF on SHORT [powered] to ON]");
        assertThat(step.microsteps()).hasSize(1);
        assertThat(step.instance().activeStates()).containsExactly(Lamp.ON);
        assertThat(step.refusal()).isEmpty();
    }

    @Test
    void actions_run_in_order_leaving_going_entering() {
        room.log.clear();
        machine.fire(off, Press.SHORT, room);
        machine.fire(on, Press.LONG, room);
        machine.fire(on, Press.HAMMER, room);

        assertThat(room.log).containsExactly("on", "shine", "blink", "dim");
    }

    @Test
    void an_event_without_a_candidate_is_refused_and_says_so() {
        Step<Lamp, Press, Room> step = machine.fire(off, Press.THROW, room);

        assertThat(step.accepted()).isFalse();
        assertThat(step.instance()).isSameAs(off);
        assertThat(step.refusal()).containsInstanceOf(Refusal.NoCandidate.class);
        assertThat(step).hasToString("refused in lamp in OFF: no active state handles the event");
    }

    @Test
    void an_event_whose_guards_say_no_is_refused_with_their_reasons() {
        room.powered = false;
        Step<Lamp, Press, Room> step = machine.fire(off, Press.SHORT, room);

        assertThat(step.accepted()).isFalse();
        assertThat(step.refusal().orElseThrow().message()).isEqualTo("there is no power");
        assertThat(step.refusal())
                .contains(new Refusal.Guarded<>(List.of(new Refusal.No<>(step(off, Press.SHORT), Room.NO_POWER))));
    }

    @Test
    void every_guard_that_said_no_gives_its_reason_in_order() {
        Machine<String, String, Room> choosy = Machine.compile(MachineDefinition.<String, String, Room>named("choosy")
                .state("a", s -> s.on("go")
                        .when("first", any -> false)
                        .to("b")
                        .orWhen("second", any -> false)
                        .to("b")
                        .orWhen(Guard.<String, Room>in("b"))
                        .to("b")
                        .on("end")
                        .to("b"))
                .finalState("b")
                .build());

        assertThat(choosy.fire(choosy.start(room).instance(), "go", room)
                        .refusal()
                        .orElseThrow()
                        .message())
                .isEqualTo("not first; not second; not in b");
    }

    @Test
    void a_finished_machine_refuses_everything_as_finished() {
        Instance<Lamp> broken = machine.fire(on, Press.HAMMER, room).instance();
        Instance<Lamp> gone = machine.fire(broken, Press.THROW, room).instance();

        assertThat(gone.isFinished()).isTrue();
        assertThat(machine.events(gone)).isEmpty();
        assertThat(machine.fire(gone, Press.SHORT, room).refusal()).containsInstanceOf(Refusal.Finished.class);
    }

    @Test
    void a_guard_is_asked_once_per_step() {
        room.asked = 0;
        machine.fire(off, Press.SHORT, room);

        assertThat(room.asked).isEqualTo(1);
    }

    @Test
    void a_guard_that_several_regions_find_is_asked_once() {
        Machine<String, String, Room> parallel =
                Machine.compile(MachineDefinition.<String, String, Room>named("parallel")
                        .parallel("p", p -> p.state("a")
                                .state("b")
                                .state("c")
                                .on("go")
                                .when(Guard.check("powered", Room::power))
                                .stay())
                        .build());
        Instance<String> instance = parallel.start(room).instance();
        room.asked = 0;
        assertThat(parallel.fire(instance, "go", room).accepted()).isTrue();
        assertThat(room.asked).isEqualTo(1);
        room.powered = false;
        assertThat(parallel.fire(instance, "go", room).accepted()).isFalse();
        assertThat(parallel.explain(instance, "go", room).candidates()).hasSize(1);
        assertThat(room.asked).isEqualTo(3);
    }

    @Test
    void events_are_those_with_a_candidate() {
        assertThat(machine.events(off)).containsExactly(Press.SHORT, Press.HAMMER);
        assertThat(machine.events(on)).containsExactly(Press.SHORT, Press.LONG, Press.HAMMER);
    }

    @Test
    void events_leave_out_what_the_configuration_rules_out() {
        Machine<String, String, Room> guarded = Machine.compile(MachineDefinition.<String, String, Room>named("guarded")
                .parallel("p", p -> p.state(
                                "a",
                                a -> a.state("a1", s -> s.on("next").to("a2")).state("a2"))
                        .state("b", b -> b.state(
                                        "b1", s -> s.on("go").whenIn("a2").to("b2"))
                                .state("b2")))
                .build());
        Instance<String> start = guarded.start(room).instance();
        Instance<String> next = guarded.fire(start, "next", room).instance();

        assertThat(guarded.events(start)).containsExactly("next");
        assertThat(guarded.events(next)).containsExactly("go");
        assertThat(guarded.fire(start, "go", room).refusal().orElseThrow().message())
                .isEqualTo("not in a2");
    }

    @Test
    void a_preview_shows_the_step_without_performing_it() {
        room.log.clear();
        Step<Lamp, Press, Room> preview = machine.preview(on, Press.HAMMER, room);

        assertThat(preview.exited()).containsExactly(Lamp.ON);
        assertThat(preview.entered()).containsExactly(Lamp.BROKEN);
        assertThat(room.log).isEmpty();
        assertThat(machine.preview(on, Press.THROW, room).accepted()).isFalse();
    }

    @Test
    void a_preview_of_a_round_that_only_actions_end_stops_at_the_bound() {
        Machine<String, String, Room> counting =
                Machine.compile(MachineDefinition.<String, String, Room>named("counting")
                        .state("a", s -> s.on("go").to("b"))
                        .state("b", s -> s.always()
                                .when("few", any -> any.log.size() < 3)
                                .does("count", any -> any.note("x"))
                                .to("b"))
                        .maximumMicrosteps(7)
                        .build());
        Instance<String> instance = counting.start(room).instance();
        room.log.clear();

        assertThat(counting.preview(instance, "go", room).microsteps()).hasSize(7);
        assertThat(counting.fire(instance, "go", room).microsteps()).hasSize(4);
    }

    @Test
    void an_explanation_says_what_becomes_of_each_candidate() {
        room.powered = false;
        Explanation<Lamp, Press, Room> explanation = machine.explain(off, Press.SHORT, room);

        assertThat(explanation.accepted()).isFalse();
        assertThat(explanation.candidates())
                .extracting(Candidate::standing, Candidate::reason)
                .containsExactly(tuple(Standing.REFUSED, "there is no power"));
    }

    @Test
    void an_explanation_tells_taken_preempted_and_not_asked_apart() {
        Machine<String, String, Room> regions = Machine.compile(MachineDefinition.<String, String, Room>named("regions")
                .parallel("p", p -> p.state("a", a -> a.on("go").to("out"))
                        .state("b", b -> b.on("go").to("out"))
                        .on("go")
                        .to("out"))
                .state("out")
                .build());

        assertThat(regions.explain(regions.start(room).instance(), "go", room).candidates())
                .extracting(candidate -> candidate.transition().source(), Candidate::standing)
                .containsExactly(
                        tuple("a", Standing.TAKEN), tuple("p", Standing.NOT_ASKED), tuple("b", Standing.PREEMPTED));
    }

    @Test
    void settling_takes_eventless_transitions_whose_guards_hold_by_now() {
        Machine<String, String, Room> waiting = Machine.compile(MachineDefinition.<String, String, Room>named("waiting")
                .state("dark", s -> s.always()
                        .when(Guard.check("powered", Room::power))
                        .to("light"))
                .finalState("light")
                .build());
        room.powered = false;
        Instance<String> dark = waiting.start(room).instance();
        assertThat(waiting.settle(dark, room).accepted()).isFalse();
        room.powered = true;

        assertThat(waiting.settle(dark, room).entered()).containsExactly("light");
    }

    @Test
    void string_events_match_by_dotted_prefix_also_when_never_named() {
        Machine<String, String, Room> errors = Machine.compile(
                MachineDefinition.<String, String, Room>named("errors")
                        .state(
                                "a",
                                s -> s.on("error").to("b").on("error.fatal.*").to("c"))
                        .state("b", s -> s.onAny().to("a"))
                        .state("c")
                        .build(),
                Severities.lenient());
        Instance<String> a = errors.start(room).instance();

        assertThat(errors.fire(a, "error.network", room).entered()).containsExactly("b");
        assertThat(errors.fire(a, "errors", room).accepted()).isFalse();
        assertThat(errors.fire(errors.fire(a, "error", room).instance(), "whatever.it.is", room)
                        .entered())
                .containsExactly("a");
        assertThat(errors.events(a)).containsExactly("error", "error.fatal");
    }

    @Test
    void events_of_two_enums_are_told_apart() {
        Machine<Lamp, Enum<?>, Room> mixed = Machine.compile(MachineDefinition.<Lamp, Enum<?>, Room>named("mixed")
                .state(
                        Lamp.OFF,
                        s -> s.on(Press.SHORT).to(Lamp.ON).on(Lamp.BROKEN).to(Lamp.BROKEN))
                .state(Lamp.ON)
                .state(Lamp.BROKEN)
                .build());
        Instance<Lamp> start = mixed.start(room).instance();

        assertThat(mixed.fire(start, Lamp.BROKEN, room).entered()).containsExactly(Lamp.BROKEN);
        assertThat(mixed.fire(start, Press.SHORT, room).entered()).containsExactly(Lamp.ON);
        assertThat(mixed.fire(start, Press.HAMMER, room).accepted()).isFalse();
    }

    @Test
    void an_instance_of_another_machine_is_refused() {
        Machine<Lamp, Press, Room> other = Machine.compile(Room.lamp().build());

        assertThatThrownBy(() -> other.fire(off, Press.SHORT, room))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("lamp")
                .hasMessageContaining("bring it back");
    }

    @Test
    void the_same_step_is_the_same_object() {
        assertThat(machine.fire(off, Press.SHORT, room)).isSameAs(machine.fire(off, Press.SHORT, room));
        assertThat(machine.fire(off, Press.THROW, room)).isSameAs(machine.fire(off, Press.THROW, room));
        room.powered = false;
        assertThat(machine.fire(off, Press.SHORT, room)).isSameAs(machine.fire(off, Press.SHORT, room));
        assertThat(List.of(machine.start(room).instance(), off)).containsOnly(off);
    }

    private Transition<Lamp, Press, Room> step(Instance<Lamp> instance, Press event) {
        return machine.explain(instance, event, new Room()).step().taken().get(0);
    }
}
