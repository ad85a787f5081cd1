package org.orderengine.diagram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessJson;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessStateBuilder;

/** Every language draws the same: states in states, states at once, histories, ends, and the way of one order. */
class DiagramsTest {

    private static final ProcessDefinition WORK = ProcessDefinition.named("work", 2)
            .initial("waiting")
            .state("held", s -> s.on("resume").to("before"))
            .state("waiting", s -> s.on("begin")
                    .to("at-work")
                    .after("late", Duration.ofDays(2))
                    .to("over"))
            .state("at-work", s -> s.parallel()
                    .on("hold")
                    .to("held")
                    .done("over")
                    .state("before", h -> h.history(ProcessState.History.DEEP))
                    .state("pack", pack -> pack.state(
                                    "packing", p -> p.run("inventory.reserve").done("ready"))
                            .state("ready", ProcessStateBuilder::end))
                    .state("bill", bill -> bill.initial("billing")
                            .state("billed", ProcessStateBuilder::end)
                            .state("billing", b -> b.on("bill")
                                    .when("fully-paid")
                                    .to("billed")
                                    .otherwise()
                                    .stay())))
            .state("over", ProcessStateBuilder::end)
            .build();

    private static final Highlight WAY = new Highlight(
            Set.of("ready", "billing"),
            Set.of("waiting", "packing", "billing", "ready"),
            Set.of("states.waiting.on.begin[0]", "states.at-work.states.pack.states.packing.done[0]"),
            Map.of());

    @Test
    void mermaid_marks_the_way_of_an_order() {
        assertThat(Diagrams.mermaid(WORK, WAY))
                .isEqualTo(
                        """
                stateDiagram-v2
                    [*] --> waiting
                    state "at-work" as at_work {
                        state "H*" as before
                        state pack {
                            [*] --> packing
                            state "packing" as packing
                            packing : runs inventory.reserve
                            packing --> ready : ✓ done
                            ready --> [*]
                        }
                        --
                        state bill {
                            [*] --> billing
                            state "billing" as billing
                            billing : stays on bill [else]
                            billing --> billed : bill [fully-paid]
                            billed --> [*]
                        }
                    }
                    held --> before : resume
                    waiting --> at_work : ✓ begin
                    waiting --> over : late, after P2D
                    at_work --> held : hold
                    at_work --> over : done
                    over --> [*]
                    classDef isHere fill:#fde68a,stroke:#b45309,color:#111827,stroke-width:3px
                    classDef wasHere fill:#dbeafe,stroke:#1d4ed8,color:#111827
                    class ready,billing isHere
                    class waiting,packing wasHere
                """);
    }

    @Test
    void dot_marks_the_way_of_an_order() {
        assertThat(Diagrams.dot(WORK, WAY))
                .isEqualTo(
                        """
                digraph "work v2" {
                    compound=true;
                    fontname="sans-serif";
                    node [shape=box, style="rounded,filled", fillcolor="#ffffff", fontname="sans-serif"];
                    edge [fontname="sans-serif", fontsize=10];
                    "[*]" [shape=point, fillcolor="#000000"];
                    "[*]" -> "waiting";
                    "held" [label="held"];
                    "waiting" [label="waiting", fillcolor="#dbeafe", color="#1d4ed8", penwidth=1];
                    subgraph "cluster at-work" {
                        label="at-work";
                        style=rounded;
                        "[*] at-work" [shape=point, style=invis];
                        "before" [label="H*", shape=circle];
                        subgraph "cluster pack" {
                            label="pack";
                            style=dashed;
                            "[*] pack" [shape=point, fillcolor="#000000"];
                            "[*] pack" -> "packing";
                            "packing" [label="packing\\nruns inventory.reserve", fillcolor="#dbeafe", color="#1d4ed8", penwidth=1];
                            "ready" [label="ready", peripheries=2, fillcolor="#fde68a", color="#b45309", penwidth=3];
                            "packing" -> "ready" [label="done", color="#1d4ed8", fontcolor="#1d4ed8", penwidth=2];
                        }
                        subgraph "cluster bill" {
                            label="bill";
                            style=dashed;
                            "[*] bill" [shape=point, fillcolor="#000000"];
                            "[*] bill" -> "billing";
                            "billed" [label="billed", peripheries=2];
                            "billing" [label="billing\\nstays on bill [else]", fillcolor="#fde68a", color="#b45309", penwidth=3];
                            "billing" -> "billed" [label="bill [fully-paid]"];
                        }
                    }
                    "over" [label="over", peripheries=2];
                    "held" -> "before" [label="resume"];
                    "waiting" -> "[*] at-work" [label="begin", color="#1d4ed8", fontcolor="#1d4ed8", penwidth=2, lhead="cluster at-work"];
                    "waiting" -> "over" [label="late, after P2D"];
                    "[*] at-work" -> "held" [label="hold", ltail="cluster at-work"];
                    "[*] at-work" -> "over" [label="done", ltail="cluster at-work"];
                }
                """);
    }

