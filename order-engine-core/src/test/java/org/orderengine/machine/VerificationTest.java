package org.orderengine.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineBuilder;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Rule;
import org.orderengine.machine.definition.Severities;
import org.orderengine.machine.definition.Severity;
import org.orderengine.machine.definition.StateBuilder;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.StateKind;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.TransitionKind;
import org.orderengine.machine.definition.Trigger;

/** One machine for each rule that breaks it, with the place where it is told. */
class VerificationTest {

    private static List<String> findings(
            Function<MachineBuilder<String, String, Room>, MachineBuilder<String, String, Room>> body) {
        return Machine.verify(body.apply(MachineDefinition.named("m")).build()).stream()
                .map(finding -> finding.severity().name().charAt(0) + " " + finding.code() + " " + finding.place())
                .toList();
    }

    @Test
    void a_sound_machine_has_no_findings() {
        assertThat(Machine.verify(Room.lamp().build())).isEmpty();
    }

    @Test
    void a_machine_needs_a_state() {
        assertThat(findings(m -> m)).containsExactly("E no-states machine");
    }

    @Test
    void names_are_unique_across_levels() {
        assertThat(findings(m -> m.state("a", s -> s.on("x").to("b")).state("b", s -> s.state("a"))))
                .containsExactly("E duplicate-state states.a");
    }

    @Test
    void targets_exist() {
        assertThat(findings(m -> m.initial("stat")
                        .state("start", s -> s.on("go")
                                .to("bb")
                                .on("go")
                                .when("x", any -> true)
                                .to("nowhere"))
                        .state("bbb", s -> s.initial("c").state("d").history("h", "e"))))
                .containsExactly(
                        "E unknown-target initial",
                        "E unknown-target states.start.on.go[0]",
                        "E unknown-target states.start.on.go[1]",
                        "E unknown-target states.bbb.initial",
                        "E unknown-target states.bbb.states.h.initial");
    }

    @Test
    void an_unknown_target_comes_with_the_nearest_name() {
        assertThat(Machine.verify(MachineDefinition.<String, String, Room>named("m")
                        .state("created", s -> s.on("pay").to("payed").on("x").to("completely-different"))
                        .state("paid")
                        .build()))
                .extracting(Finding::message, Finding::remedy)
                .containsExactly(
                        tuple("it leads to payed, which is no state", "did you mean paid?"),
                        tuple(
                                "it leads to completely-different, which is no state",
                                "define it, or name another state"));
    }

    @Test
    void states_of_guards_and_ends_exist() {
        Guard<String, Room> guard = new Guard.AnyOf<>(List.of(
                Guard.in("x"),
                new Guard.All<>(List.of(Guard.<String, Room>in("y").negated()))));
        assertThat(findings(m -> m.state("a", s -> s.on("go")
                                .when(guard)
                                .to("b")
                                .onDoneOf("z")
                                .to("b"))
                        .finalState("b")))
                .containsExactly(
                        "E unknown-state states.a.on.go[0]",
                        "E unknown-state states.a.on.go[0]",
                        "E unknown-state states.a.on.done.state.z[0]");
    }

    @Test
    void a_transition_stands_in_its_source() {
        Transition<String, String, Room> stray = new Transition<>(
                "b",
                List.of(Trigger.on("go")),
                new Guard.Always<>(),
                List.of("b"),
                TransitionKind.EXTERNAL,
                List.of(),
                "",
                false);
        StateDefinition<String, String, Room> a = new StateDefinition<>(
                "a", StateKind.ATOMIC, List.of(), List.of(), List.of(), List.of(), List.of(stray), List.of());
        assertThat(findings(m -> m.state(a).state("b"))).containsExactly("E wrong-source states.a.on.go[0]");
    }

