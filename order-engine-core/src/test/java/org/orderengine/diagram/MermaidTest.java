package org.orderengine.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessStateBuilder;
import org.orderengine.process.StandardProcesses;

class MermaidTest {

    @Test
    void a_mermaid_diagram_shows_states_arrows_guards_timers_and_effects() {
        ProcessDefinition tickets = ProcessDefinition.named("tickets", 1)
                .state("open", s -> s.on("pay")
                        .to("paying")
                        .on("modify")
                        .stay()
                        .on("cancel")
                        .when("nothing-left")
                        .to("expired")
                        .otherwise()
                        .stay()
                        .after("unpaid", Duration.ofMinutes(10))
                        .to("expired")
                        .after("reminder", Duration.ofDays(2))
                        .stay()
                        .after("show", "doors-open")
                        .to("expired"))
                .state("paying", s -> s.run("payment.capture")
                        .done()
                        .when("fully-paid")
                        .to("paid")
                        .otherwise()
                        .to("open")
                        .declined("open"))
                .state("paid", ProcessStateBuilder::end)
                .state("expired", s -> s.end().entry("reverse"))
                .build();

        assertThat(Diagrams.mermaid(tickets))
                .isEqualTo(
                        """
                stateDiagram-v2
                    [*] --> open
                    state "open" as open
                    open : stays on modify, cancel [else], reminder, after P2D
                    state "paying" as paying
                    paying : runs payment.capture
                    state "expired" as expired
                    expired : on entry reverse
                    open --> paying : pay
                    open --> expired : cancel [nothing-left]
                    open --> expired : unpaid, after PT10M
                    open --> expired : show, at doors-open
                    paying --> paid : done [fully-paid]
                    paying --> open : done [else]
                    paying --> open : declined
                    paid --> [*]
                    expired --> [*]
                """);
    }

    @Test
    void arrows_stand_in_the_smallest_state_that_holds_both_ends() {
        ProcessDefinition nested = ProcessDefinition.named("nested", 1)
                .state("active", s -> s.on("hold")
                        .to("held")
                        .on("modify")
                        .stay()
                        .state("back", h -> h.history(ProcessState.History.DEEP))
                        .state("one", one -> one.on("next").to("two"))
                        .state("two", two -> two.on("stop").to("over")))
                .state("held", s -> s.on("resume").to("back"))
                .state("over", ProcessStateBuilder::end)
                .build();

        assertThat(Diagrams.mermaid(nested))
                .isEqualTo(
                        """
                stateDiagram-v2
                    [*] --> active
                    state "active, stays on modify" as active {
                        [*] --> one
                        state "H*" as back
                        one --> two : next
                    }
                    active --> held : hold
                    two --> over : stop
                    held --> back : resume
                    over --> [*]
                """);
    }

    @Test
    void states_that_are_active_at_once_stand_side_by_side() {
        ProcessDefinition both = ProcessDefinition.named("both", 1)
                .state("work", s -> s.parallel()
                        .done("over")
                        .state("pack", pack -> pack.state(
                                        "packing", p -> p.on("packed").to("ready"))
                                .state("ready", ProcessStateBuilder::end))
                        .state("bill", bill -> bill.state(
                                        "billing", b -> b.on("billed").to("settled"))
                                .state("settled", ProcessStateBuilder::end)))
                .state("over", ProcessStateBuilder::end)
                .build();

        assertThat(Diagrams.mermaid(both))
                .isEqualTo(
                        """
                stateDiagram-v2
                    [*] --> work
                    state work {
                        state pack {
                            [*] --> packing
                            packing --> ready : packed
                            ready --> [*]
                        }
                        --
                        state bill {
                            [*] --> billing
                            billing --> settled : billed
                            settled --> [*]
                        }
                    }
                    work --> over : done
                    over --> [*]
                """);
    }

    @Test
    void names_that_mermaid_does_not_take_get_another_and_keep_their_title() {
        ProcessDefinition odd = ProcessDefinition.named("odd", 1)
                .state("deposit-paid", s -> s.on("*").to("deposit_paid"))
                .state("deposit_paid", s -> s.on("go").to("note"))
                .state("note", s -> s.always().to("say \"hi\""))
                .state("say \"hi\"", ProcessStateBuilder::end)
                .build();

        assertThat(Diagrams.mermaid(odd))
                .isEqualTo(
                        """
                stateDiagram-v2
                    [*] --> deposit_paid
                    state "deposit-paid" as deposit_paid
                    state "deposit_paid" as deposit_paid_
                    state "note" as note_
                    state "say 'hi'" as say__hi_
                    deposit_paid --> deposit_paid_ : any action
                    deposit_paid_ --> note_ : go
                    note_ --> say__hi_
                    say__hi_ --> [*]
                """);
    }

    @Test
    void every_standard_process_can_be_drawn() {
        for (String name : StandardProcesses.names()) {
            ProcessDefinition definition = StandardProcesses.named(name).orElseThrow();
            String drawn = Diagrams.mermaid(definition);

            assertThat(drawn)
                    .startsWith("stateDiagram-v2\n    [*] --> " + definition.initial() + "\n")
                    .contains("completed --> [*]");
        }
    }
}
