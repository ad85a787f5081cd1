package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.diagram.Diagrams;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.model.ProcessReference;
import org.orderengine.process.chart.StateTree;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.vocabulary.Registry;

class ExtendingDefinitionsTest {

    private static final String GIFT_SHOP =
            """
            { "process": "gift-shop", "extends": "physical-goods@1",
              "states": {
                "paid": { "on": { "wrap": { "when": "wrappable", "to": "wrapping" } } },
                "active": { "states": {
                  "wrapping": { "run": "gift.wrap", "done": "paid", "declined": "paid" } } } } }
            """;

    private static final Registry NAMES =
            BuiltIns.names().with(Map.of("wrappable", (order, now) -> null), Set.of("gift.wrap"), Map.of());

    private static final String TICKETS =
            """
            { "process": "tickets",
              "states": { "open": { "on": { "use": "used", "*": {} }, "entry": ["points.grant"],
                                    "after": { "late": { "in": "P1D", "to": "used" }, "early": { "in": "PT1H", "to": "used" } } },
                          "used": { "final": true } } }
            """;

    @Test
    void a_state_of_ones_own_costs_a_few_lines() {
        ProcessDefinition whole = ProcessJson.read(GIFT_SHOP);
        assertThat(CompiledProcess.verify(whole, NAMES)).isEmpty();
        assertThat(whole.reference()).isEqualTo(new ProcessReference("gift-shop", 1));
        ProcessState active = state(whole, "active");
        ProcessState before = state(StandardProcesses.physicalGoods(), "active");
        assertThat(active.states().keySet())
                .containsAll(before.states().keySet())
                .endsWith("wrapping");
        assertThat(state(whole, "paid").on())
                .containsAllEntriesOf(
                        state(StandardProcesses.physicalGoods(), "paid").on())
                .containsKey("wrap");
        assertThat(active.on()).isEqualTo(before.on());
        assertThat(GIFT_SHOP.lines()).hasSizeLessThan(10);
    }

    @Test
    void what_is_written_drawn_and_hashed_is_the_whole() {
        ProcessDefinition whole = ProcessJson.read(GIFT_SHOP);
        String written = ProcessJson.write(whole);
        assertThat(written).doesNotContain("extends").contains("\"producing\"").contains("\"wrapping\"");
        assertThat(ProcessJson.read(written)).isEqualTo(whole);
        assertThat(ProcessJson.read(written).fingerprint()).isEqualTo(whole.fingerprint());
        assertThat(Diagrams.mermaid(whole)).contains("wrapping").contains("producing");
    }

    @Test
    void java_and_json_say_the_same() {
        ProcessDefinition java = ProcessDefinition.named("gift-shop", 1)
                .extending(StandardProcesses.physicalGoods())
                .state("paid", s -> s.on("wrap").when("wrappable").to("wrapping"))
                .state(
                        "active",
                        s -> s.state(
                                "wrapping", w -> w.run("gift.wrap").done("paid").declined("paid")))
                .build();
        assertThat(java).isEqualTo(ProcessJson.read(GIFT_SHOP));
    }

    @Test
    void states_actions_and_timers_are_taken_away_by_null() {
        String text =
                """
                { "process": "gift-shop", "extends": "physical-goods@1", "version": 3,
                  "states": { "held": null, "active": { "on": { "hold": null }, "states": { "resumed": null } },
                              "created": { "after": { "unpaid": null } } } }
                """;
        ProcessDefinition json = ProcessJson.read(text);
        assertThat(CompiledProcess.verify(json, NAMES)).isEmpty();
        assertThat(json.version()).isEqualTo(3);
        assertThat(json.states()).doesNotContainKey("held");
        assertThat(state(json, "active").on()).isEmpty();
        assertThat(state(json, "created").after()).isEmpty();
        ProcessDefinition java = ProcessDefinition.named("gift-shop", 3)
                .extending(StandardProcesses.physicalGoods())
                .without("held", "resumed")
                .state("active", s -> s.without("hold"))
                .state("created", s -> s.withoutTimer("unpaid"))
                .build();
        assertThat(java).isEqualTo(json);
    }

    @Test
    void lists_replace_and_maps_merge_with_the_rest_behind_what_is_added() {
        ProcessDefinition whole = extending(
                """
                { "process": "cinema", "extends": "tickets@1",
                  "states": { "open": { "entry": [], "on": { "renew": "open", "use": {} },
                                        "after": { "late": { "in": "P2D", "to": "used" } } } } }
                """);
        ProcessState open = state(whole, "open");
        assertThat(open.entry()).isEmpty();
        assertThat(open.on().keySet()).containsExactly("use", "renew", "*");
        assertThat(open.on().get("use")).containsExactly(ProcessTransition.STAY);
        assertThat(open.after().keySet()).containsExactly("late", "early");
        assertThat(open.after().values()).extracting(ProcessTimer::in).startsWith(Duration.ofDays(2));
    }