    @Test
    void each_kind_of_state_has_its_parts_and_no_others() {
        StateDefinition<String, String, Room> inner = bare("inner", StateKind.ATOMIC);
        assertThat(findings(m -> m.state(with("atomic", StateKind.ATOMIC, inner))
                        .state(bare("compound", StateKind.COMPOUND))
                        .state(bare("parallel", StateKind.PARALLEL))
                        .parallel("both", p -> p.finalState("region"))
                        .finalState("final", f -> f.on("go").to("atomic"))
                        .state(bare("history", StateKind.SHALLOW_HISTORY))
                        .state("home", h -> h.state(
                                        with("past", StateKind.DEEP_HISTORY, bare("deep", StateKind.ATOMIC)))
                                .state("room"))))
                .containsExactly(
                        "E bad-structure states.history",
                        "E bad-structure states.atomic",
                        "E bad-structure states.compound",
                        "E bad-structure states.parallel",
                        "E bad-structure states.both.states.region",
                        "E bad-structure states.final",
                        "E bad-history states.history",
                        "E bad-structure states.home.states.past",
                        "E bad-history states.home.states.past");
    }

    private static StateDefinition<String, String, Room> bare(String name, StateKind kind) {
        return new StateDefinition<>(name, kind, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    private static StateDefinition<String, String, Room> with(
            String name, StateKind kind, StateDefinition<String, String, Room> inner) {
        return new StateDefinition<>(name, kind, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(inner));
    }

    @Test
    void initial_states_lie_inside_and_only_compound_states_have_them() {
        assertThat(findings(m -> m.state("a", s -> s.initial("b"))
                        .state("c", s -> s.initial("a").state("d"))
                        .state("e", s -> s.initial("e").state("f"))
                        .parallel("p", s -> s.initial("b").state("b"))))
                .containsExactly(
                        "E bad-initial states.a.initial",
                        "E bad-initial states.p.initial",
                        "E bad-initial states.c.initial",
                        "E bad-initial states.e.initial");
    }

    @Test
    void a_history_leads_inside_its_parent_and_not_to_another_history_of_it() {
        assertThat(findings(m -> m.state("a", s -> s.history("h1", "h2")
                                .history("h2", "b")
                                .history("h3")
                                .state("c"))
                        .state("b")))
                .containsExactly(
                        "E bad-history states.a.states.h3",
                        "E bad-history states.a.states.h1.initial",
                        "E bad-history states.a.states.h2.initial");
    }

    @Test
    void several_targets_can_be_active_together() {
        Consumer<StateBuilder<String, String, Room>> two =
                p -> p.state("x", s -> s.state("x1").state("x2")).state("y", s -> s.state("y1"));
        assertThat(findings(m -> m.initial("x1", "y1")
                        .parallel("p", p -> {
                            two.accept(p);
                            p.on("go")
                                    .to("x1", "x2")
                                    .on("on")
                                    .to("x", "x1")
                                    .on("fine")
                                    .to("y1", "x2");
                        })
                        .state("q", s -> s.on("apart").to("x1", "q"))))
                .containsExactly(
                        "E conflicting-targets states.p.on.go[0]",
                        "E conflicting-targets states.p.on.on[0]",
                        "E conflicting-targets states.q.on.apart[0]");
    }

    @Test
    void a_transition_behind_an_unguarded_one_is_never_taken() {
        assertThat(findings(m -> m.state("a", s -> s.on("x")
                                .to("b")
                                .on("x.y")
                                .when("g", any -> true)
                                .to("b")
                                .on("y", "x")
                                .to("b"))
                        .state("b", s -> s.on("later").to("c").always().to("c"))
                        .state("c", s -> s.onAny().to("a").on("z").to("b"))))
                .containsExactly(
                        "E shadowed-transition states.a.on.x.y[0]",
                        "E shadowed-transition states.b.on.later[0]",
                        "E shadowed-transition states.c.on.z[0]");
    }

    @Test
    void two_guarded_ones_state_their_order() {
        Guard<String, Room> guard = Guard.of("g", any -> any.powered);
        assertThat(findings(m -> m.state("a", s -> s.on("x")
                                .when(guard)
                                .to("b")
                                .on("x")
                                .when("h", any -> true)
                                .to("b"))
                        .state("b", s -> s.on("x")
                                .when(guard)
                                .to("a")
                                .orWhen("h", any -> true)
                                .to("a")
                                .on("y")
                                .when(guard)
                                .to("a")
                                .on("y")
                                .when(guard.negated())
                                .to("b")
                                .on("z")
                                .when(guard)
                                .to("a")
                                .on("z")
                                .to("b"))))
                .containsExactly("W order-not-stated states.a.on.x[1]");
    }

    @Test
    void an_end_that_is_waited_for_can_come() {
        assertThat(findings(
                        m -> m.state("a", s -> s.state("b").onDone().to("c")).parallel("c", p -> p.state(
                                        "d", d -> d.state("e", e -> e.on("x").to("f"))
                                                .finalState("f"))
                                .state("g", g -> g.on("x").to("a"))
                                .onDone()
                                .to("a"))))
                .contains("E never-done states.a.done[0]", "E never-done states.c.done[0]");
    }

    @Test
    void eventless_rounds_are_found_whatever_guards_answer() {
        assertThat(findings(m -> m.state("a", s -> s.on("x").to("b"))
                        .state("b", s -> s.always()
                                .when("g", any -> true)
                                .to("c")
                                .otherwise()
                                .to("d"))
                        .state("c", s -> s.always().to("b"))
                        .state("d", s -> s.always().to("c"))))
                .contains("E endless-loop states.b");
        assertThat(findings(m -> m.state("a", s -> s.always().stay()))).contains("E endless-loop states.a");
        assertThat(findings(m -> m.parallel(
                        "p", p -> p.state("r", r -> r.state("a", s -> s.always().to("b"))
                                        .state("b", s -> s.always().to("a")))
                                .state("q"))))
                .contains("E endless-loop states.p.states.r.states.a");
    }

    @Test
    void an_eventless_round_under_one_guard_is_endless_once_it_holds() {
        Guard<String, Room> paid = Guard.of("paid", any -> true);
        assertThat(findings(m -> m.state("a", s -> s.always().when(paid).to("b").on("x").to("b"))
                        .state("b", s -> s.always().when(paid).to("a").on("x").to("a"))))
                .containsExactly("E endless-loop states.a");
        assertThat(findings(m -> m.state("a", s -> s.always().when(paid).to("b").on("x").to("b"))
                        .state("b", s -> s.always().when("other", any -> true).to("a").on("x").to("a"))))
                .isEmpty();
        assertThat(findings(m -> m.state("a", s -> s.always().when(paid).to("b").on("x").to("b"))
                        .state("b", s -> s.entry(any -> {}).always().when(paid).to("a").on("x").to("a"))))
                .as("what the entry does may end it")
                .isEmpty();
    }

    @Test
    void an_eventless_round_with_a_way_out_is_no_finding() {
        assertThat(findings(m -> m.state("a", s -> s.always()
                                .when("g", any -> true)
                                .to("b")
                                .otherwise()
                                .to("c"))
                        .state("b", s -> s.always().to("a"))
                        .state("c", s -> s.on("x").to("a"))))
                .isEmpty();
        assertThat(findings(m -> m.parallel("p", p -> p.state(
                                        "r", r -> r.state("a", s -> s.always().to("b"))
                                                .state("b", s -> s.always().to("a")))
                                .state(
                                        "q",
                                        q -> q.always().when("g", any -> true).to("out")))
                        .state("out", s -> s.on("x").to("p"))))
                .isEmpty();
    }

    @Test
    void a_state_without_a_way_out_is_a_dead_end() {
        assertThat(findings(m -> m.state("a", s -> s.on("x").to("b").on("y").to("c"))
                        .state("b", s -> s.on("y").stay().on("z").to("b"))
                        .finalState("c")))
                .containsExactly("E dead-end states.b");
        assertThat(findings(m -> m.state("a", s -> s.on("x").to("b")).state("b")))
                .containsExactly("W dead-end states.b");
        assertThat(findings(m -> m.parallel(
                                "p", p -> p.state("a").state("b").onDone().to("c"))
                        .finalState("c")))
                .contains("E dead-end states.p.states.a", "E dead-end states.p.states.b");
    }

    @Test
    void every_state_has_a_way_to_a_final_one() {
        assertThat(findings(m -> m.state("a", s -> s.on("x").to("b").on("y").to("end"))
                        .state("b", s -> s.on("z").to("c"))
                        .state("c", s -> s.on("z").to("b"))
                        .finalState("end")))
                .containsExactly("E no-way-to-final states.b", "E no-way-to-final states.c");
        assertThat(findings(m -> m.state("a", s -> s.state(
                                        "b", b -> b.on("x").to("c").on("y").to("end"))
                                .finalState("c"))
                        .finalState("end")))
                .containsExactly("E no-way-to-final states.a.states.c");
        assertThat(findings(m -> m.parallel("p", p -> p.state(
                                        "a", a -> a.state("a1", s -> s.on("x").to("a2"))
                                                .finalState("a2"))
                                .state("b", b -> b.state("b1", s -> s.on("x").to("b2"))
                                        .finalState("b2"))
                                .onDone()
                                .to("end"))
                        .finalState("end")))
                .isEmpty();
    }

    @Test
    void a_state_that_only_history_leads_back_to_is_on_its_way() {
        assertThat(findings(m -> m.state("work", s -> s.history("past", "one")
                                .state("one", one -> one.on("next").to("two"))
                                .state("two", two -> two.on("ship").to("end"))
                                .on("hold")
                                .to("held"))
                        .state("held", s -> s.on("resume").to("past"))
                        .finalState("end")))
                .isEmpty();
    }

    @Test
    void every_state_is_entered_at_some_time() {
        assertThat(findings(m -> m.state("a", s -> s.on("x").to("end"))
                        .state("b", s -> s.on("x").to("end").state("c"))
                        .finalState("end")
                        .finalState("other")))
                .containsExactly("W unreachable-state states.b", "W unreachable-state states.other");
        assertThat(findings(m -> m.state(
                                "a",
                                s -> s.state("b").on("x").to("end").onDone().to("c"))
                        .state("c", s -> s.on("x").to("end"))
                        .finalState("end")))
                .contains("W unreachable-state states.c");
    }

    @Test
    void compiling_tells_all_findings_at_once() {
        MachineDefinition<String, String, Room> definition = MachineDefinition.<String, String, Room>named("m")
                .state("a", s -> s.on("x").to("b").on("x").to("c"))
                .state("b")
                .state("lost", s -> s.on("x").to("c"))
                .finalState("c")
                .build();
        assertThatThrownBy(() -> Machine.compile(definition))
                .isInstanceOf(DefinitionException.class)
                .hasMessageStartingWith("Machine m has 3 errors:\n  states.a.on.x[1]: ")
                .extracting(
                        failure -> ((DefinitionException) failure).findings(),
                        InstanceOfAssertFactories.list(Finding.class))
                .extracting(Finding::code)
                .containsExactly(
                        "shadowed-transition", "unreachable-state", "unreachable-state", "no-way-to-final", "dead-end");
        assertThat(Machine.compile(definition, Severities.lenient())).isNotNull();
    }

    @Test
    void severities_are_the_callers_choice_but_for_structure() {
        MachineDefinition<String, String, Room> definition = MachineDefinition.<String, String, Room>named("m")
                .state("a", s -> s.on("x").to("b"))
                .state("b")
                .build();
        assertThat(Machine.verify(definition)).noneMatch(Finding::isError);
        assertThat(Machine.verify(definition, Severities.strict())).allMatch(Finding::isError);
        assertThat(Machine.verify(definition, Severities.standard().with(Rule.DEAD_END, Severity.ERROR)))
                .allMatch(Finding::isError);
        assertThatThrownBy(() -> Severities.standard().with(Rule.UNKNOWN_TARGET, Severity.WARNING))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("unknown-target");
    }
}