    @Test
    void plant_uml_marks_the_way_of_an_order() {
        assertThat(Diagrams.plantUml(WORK, WAY))
                .isEqualTo(
                        """
                @startuml
                title work v2
                hide empty description
                [*] --> waiting
                state "held" as held
                state "waiting" as waiting #dbeafe;line:1d4ed8
                state "at-work" as at_work {
                    state before <<history*>>
                    state "pack" as pack {
                        [*] --> packing
                        state "packing" as packing #dbeafe;line:1d4ed8
                        packing : runs inventory.reserve
                        state "ready" as ready #fde68a;line:b45309;line.bold
                        packing -[#1d4ed8,bold]-> ready : done
                        ready --> [*]
                    }
                    --
                    state "bill" as bill {
                        [*] --> billing
                        state "billed" as billed
                        state "billing" as billing #fde68a;line:b45309;line.bold
                        billing : stays on bill [else]
                        billing --> billed : bill [fully-paid]
                        billed --> [*]
                    }
                }
                state "over" as over
                held --> before : resume
                waiting -[#1d4ed8,bold]-> at_work : begin
                waiting --> over : late, after P2D
                at_work --> held : hold
                at_work --> over : done
                over --> [*]
                @enduml
                """);
    }

    @Test
    void a_table_marks_the_way_of_an_order() {
        assertThat(Diagrams.markdown(WORK, WAY))
                .isEqualTo(
                        """
                | inside | state | action | guard | next state | order |
                |---|---|---|---|---|---|
                | | | (start) | | waiting | |
                | | held | resume | | before | |
                | | waiting | begin | | at-work | passed, taken |
                | | waiting | (after P2D: late) | | over | passed |
                | | at-work | hold | | held | |
                | | at-work | (done) | | over | |
                | at-work | before | (deep history) | | | |
                | at-work | pack | | | | |
                | pack | packing | (done) | | ready | passed, taken |
                | pack | ready | (final) | | | here |
                | at-work | bill | | | | |
                | bill | | (start) | | billing | |
                | bill | billed | (final) | | | |
                | bill | billing | bill | fully-paid | billed | here |
                | bill | billing | bill | (else) | (stays) | here |
                | | over | (final) | | | |
                """);
    }

    @Test
    void a_table_as_csv_says_the_same() {
        assertThat(Diagrams.csv(WORK, WAY))
                .isEqualTo(
                        """
                inside,state,action,guard,next state,order
                ,,(start),,waiting,
                ,held,resume,,before,
                ,waiting,begin,,at-work,"passed, taken"
                ,waiting,(after P2D: late),,over,passed
                ,at-work,hold,,held,
                ,at-work,(done),,over,
                at-work,before,(deep history),,,
                at-work,pack,,,,
                pack,packing,(done),,ready,"passed, taken"
                pack,ready,(final),,,here
                at-work,bill,,,,
                bill,,(start),,billing,
                bill,billed,(final),,,
                bill,billing,bill,fully-paid,billed,here
                bill,billing,bill,(else),(stays),here
                ,over,(final),,,
                """
                                .replace("\n", "\r\n"));
    }

