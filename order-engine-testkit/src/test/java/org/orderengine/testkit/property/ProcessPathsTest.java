package org.orderengine.testkit.property;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.StandardProcesses;

class ProcessPathsTest {

    private static final ProcessDefinition TICKETS = ProcessDefinition.named("tickets", 1)
            .initial("open")
            .state("open", s -> s.on("pay")
                    .to("paying")
                    .after("unpaid", Duration.ofMinutes(10))
                    .to("expired"))
            .state("paying", s -> s.run("payment.capture").done("paid").declined("open"))
            .state(
                    "paid",
                    s -> s.on("scan").when("door-open").to("used").otherwise().stay())
            .state("used", s -> s.end())
            .state("expired", s -> s.end())
            .build();

    private static final ProcessDefinition RING = ProcessDefinition.named("ring", 1)
            .initial("making")
            .state("making", s -> s.parallel()
                    .done("ready")
                    .state("money", m -> m.initial("due")
                            .state("due", d -> d.on("pay").to("paying"))
                            .state("paying", p -> p.run("payment.capture")
                                    .done("settled")
                                    .declined("due"))
                            .state("settled", p -> p.end()))
                    .state("work", w -> w.initial("casting")
                            .state("casting", c -> c.on("cast").to("cast-done"))
                            .state("cast-done", c -> c.end())))
            .state("ready", s -> s.on("fetch").to("fetched"))
            .state("fetched", s -> s.end())
            .build();

    private static final ProcessPaths GOODS = ProcessPaths.of(StandardProcesses.physicalGoods());

    @Test
    void the_shortest_path_to_a_state_names_actions_timers_and_answers() {
        ProcessPaths paths = ProcessPaths.of(TICKETS);
        assertThat(paths.to("used").orElseThrow())
                .hasToString("open; on pay to paying; done: paying to paid; on scan to used");
        assertThat(paths.to("expired").orElseThrow()).hasToString("open; after unpaid to expired");
        assertThat(paths.to("open").orElseThrow().steps()).isEmpty();
        assertThat(paths.to("sold")).isEmpty();
        assertThat(paths.through("states.paying.declined[0]").orElseThrow())
                .hasToString("open; on pay to paying; declined: paying to open");
    }

    @Test
    void a_path_leads_through_the_regions_of_a_parallel_state_until_all_have_ended() {
        ProcessPath path = ProcessPaths.of(RING).to("fetched").orElseThrow();
        assertThat(path.steps()).extracting(PathStep::name).containsExactlyInAnyOrder("pay", "paying", "cast", "fetch");
        assertThat(path.to().ended()).isTrue();
    }

    @Test
    void a_few_paths_take_every_transition_between_them_and_none_is_there_for_nothing() {
        Set<String> taken = new HashSet<>();
        for (ProcessPath path : GOODS.throughAllTransitions()) {
            assertThat(taken.addAll(path.transitions())).as("%s", path).isTrue();
        }
        assertThat(taken).containsExactlyInAnyOrderElementsOf(GOODS.transitions());
        assertThat(GOODS.transitions())
                .contains("states.active.states.shipped.on.receive-return[0]", "states.held.on.resume[0]");
        assertThat(GOODS.unreachable()).isEmpty();
    }

    static Stream<ProcessDefinition> standardProcesses() {
        return StandardProcesses.names().stream()
                .map(name -> StandardProcesses.named(name).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("standardProcesses")
    void of_each_path_of_a_standard_process_it_is_said_that_it_can_be_followed_or_why_not(ProcessDefinition process) {
        ProcessTrial trial = ProcessTrial.of(process);
        ProcessPaths paths = ProcessPaths.of(process);
        int followed = 0;
        for (ProcessPath path : paths.throughAllTransitions()) {
            Optional<String> why = trial.whyNot(path, EnumSet.noneOf(FlowRule.class));
            assertThat(why)
                    .as("%s", path)
                    .satisfiesAnyOf(reason -> assertThat(reason).isEmpty(), reason -> assertThat(reason.orElseThrow())
                            .startsWith("step ")
                            .hasSizeGreaterThan(20));
            followed += why.isEmpty() ? 1 : 0;
        }
        assertThat(followed).isPositive();
    }

    @Test
    void a_path_that_guards_do_not_let_through_names_the_step_and_the_guard() {
        ProcessDefinition barred = ProcessDefinition.named("barred", 1)
                .state("open", s -> s.on("use")
                        .when("nothing-left")
                        .to("used")
                        .on("leave")
                        .to("left"))
                .state("used", s -> s.end())
                .state("left", s -> s.end())
                .build();
        ProcessTrial trial = ProcessTrial.of(barred);
        ProcessPath path = ProcessPaths.of(barred).to("used").orElseThrow();
        assertThat(trial.follow(path, EnumSet.noneOf(FlowRule.class))).isFalse();
        assertThat(trial.whyNot(path, EnumSet.noneOf(FlowRule.class)).orElseThrow())
                .startsWith("step 1 of 1, on use to used: use on order ")
                .contains("nothing-left");
    }

    @Test
    void a_state_that_no_path_leads_to_is_said_to_be_unreachable() {
        ProcessDefinition island = ProcessDefinition.named("island", 1)
                .state("open", s -> s.on("use").to("used"))
                .state("lost", s -> s.on("use").to("used"))
                .state("used", s -> s.end())
                .build();
        assertThat(ProcessPaths.of(island).unreachable()).containsExactly("lost");
    }

    @Test
    void an_order_can_go_every_path_through_a_process_whose_guards_the_host_answers() {
        ProcessTrial trial = ProcessTrial.of(TICKETS)
                .withWiring(engine -> engine.guard(
                        "door-open", context -> context.order().origin().buyer() == null ? "nobody" : null));
        for (ProcessPath path : trial.paths().throughAllTransitions()) {
            boolean doorIsShut = path.transitions().contains("states.paid.on.scan[1]");
            assertThat(trial.follow(path, EnumSet.allOf(FlowRule.class)))
                    .as("%s", path)
                    .isEqualTo(!doorIsShut);
        }
    }

    @Property(tries = 200)
    void every_walk_goes_from_one_position_to_the_next_by_a_transition(@ForAll("walks") ProcessPath walk) {
        assertThat(walk.from().states()).containsExactly("placing");
        assertThat(walk.steps())
                .allSatisfy(step -> assertThat(step.transitions()).isNotEmpty());
        assertThat(GOODS.transitions()).containsAll(walk.transitions());
    }

    @Provide
    Arbitrary<ProcessPath> walks() {
        return GOODS.walks(12);
    }
}
