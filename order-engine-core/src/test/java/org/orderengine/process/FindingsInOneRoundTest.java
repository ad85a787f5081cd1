package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.engine.OrderEngine;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.compiled.CompiledProcess;

/** Mistakes of all kinds are said together, and what only follows from one of them is not. */
class FindingsInOneRoundTest {

    @Test
    void ten_mistakes_of_every_kind_are_found_at_once() {
        assertThat(
                        codes(
                                """
                                { "process": "tickets", "versoin": 2, "initial": "placing",
                                  "states": {
                                    "placing": { "run": "inventory.reserv", "done": "open", "declined": "refused" },
                                    "open": { "on": { "pay": { "when": "fuly-paid", "to": "paying" }, "cancel": "cancelling" },
                                              "afer": { "late": { "in": "P1D", "to": "cancelling" } } },
                                    "paying": { "run": "payment.capture", "done": "payd", "declined": "open" },
                                    "paid": { "on": { "ship": "shiped" }, "after": { "slow": { "to": "cancelling" } } },
                                    "shipped": { "declined": "paid", "on": { "deliver": "delivered" } },
                                    "lost": { "on": { "seek": "sought" } },
                                    "sought": { "on": { "lose": "lost" } },
                                    "cancelling": { "run": "reverse", "done": "cancelled", "declined": "cancelled" },
                                    "delivered": { "final": true, "on": { "look": {} } },
                                    "refused": { "final": "yes" },
                                    "cancelled": { "final": true } } }
                                """))
                .containsExactly(
                        "1 unknown-key",
                        "3 unknown-effect",
                        "4 unknown-guard",
                        "5 unknown-key",
                        "6 unknown-target",
                        "7 unknown-target",
                        "7 timer-without-due",
                        "8 answer-without-run",
                        "12 bad-structure",
                        "13 wrong-value");
    }

    @Test
    void names_structure_and_flow_are_told_together() {
        assertThat(
                        codes(
                                """
                                { "process": "tickets",
                                  "states": {
                                    "open": { "on": { "use": { "when": "rain", "to": "used" }, "tear": "torn", "go": "gon" } },
                                    "gone": { "on": { "come-back": "open" } },
                                    "torn": {},
                                    "hidden": { "on": { "show": "open" } },
                                    "used": { "final": true } } }
                                """))
                .containsExactly("3 unknown-guard", "3 unknown-target", "5 dead-end");
    }

    @Test
    void without_the_mistake_that_may_lead_there_a_state_is_unreachable() {
        assertThat(
                        codes(
                                """
                                { "process": "tickets",
                                  "states": {
                                    "open": { "on": { "use": { "when": "rain", "to": "used" } } },
                                    "hidden": { "on": { "show": "open" } },
                                    "used": { "final": true } } }
                                """))
                .containsExactly("3 unknown-guard", "4 unreachable-state");
    }

    @Test
    void what_a_mistyped_effect_or_action_would_do_is_taken_to_be_done() {
        assertThat(
                        codes(
                                """
                                { "process": "tickets",
                                  "states": {
                                    "placing": { "run": "inventory.reserve", "done": "open", "declined": "gone" },
                                    "open": { "on": { "cancle": "cancelling", "ship": [ { "when": "nothing-open", "to": "sent" }, {} ] } },
                                    "cancelling": { "run": "revers", "done": "gone", "declined": "gone" },
                                    "sent": { "final": true },
                                    "gone": { "final": true } } }
                                """))
                .containsExactly("4 nearly-built-in", "5 unknown-effect", "7 ends-holding-stock");
    }

    @Test
    void a_state_that_cannot_be_read_is_said_once() {
        assertThat(
                        codes(
                                """
                                { "process": "tickets",
                                  "states": {
                                    "open": { "on": [ "use" ] },
                                    "used": { "final": true } } }
                                """))
                .containsExactly("3 wrong-value");
        assertThat(codes("{ \"process\": \"tickets\", \"state\": {} }"))
                .containsExactly("1 missing-key", "1 unknown-key");
    }

    @Test
    void two_states_of_one_name_and_an_initial_that_is_none_hide_nothing_else() {
        assertThat(
                        codes(
                                """
                                { "process": "tickets", "initial": "opn",
                                  "states": {
                                    "open": { "initial": "used", "states": { "a": { "on": { "go": "b" } }, "b": { "on": { "use": "used" } } } },
                                    "shut": { "states": { "a": { "on": { "go": "used" } } } },
                                    "used": { "final": true },
                                    "stuck": {} } }
                                """))
                .containsExactly("1 unknown-target", "3 bad-initial", "4 duplicate-state", "6 dead-end");
    }

    @Test
    void an_engine_refuses_a_draft_with_all_that_is_wrong() {
        ProcessDefinition draft = ProcessJson.draft(
                """
                { "process": "tickets",
                  "states": { "open": { "on": { "use": { "when": "rain", "to": "used" } }, "foo": 1 }, "used": { "final": true } } }
                """);
        assertThat(draft.unread()).hasSize(1);
        DefinitionException refused = catchThrowableOfType(DefinitionException.class, () -> OrderEngine.builder()
                .catalog((skus, origin) -> Map.of())
                .process(draft)
                .build());
        assertThat(refused.findings()).extracting(Finding::code).containsExactly("unknown-guard", "unknown-key");
    }

    /** Line and code of each finding. */
    private static List<String> codes(String text) {
        return CompiledProcess.verify(ProcessJson.draft(text), BuiltIns.names()).stream()
                .map(finding -> finding.place().replaceAll("line (\\d+),.*", "$1") + " " + finding.code())
                .toList();
    }
}