    @Test
    void without_an_order_nothing_is_marked() {
        assertThat(Diagrams.mermaid(WORK)).doesNotContain("class", "✓");
        assertThat(Diagrams.dot(WORK)).doesNotContain("penwidth");
        assertThat(Diagrams.plantUml(WORK)).doesNotContain("bold", "#fde68a");
        assertThat(Diagrams.markdown(WORK)).doesNotContain("order", "here");
        assertThat(Diagrams.csv(WORK)).startsWith("inside,state,action,guard,next state\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mmd", "dot", "puml", "md", "csv"})
    void a_shop_is_drawn_as_before(String format) throws IOException {
        Function<ProcessDefinition, String> drawn =
                switch (format) {
                    case "mmd" -> Diagrams::mermaid;
                    case "dot" -> Diagrams::dot;
                    case "puml" -> Diagrams::plantUml;
                    case "md" -> Diagrams::markdown;
                    default -> Diagrams::csv;
                };
        String name = "shop." + format;
        assertThat(drawn.apply(ProcessJson.read(resource("shop.json"))).replace("\r\n", "\n"))
                .as("src/test/resources/org/orderengine/diagram/%s", name)
                .isEqualTo(resource(name));
    }

    private static String resource(String name) throws IOException {
        try (InputStream content = DiagramsTest.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(content, name).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\r\n", "\n");
        }
    }

    @Test
    void odd_names_end_nothing_early() {
        String odd = "a \"b\" \\ | <i> ;#\n--> x";
        ProcessDefinition definition = ProcessDefinition.named("odd", 1)
                .state("open", s -> s.on("go").when(odd).to(odd))
                .state(odd, ProcessStateBuilder::end)
                .build();

        assertThat(Diagrams.mermaid(definition).lines())
                .contains("    open --> a__b_______i_________x : go [a 'b' \\ | #lt;i#gt; #59;#35;'--#gt; x]");
        assertThat(Diagrams.dot(definition).lines())
                .contains(
                        "    \"open\" -> \"a \\\"b\\\" \\\\ | <i> ;# --> x\" [label=\"go [a \\\"b\\\" \\\\ | <i> ;# --> x]\"];");
        assertThat(Diagrams.plantUml(definition).lines())
                .contains(
                        "open --> a__b_______i_________x : go [a <U+0022>b<U+0022> <U+005C> <U+007C> <U+003C>i<U+003E>"
                                + " <U+003B><U+0023> --<U+003E> x]");
        assertThat(Diagrams.markdown(definition).lines())
                .contains(
                        "| open | go | a \"b\" \\\\ \\| \\<i\\> ;\\# --\\> x | a \"b\" \\\\ \\| \\<i\\> ;\\# --\\> x |");
        assertThat(Diagrams.csv(definition))
                .contains("open,go,\"a \"\"b\"\" \\ | <i> ;#\n--> x\",\"a \"\"b\"\" \\ | <i> ;#\n--> x\"\r\n");
    }

    @Test
    void a_definition_with_a_state_that_is_not_there_can_be_drawn() {
        ProcessDefinition wrong = ProcessDefinition.named("wrong", 1)
                .initial("opn")
                .state("open", s -> s.on("go").to("no where"))
                .build();

        assertThat(Diagrams.mermaid(wrong)).contains("[*] --> opn", "open --> no_where : go");
        assertThat(Diagrams.dot(wrong)).contains("\"[*]\" -> \"opn\";", "\"open\" -> \"no where\"");
        assertThat(Diagrams.plantUml(wrong)).contains("open --> no_where : go");
        assertThat(Diagrams.markdown(wrong)).contains("| (start) |", "| no where |");
    }
}
