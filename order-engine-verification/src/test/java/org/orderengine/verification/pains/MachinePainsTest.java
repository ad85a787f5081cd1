package org.orderengine.verification.pains;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.orderengine.machine.EndlessStepException;
import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.machine.MachineException;
import org.orderengine.machine.Refusal;
import org.orderengine.machine.Step;
import org.orderengine.machine.definition.MachineBuilder;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Severities;

/** State machines that ignore, ask twice, forget, swallow, or cost too much. */
class MachinePainsTest {

    /** What happened to a door. */
    private static final class Door {
        private final List<String> log = new ArrayList<>();
        private boolean stuck;

        private void push() {
            if (stuck) {
                throw new IllegalStateException("the hinge broke");
            }
            log.add("pushed");
        }
    }

    private final Door door = new Door();
    private final Machine<String, String, Door> machine = Machine.compile(door().build());
    private final Instance<String> closed = machine.start(door).instance();

    private static MachineBuilder<String, String, Door> door() {
        return MachineDefinition.<String, String, Door>named("door")
                .state("closed", s -> s.exit("unlatch", d -> d.log.add("unlatched"))
                        .on("open")
                        .does("push", Door::push)
                        .to("opened"))
                .state("opened", s -> s.entry("ring", d -> d.log.add("rang"))
                        .on("close")
                        .to("closed")
                        .on("break")
                        .to("gone"))
                .finalState("gone");
    }

    // COLA#335
    @Test
    void an_event_that_nothing_handles_is_refused_with_a_type() {
        Step<String, String, Door> step = machine.fire(closed, "close", door);

        assertThat(step.accepted()).isFalse();
        assertThat(step.instance()).isSameAs(closed);
        assertThat(step.refusal()).containsInstanceOf(Refusal.NoCandidate.class);
        assertThat(machine.fire(closed, "never heard of", door).refusal()).isPresent();
    }

    // COLA#269, COLA#274, COLA#389
    @Test
    void a_guard_is_asked_once_in_a_step_and_those_behind_the_one_that_holds_are_not_asked() {
        List<String> asked = new ArrayList<>();
        Machine<String, String, Door> choosy = Machine.compile(MachineDefinition.<String, String, Door>named("choosy")
                .state("a", s -> s.on("go")
                        .when("first", d -> !asked.add("first"))
                        .to("b")
                        .orWhen("second", d -> asked.add("second"))
                        .to("b")
                        .orWhen("third", d -> asked.add("third"))
                        .to("b"))
                .finalState("b")
                .build());

        assertThat(choosy.fire(choosy.start(door).instance(), "go", door).accepted())
                .isTrue();
        assertThat(asked).containsExactly("first", "second");
    }

    // COLA#421
    @Test
    void states_have_work_for_entering_and_for_leaving() {
        machine.fire(closed, "open", door);

        assertThat(door.log).containsExactly("unlatched", "pushed", "rang");
    }

    // COLA#525
    @Test
    void what_is_allowed_can_be_seen_before_it_is_done() {
        assertThat(machine.events(closed)).containsExactly("open");
        assertThat(machine.preview(closed, "open", door).entered()).containsExactly("opened");
        assertThat(machine.explain(closed, "open", door).accepted()).isTrue();
        assertThat(machine.explain(closed, "close", door).accepted()).isFalse();
        assertThat(door.log).as("nothing was done").isEmpty();
    }

    // COLA#583
    @Test
    void a_null_pointer_deep_inside_says_where_it_was() {
        Machine<String, String, List<String>> careless =
                Machine.compile(MachineDefinition.<String, String, List<String>>named("careless")
                        .state("a", s -> s.on("go")
                                .when("known", names -> names.get(0).isEmpty())
                                .to("b"))
                        .finalState("b")
                        .build());
        List<String> names = Collections.singletonList(null);

        assertThatThrownBy(() -> careless.fire(careless.start(names).instance(), "go", names))
                .isInstanceOf(MachineException.class)
                .hasMessage("Machine careless, state a, event go: guard known threw java.lang.NullPointerException");
    }

    // spring-statemachine#629, stateless4j#44
    @Test
    void an_exception_in_an_action_comes_out_and_the_state_does_not_move() {
        door.stuck = true;

        assertThatThrownBy(() -> machine.fire(closed, "open", door))
                .isInstanceOf(MachineException.class)
                .hasRootCauseMessage("the hinge broke");

        assertThat(closed.activeStates()).containsExactly("closed");
        door.stuck = false;
        assertThat(machine.fire(closed, "open", door).entered()).containsExactly("opened");
    }

