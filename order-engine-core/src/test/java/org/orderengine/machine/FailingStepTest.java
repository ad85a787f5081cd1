package org.orderengine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Severities;
import org.orderengine.machine.definition.StateBuilder;

/** A guard or action that throws, and steps without end: the step does not happen, and the error says where. */
class FailingStepTest {

    private final Room room = new Room();

    private static Machine<String, String, Room> machine(Consumer<StateBuilder<String, String, Room>> work) {
        return Machine.compile(
                MachineDefinition.<String, String, Room>named("fragile")
                        .state("idle", s -> s.on("go").to("work"))
                        .state("work", work)
                        .finalState("end")
                        .maximumMicrosteps(50)
                        .build(),
                Severities.lenient());
    }

    private static void fail(Room room) {
        throw new IllegalStateException("secret of order 17");
    }

    private static boolean dig(Room room) {
        return room.powered && dig(room);
    }

    @Test
    void an_entry_action_that_throws_leaves_the_instance_as_it_was() {
        Machine<String, String, Room> machine = machine(s -> s.entry("open", FailingStepTest::fail));
        Instance<String> idle = machine.start(room).instance();

        assertThatThrownBy(() -> machine.fire(idle, "go", room))
                .isInstanceOfSatisfying(MachineException.class, failure -> {
                    assertThat(failure.machine()).isEqualTo("fragile");
                    assertThat(failure.state()).isEqualTo("work");
                    assertThat(failure.event()).isEqualTo("go");
                })
                .hasMessage("Machine fragile, state work, event go: action open threw java.lang.IllegalStateException")
                .hasRootCauseMessage("secret of order 17");
        assertThat(idle.activeStates()).containsExactly("idle");
        assertThat(machine.preview(idle, "go", room).entered()).containsExactly("work");
    }

    @Test
    void a_guard_that_throws_names_its_state_and_the_event() {
        Machine<String, String, Room> machine = machine(s -> s.on("end")
                .when("bad", any -> {
                    throw new IllegalStateException("secret");
                })
                .to("end"));
        Instance<String> work =
                machine.fire(machine.start(room).instance(), "go", room).instance();

        assertThatThrownBy(() -> machine.fire(work, "end", room))
                .isInstanceOf(MachineException.class)
                .hasMessage("Machine fragile, state work, event end: guard bad threw java.lang.IllegalStateException");
        assertThatThrownBy(() -> machine.preview(work, "end", room)).isInstanceOf(MachineException.class);
        assertThatThrownBy(() -> machine.explain(work, "end", room)).isInstanceOf(MachineException.class);
    }

    @Test
    void a_guard_of_an_eventless_or_raised_transition_that_throws_names_what_was_handled() {
        Machine<String, String, Room> machine = machine(s -> s.entryRaises("inner")
                .on("inner")
                .when("bad", FailingStepTest::dividesByZero)
                .to("end"));
        Instance<String> idle = machine.start(room).instance();

        assertThatThrownBy(() -> machine.fire(idle, "go", room))
                .hasMessage("Machine fragile, state work, event inner: guard bad threw java.lang.ArithmeticException");
    }

    private static boolean dividesByZero(Room room) {
        return 1 / room.log.size() > 0;
    }

    @Test
    void a_guard_that_answers_null_is_an_error() {
        @SuppressWarnings("NullAway") // What a careless host can do.
        Guard<String, Room> careless = Guard.check("careless", any -> null);
        Machine<String, String, Room> machine =
                machine(s -> s.on("end").when(careless).to("end"));
        Instance<String> work =
                machine.fire(machine.start(room).instance(), "go", room).instance();

        assertThatThrownBy(() -> machine.fire(work, "end", room))
                .isInstanceOf(MachineException.class)
                .hasMessageContaining("guard careless threw java.lang.NullPointerException");
    }

    @Test
    void a_stack_overflow_in_a_guard_passes_through_and_harms_nothing() {
        Machine<String, String, Room> machine = machine(s -> s.on("end")
                .when("deep", FailingStepTest::dig)
                .to("end")
                .on("other")
                .to("end"));
        Instance<String> work =
                machine.fire(machine.start(room).instance(), "go", room).instance();

        assertThatThrownBy(() -> machine.fire(work, "end", room)).isInstanceOf(StackOverflowError.class);
        assertThat(work.activeStates()).containsExactly("work");
        assertThat(machine.fire(work, "other", room).entered()).containsExactly("end");
    }

    @Test
    void rounds_without_end_are_cut_with_a_typed_error() {
        Machine<String, String, Room> machine =
                machine(s -> s.always().when("powered", any -> any.powered).to("work"));
        Instance<String> idle = machine.start(room).instance();

        assertThatThrownBy(() -> machine.fire(idle, "go", room))
                .isInstanceOfSatisfying(EndlessStepException.class, failure -> assertThat(failure.microsteps())
                        .isEqualTo(50))
                .hasMessageContaining("no rest after 50 microsteps");
        room.powered = false;
        assertThat(machine.fire(idle, "go", room).accepted()).isTrue();
    }

    @Test
    void raised_events_without_end_are_cut_too() {
        Machine<String, String, Room> machine =
                machine(s -> s.entryRaises("again").on("again").to("work"));
        Instance<String> idle = machine.start(room).instance();

        assertThatThrownBy(() -> machine.fire(idle, "go", room)).isInstanceOf(EndlessStepException.class);
    }
}
