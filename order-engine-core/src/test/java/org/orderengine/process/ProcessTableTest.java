package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.compiled.CompiledProcess;

class ProcessTableTest {

    private static final String TICKETS =
            """
            state,action,guard,next state
            open,pay,fully-paid and nothing-open,paid
            open,pay,(else),(stays)
            open,cancel,,cancelled
            paid,use,,used
            """;

    @Test
    void a_table_is_a_process() {
        ProcessDefinition tickets = ProcessTable.read(TICKETS, "tickets", 3);

        assertThat(tickets)
                .isEqualTo(ProcessDefinition.named("tickets", 3)
                        .initial("open")
                        .state("open", s -> s.on("pay")
                                .when("fully-paid")
                                .when("nothing-open")
                                .to("paid")
                                .otherwise()
                                .stay()
                                .on("cancel")
                                .to("cancelled"))
                        .state("paid", s -> s.on("use").to("used"))
                        .state("cancelled", ProcessStateBuilder::end)
                        .state("used", ProcessStateBuilder::end)
                        .build());
        assertThat(CompiledProcess.verify(tickets, BuiltIns.names())).noneMatch(Finding::isError);
    }

    @Test
    void columns_may_stand_in_any_order_and_without_guards() {
        ProcessDefinition tickets = ProcessTable.read(
                "\uFEFFNext State;Action;State\n".replace(';', ',')
                        + "\"used\",\"use\",\"open\"\r\n\r\n,,\n , \"say \"\"no\"\"\" ,open\r\nopen,(start),",
                "tickets",
                1);

        assertThat(tickets.initial()).isEqualTo("open");
        assertThat(tickets.states().keySet()).containsExactly("open", "used");
        assertThat(tickets.states().get("open"))
                .satisfies(open -> assertThat(open.on().keySet()).containsExactly("use", "say \"no\""));
    }

    @Test
    void a_final_state_may_have_a_row_of_its_own() {
        ProcessDefinition tickets = ProcessTable.read(
                "state,action,next state\npaid-1,,\npaid-2,(final),\nopen,a,paid-1\nopen,b,paid-2\n,(start),open\n",
                "tickets",
                1);

        assertThat(tickets.states().keySet()).containsExactly("paid-1", "paid-2", "open");
        assertThat(tickets.states().values()).extracting(ProcessState::end).containsExactly(true, true, false);
        assertThat(tickets.initial()).isEqualTo("open");
    }

    @Test
    void everything_that_is_wrong_is_said_at_once_with_its_place() {
        List<Finding> findings = refused(
                """
                state,action,gard,next state
                open,pay,,payd
                ,use,,used
                paid,(after PT5M: late),,used
                paid,,,used
                paid,use,used
                paid,use,,used
                used,again,,open
                used,,,
                ,(start),,
                """);

        assertThat(findings)
                .extracting(finding -> finding.place().replace(", definition", "") + " " + finding.code())
                .containsExactly(
                        "line 1, column 14 unknown-key",
                        "line 3, column 1 missing-key",
                        "line 4, column 6 wrong-value",
                        "line 5, column 6 missing-key",
                        "line 6, column 1 not-csv",
                        "line 9, column 6 conflicting-keys",
                        "line 10, column 11 missing-key",
                        "line 2, column 11 unknown-target");
        assertThat(findings.get(0).message()).contains("did you mean \"guard\"?");
        assertThat(findings.get(7).message()).contains("did you mean \"paid\"?");
    }

    @Test
    void what_is_no_csv_is_refused_where_it_begins() {
        assertThat(refused("state,action,next state\nopen,\"pay,paid\n\n"))
                .extracting(Finding::place, Finding::code)
                .contains(org.assertj.core.groups.Tuple.tuple("line 2, column 6, definition", "not-csv"));
        assertThat(refused("state,action,next state\nopen,pa\"y,paid\nopen,\"pa\"y,paid\n"))
                .extracting(Finding::place)
                .containsExactly("line 2, column 6, definition", "line 3, column 6, definition");
        assertThat(refused("state;action;next state\nopen;pay;paid\n"))
                .extracting(Finding::remedy)
                .contains("separate the cells by commas");
        for (String empty : List.of("", "\n\n", " , ,\n")) {
            assertThat(refused(empty)).extracting(Finding::code).containsExactly("missing-key");
        }
        assertThat(refused("state,action,next state\n"))
                .extracting(Finding::code)
                .containsExactly("missing-key");
        assertThat(refused("state,state,action,next state\na,b,c,d\n"))
                .extracting(Finding::code)
                .contains("duplicate-key");
    }

    @Test
    void a_table_is_not_larger_than_a_definition_may_be() {
        StringBuilder many = new StringBuilder("state,action,next state\n");
        for (int i = 0; i < 501; i++) {
            many.append("state-").append(i).append(",next,state-0\n");
        }
        assertThat(refused(many.toString())).extracting(Finding::code).containsExactly("limit-exceeded");
        assertThat(refused("state,action,next state\nopen," + "x".repeat(201) + ",paid"))
                .extracting(Finding::code)
                .contains("limit-exceeded");
        assertThat(refused(" ".repeat(1_000_001))).extracting(Finding::code).containsExactly("limit-exceeded");
    }

    @Test
    void what_verification_finds_has_its_place_in_the_table() {
        ProcessDefinition tickets = ProcessTable.read(
                "state,action,guard,next state\nopen,pay,fuly-paid,paid\npaid,use,,paid\n", "tickets", 1);

        assertThat(CompiledProcess.verify(tickets, BuiltIns.names())).anySatisfy(finding -> {
            assertThat(finding.code()).isEqualTo("unknown-guard");
            assertThat(finding.place()).startsWith("line 2, column 10, ");
            assertThat(finding.message()).contains("did you mean \"fully-paid\"?");
        });
    }

    @Test
    void a_name_is_needed() {
        assertThatThrownBy(() -> ProcessTable.read(TICKETS, " ", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Finding> refused(String table) {
        DefinitionException refusal =
                catchThrowableOfType(DefinitionException.class, () -> ProcessTable.read(table, "tickets", 1));
        return refusal.findings();
    }
}