    // stateless4j#44
    @Test
    void an_entry_action_that_throws_leaves_the_machine_where_it_was() {
        Machine<String, String, Door> fragile = Machine.compile(MachineDefinition.<String, String, Door>named("fragile")
                .state("a", s -> s.on("go").to("b"))
                .state("b", s -> s.entry("push", Door::push).on("end").to("c"))
                .finalState("c")
                .build());
        Instance<String> a = fragile.start(door).instance();
        door.stuck = true;

        assertThatThrownBy(() -> fragile.fire(a, "go", door)).isInstanceOf(MachineException.class);

        assertThat(a.activeStates()).containsExactly("a");
        assertThat(fragile.fire(a, "end", door).accepted()).isFalse();
    }

    // spring-statemachine#344
    @Test
    void an_action_that_asks_for_itself_again_and_again_is_cut() {
        Machine<String, String, Door> round = Machine.compile(
                MachineDefinition.<String, String, Door>named("round")
                        .state("a", s -> s.on("go").to("b"))
                        .state("b", s -> s.entryRaises("again").on("again").to("b"))
                        .maximumMicrosteps(100)
                        .build(),
                Severities.lenient());
        Instance<String> a = round.start(door).instance();

        assertThatThrownBy(() -> round.fire(a, "go", door)).isInstanceOf(EndlessStepException.class);
        assertThat(a.activeStates()).containsExactly("a");
    }

    // spring-statemachine#810
    @Test
    void an_instance_is_shared_and_weighs_nothing() {
        assertThat(machine.start(door).instance()).isSameAs(closed);
        assertThat(machine.instance(List.of("closed"))).isSameAs(closed);
        Instance<String> opened = machine.fire(closed, "open", door).instance();
        assertThat(machine.fire(opened, "close", door).instance()).isSameAs(closed);
    }

    // spring-statemachine#380
    @Test
    void a_million_instances_are_as_many_objects_as_there_are_states() {
        Machine<String, String, Door> quiet = Machine.compile(MachineDefinition.<String, String, Door>named("quiet")
                .state("closed", s -> s.on("open").to("opened"))
                .state("opened", s -> s.on("close").to("closed"))
                .build());
        Set<Object> objects = Collections.newSetFromMap(new IdentityHashMap<>());
        List<Instance<String>> instances = new ArrayList<>();
        for (int i = 0; i < 1_000_000; i++) {
            Instance<String> instance = quiet.start(door).instance();
            instances.add(
                    i % 2 == 0 ? instance : quiet.fire(instance, "open", door).instance());
        }
        objects.addAll(instances);

        assertThat(instances).hasSize(1_000_000);
        assertThat(objects).hasSize(2);
    }

    // spring-statemachine#841
    @Test
    void building_a_thousand_machines_starts_no_thread() {
        int before = Thread.activeCount();
        for (int i = 0; i < 1000; i++) {
            Machine.compile(door().build()).start(door);
        }
        assertThat(Thread.activeCount()).isLessThanOrEqualTo(before);
    }

    // squirrel-foundation#85, squirrel-foundation#143, squirrel-foundation#140
    @Test
    void one_machine_serves_many_threads() throws Exception {
        AtomicInteger opened = new AtomicInteger();
        Machine<String, String, AtomicInteger> shared =
                Machine.compile(MachineDefinition.<String, String, AtomicInteger>named("shared")
                        .state("closed", s -> s.on("open").to("opened"))
                        .state("opened", s -> s.entry("count", AtomicInteger::incrementAndGet)
                                .on("close")
                                .to("closed"))
                        .build());
        Callable<Instance<String>> work = () -> {
            Instance<String> instance = shared.start(opened).instance();
            for (int i = 0; i < 10_000; i++) {
                instance = shared.fire(instance, "open", opened).instance();
                assertThat(instance.activeStates()).containsExactly("opened");
                instance = shared.fire(instance, "close", opened).instance();
            }
            return instance;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Instance<String>> end : threads.invokeAll(Collections.nCopies(8, work))) {
                assertThat(end.get().activeStates()).containsExactly("closed");
            }
        } finally {
            threads.shutdown();
        }
        assertThat(opened).hasValue(80_000);
    }
}
