package org.orderengine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Severities;
import org.orderengine.machine.definition.Trigger;

/** The compiled machine does what a naive interpreter does, on charts and events made up at random. */
class ReferenceProperties {

    private static final int EVENTS = 30;

    @Property(tries = 3000)
    void a_machine_steps_as_the_naive_interpreter_does(@ForAll long seed, @ForAll @IntRange(max = 15) int bits) {
        MachineDefinition<String, String, Trace> definition = RandomChart.of(seed);
        compare(definition, Machine.compile(definition, Severities.lenient()), new Random(seed), bits);
    }

    @Property(tries = 500)
    void a_machine_with_little_room_steps_alike(
            @ForAll long seed, @ForAll @IntRange(max = 15) int bits, @ForAll @IntRange(max = 20) int room) {
        MachineDefinition<String, String, Trace> definition = RandomChart.of(seed);
        Kernel<String, String, Trace> kernel = new Kernel<>("cramped", Chart.of(definition), room);
        compare(definition, new Machine<>(definition, kernel), new Random(seed), bits);
    }

    @Property(tries = 500)
    void an_instance_brought_back_from_names_goes_on_alike(@ForAll long seed, @ForAll @IntRange(max = 15) int bits) {
        MachineDefinition<String, String, Trace> definition = RandomChart.of(seed);
        Machine<String, String, Trace> machine = Machine.compile(definition, Severities.lenient());
        Machine<String, String, Trace> another = Machine.compile(definition, Severities.lenient());
        Random random = new Random(seed);
        Trace trace = new Trace(bits);
        try {
            Instance<String> instance = machine.start(trace).instance();
            for (int count = 0; count < EVENTS; count++) {
                String event = RandomChart.EVENTS.get(random.nextInt(RandomChart.EVENTS.size()));
                Instance<String> back = another.instance(instance.activeStates(), instance.history());
                assertThat(machine.instance(instance.activeStates(), instance.history()))
                        .isEqualTo(instance);
                Trace copy = new Trace(trace.bits);
                Step<String, String, Trace> step = machine.fire(instance, event, trace);
                Step<String, String, Trace> same = another.fire(back, event, copy);
                assertThat(same.toString()).isEqualTo(step.toString());
                assertThat(same.microsteps().toString())
                        .isEqualTo(step.microsteps().toString());
                assertThat(same.instance().history()).isEqualTo(step.instance().history());
                instance = step.instance();
            }
        } catch (EndlessStepException endless) {
            assertThat(endless.microsteps()).isEqualTo(definition.maximumMicrosteps());
        }
    }

    private static void compare(
            MachineDefinition<String, String, Trace> definition,
            Machine<String, String, Trace> machine,
            Random random,
            int bits) {
        Trace expected = new Trace(bits);
        Trace actual = new Trace(bits);
        ReferenceInterpreter reference = new ReferenceInterpreter(definition, expected);
        if (endsInCircle(reference::start)) {
            assertThatThrownBy(() -> machine.start(actual)).isInstanceOf(EndlessStepException.class);
            return;
        }
        Step<String, String, Trace> step = machine.start(actual);
        assertSame(reference, expected, step, actual, List.of());
        for (int count = 0; count < EVENTS; count++) {
            Instance<String> instance = step.instance();
            String event = RandomChart.EVENTS.get(random.nextInt(RandomChart.EVENTS.size()));
            boolean[] accepted = new boolean[1];
            int bitsBefore = actual.bits;
            if (endsInCircle(() -> accepted[0] = reference.fire(event))) {
                assertThatThrownBy(() -> machine.fire(instance, event, actual))
                        .isInstanceOf(EndlessStepException.class);
                return;
            }
            Step<String, String, Trace> preview = machine.preview(instance, event, actual);
            assertThat(actual.bits).isEqualTo(bitsBefore);
            step = machine.fire(instance, event, actual);
            assertThat(step.accepted()).as("%s in %s", event, instance).isEqualTo(accepted[0]);
            assertThat(preview.accepted()).isEqualTo(accepted[0]);
            if (accepted[0]) {
                assertThat(preview.microsteps().get(0))
                        .isEqualTo(step.microsteps().get(0));
                assertThat(names(definition, event) && !machine.events(instance).contains(event))
                        .isFalse();
            }
            assertSame(reference, expected, step, actual, List.of(event));
        }
    }

    private static void assertSame(
            ReferenceInterpreter reference,
            Trace expected,
            Step<String, String, Trace> step,
            Trace actual,
            List<String> after) {
        assertThat(new TreeSet<>(step.instance().activeStates()))
                .as("after %s", after)
                .isEqualTo(reference.activeStates());
        assertThat(actual.log).as("after %s", after).isEqualTo(expected.log);
        assertThat(step.entered()).isEqualTo(reference.entered());
        assertThat(step.exited()).isEqualTo(reference.exited());
        Map<String, Set<String>> history = new HashMap<>();
        step.instance().history().forEach((name, states) -> history.put(name, new TreeSet<>(states)));
        assertThat(history).isEqualTo(reference.histories());
    }

    private static boolean names(MachineDefinition<String, String, Trace> definition, String event) {
        return definition
                .allTransitions()
                .anyMatch(transition -> transition.triggers().contains(Trigger.<String, String>on(event)));
    }

    private static boolean endsInCircle(Runnable step) {
        try {
            step.run();
            return false;
        } catch (ReferenceInterpreter.EndlessException endless) {
            return true;
        }
    }
}