    @Test
    void a_definition_may_extend_one_that_extends() {
        Map<String, String> texts = Map.of(
                "tickets",
                TICKETS,
                "cinema",
                "{ \"process\": \"cinema\", \"extends\": \"tickets@1\", \"states\": { \"open\": { \"on\": { \"eat\":"
                        + " {} } } } }");
        ProcessDefinition whole = ProcessJson.read(
                "{ \"process\": \"drive-in\", \"extends\": \"cinema@1\", \"states\": { \"open\": { \"on\": { \"park\":"
                        + " {} } } } }",
                reference -> Optional.ofNullable(texts.get(reference.name())));
        assertThat(state(whole, "open").on().keySet()).containsExactly("use", "eat", "park", "*");
    }

    @Test
    void a_circle_is_found_with_its_way() {
        Map<String, String> texts = Map.of(
                "a", "{ \"process\": \"a\", \"extends\": \"b@1\" }",
                "b", "{ \"process\": \"b\", \"extends\": \"c@1\" }",
                "c", "{ \"process\": \"c\", \"extends\": \"a@1\" }");
        assertThat(findings("{ \"process\": \"a\", \"extends\": \"b@1\" }", texts))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("circular-extends");
                    assertThat(finding.place()).isEqualTo("line 1, column 30, extends");
                    assertThat(finding.message())
                            .isEqualTo("extends itself in the end: a@1 extends b@1 extends c@1 extends a@1");
                });
        assertThat(findings("{ \"process\": \"a\", \"extends\": \"a@1\" }", Map.of()))
                .singleElement()
                .extracting(Finding::message)
                .isEqualTo("extends itself in the end: a@1 extends a@1");
    }

    @Test
    void a_base_that_is_not_there_or_wrong_is_said_and_nothing_that_follows_from_it() {
        String text =
                """
                { "process": "p", "extends": "%s",
                  "states": { "held": null, "paid": { "on": { "wrap": null } } } }
                """;
        assertThat(findings(text.formatted("physical-good@1"), Map.of()))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("unknown-base");
                    assertThat(finding.place()).isEqualTo("line 1, column 30, extends");
                    assertThat(finding.remedy()).contains("physical-goods@1");
                });
        assertThat(findings(text.formatted("physical-goods"), Map.of()))
                .singleElement()
                .extracting(Finding::remedy)
                .isEqualTo("give the name and version of a definition, like \"physical-goods@1\"");
        assertThat(findings(text.formatted("physical-goods@2"), Map.of())).hasSize(1);
        assertThat(findings(text.formatted("tickets@1"), Map.of("tickets", "{ \"process\": 7 }")))
                .singleElement()
                .extracting(Finding::message)
                .asString()
                .startsWith("\"tickets@1\" cannot be understood");
    }

    @Test
    void what_is_taken_away_or_written_elsewhere_must_be_there() {
        assertThat(findings(
                        """
                        { "process": "p", "extends": "physical-goods@1",
                          "states": { "heldd": null,
                                      "paid": { "on": { "payy": null }, "run": null },
                                      "held": { "states": { "created": {} } },
                                      "producing": {}, "active": { "states": { "producing": {} } } } }
                        """,
                        Map.of()))
                .extracting(finding -> finding.code() + " " + finding.place())
                .containsExactlyInAnyOrder(
                        "nothing-to-remove line 2, column 15, states.heldd",
                        "nothing-to-remove line 3, column 33, states.active.states.paid.on.payy",
                        "nothing-to-remove line 3, column 49, states.active.states.paid.run",
                        "misplaced-state line 4, column 37, states.held.states.created",
                        "duplicate-key line 5, column 15, states.producing");
    }

    @Test
    void a_finding_about_the_whole_names_the_place_that_was_written_or_where_it_extends() {
        List<Finding> findings = CompiledProcess.verify(
                ProcessJson.read(
                        """
                        { "process": "p", "extends": "physical-goods@1",
                          "states": { "paid": { "on": { "wrap": "wraping" } }, "held": null } }
                        """),
                NAMES);
        assertThat(findings)
                .extracting(Finding::place)
                .contains(
                        "line 1, column 30, states.active.on.hold[0].to",
                        "line 2, column 41, states.active.states.paid.on.wrap[0].to");
    }

    @Test
    void every_standard_version_that_was_ever_there_can_be_extended() {
        for (String reference : List.of(
                "physical-goods@1",
                "virtual-goods@1",
                "deposit-presale@1",
                "cash-on-delivery@1",
                "payment@1",
                "shipment@1",
                "return@1")) {
            ProcessDefinition own = ProcessJson.read("{ \"process\": \"own\", \"extends\": \"" + reference + "\" }");
            assertThat(own.states()).isNotEmpty();
        }
        assertThatThrownBy(() -> ProcessJson.read("{ \"process\": \"own\", \"extends\": \"payment@2\" }"))
                .isInstanceOf(DefinitionException.class);
    }

    private static ProcessState state(ProcessDefinition definition, String name) {
        StateTree.Located located = new StateTree(definition).of(name);
        return Objects.requireNonNull(located, name).state();
    }

    private static ProcessDefinition extending(String text) {
        return ProcessJson.read(
                text, reference -> reference.name().equals("tickets") ? Optional.of(TICKETS) : Optional.empty());
    }

    private static List<Finding> findings(String text, Map<String, String> texts) {
        return catchThrowableOfType(
                        DefinitionException.class,
                        () -> ProcessJson.read(text, reference -> Optional.ofNullable(texts.get(reference.name()))))
                .findings();
    }
}
