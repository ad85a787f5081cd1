package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.machine.definition.Finding;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.finding.ProcessFindings;

/** What verification says of definitions, beyond one example for each code. */
class VerificationTest {

    @Test
    void places_are_the_same_whether_a_definition_was_written_in_java_or_in_json() {
        ProcessDefinition java = ProcessDefinition.named("tickets", 1)
                .state("open", s -> s.on("use")
                        .when("fully-payed")
                        .to("usd")
                        .otherwise()
                        .to("used")
                        .on("*")
                        .when("vip")
                        .stay()
                        .after("late", Duration.ofDays(1))
                        .when("vip")
                        .to("used"))
                .state("granting", s -> s.run("points.grnt").done().when("vip").to("used"))
                .state("used", ProcessStateBuilder::end)
                .build();

        List<String> inJava = places(java);
        List<String> inJson = places(ProcessJson.read(ProcessJson.write(java)));

        assertThat(inJson).allMatch(place -> place.matches("line \\d+, column \\d+, .*"));
        assertThat(inJson.stream().map(place -> place.replaceFirst("^line \\d+, column \\d+, ", "")))
                .containsExactlyInAnyOrderElementsOf(inJava)
                .contains(
                        "states.open.on.use[0].to",
                        "states.open.on.use[0].when[0]",
                        "states.open.on.*[0].when[0]",
                        "states.open.after.late[0].when[0]",
                        "states.granting.run[0]",
                        "states.granting.done[0].when[0]",
                        "states.granting.done",
                        "states.granting");
    }

    @Test
    void findings_of_the_machine_speak_of_actions_timers_and_answers() {
        ProcessDefinition definition = ProcessDefinition.named("tickets", 1)
                .state("open", s -> s.on("use")
                        .to("used")
                        .on("use")
                        .to("open")
                        .on("*")
                        .stay()
                        .on("hold")
                        .to("open")
                        .after("late", Duration.ofDays(1))
                        .to("granting")
                        .after("late", Duration.ofDays(1))
                        .to("open"))
                .state(
                        "granting",
                        s -> s.run("points.grant").done("used").done("open").declined("used"))
                .state("used", ProcessStateBuilder::end)
                .build();

        assertThat(CompiledProcess.verify(definition, BuiltIns.names()))
                .extracting(finding -> finding.place() + " " + finding.message())
                .containsExactlyInAnyOrder(
                        "states.open.on.use[1] (open on use to open) is never taken, since (open on use to used) is unguarded"
                                + " and goes first",
                        "states.open.on.hold[0] (open on hold to open) is never taken, since (open on * stay) is unguarded and"
                                + " goes first",
                        "states.open.after.late[1] (open after late to open) is never taken, since (open after late to"
                                + " granting) is unguarded and goes first",
                        "states.granting.done[1] (granting when done to open) is never taken, since (granting when done to"
                                + " used) is unguarded and goes first");
    }

    @Test
    void the_standard_processes_are_free_of_findings() {
        for (String name : StandardProcesses.names()) {
            assertThat(CompiledProcess.verify(StandardProcesses.named(name).orElseThrow(), BuiltIns.names()))
                    .as(name)
                    .isEmpty();
        }
    }

    @Test
    void a_state_that_is_left_at_once_whatever_guards_say_waits_for_nothing_and_need_not() {
        ProcessDefinition definition = ProcessDefinition.named("tickets", 1)
                .state("open", s -> s.on("use").to("checked"))
                .state("checked", s -> s.always()
                        .when("fully-paid")
                        .to("used")
                        .otherwise()
                        .to("open"))
                .state("used", ProcessStateBuilder::end)
                .build();

        assertThat(CompiledProcess.verify(definition, BuiltIns.names())).isEmpty();
    }

    @Test
    void a_busy_state_is_no_way_to_an_end_by_an_action_that_it_never_takes() {
        ProcessDefinition definition = ProcessJson.read(
                """
                { "process": "tickets",
                  "states": {
                    "open": { "on": { "grant": "granting", "use": "used" } },
                    "granting": { "run": "points.grant", "done": "again", "declined": "again", "on": { "stop": "used" } },
                    "again": { "on": { "grant": "granting" } },
                    "used": { "final": true } } }""");

        assertThat(CompiledProcess.verify(definition, BuiltIns.names()))
                .extracting(finding -> finding.code() + " " + finding.place().replaceFirst("^.*, ", ""))
                .containsExactly(
                        "no-way-to-final states.granting",
                        "way-out-of-busy states.granting.on.stop[0]",
                        "no-way-to-final states.again");
    }

    @Test
    void stock_that_is_reserved_on_the_way_in_or_out_is_held_too() {
        String definition =
                """
                { "process": "tickets",
                  "states": {
                    "sold": { %s "states": { "open": { %s "on": { "use": "used" } } } },
                    "used": { "final": true } } }""";
        String reserve = "\"%s\": \"inventory.reserve\",";

        assertThat(codes(definition.formatted("", ""))).isEmpty();
        assertThat(codes(definition.formatted(reserve.formatted("entry"), "")))
                .containsExactlyInAnyOrder("no-way-to-reverse", "ends-holding-stock");
        assertThat(codes(definition.formatted("", reserve.formatted("entry"))))
                .containsExactlyInAnyOrder("no-way-to-reverse", "ends-holding-stock");
        assertThat(codes(definition.formatted("", reserve.formatted("exit")))).containsExactly("ends-holding-stock");
    }

    private static List<String> codes(String definition) {
        return CompiledProcess.verify(ProcessJson.read(definition), BuiltIns.names()).stream()
                .map(Finding::code)
                .toList();
    }

    @Test
    void an_order_that_resumes_holds_what_it_held_when_it_left() {
        ProcessDefinition definition = ProcessJson.read(
                """
                { "process": "tickets",
                  "states": {
                    "sold": {
                      "initial": "placing", "on": { "hold": "held" },
                      "states": {
                        "placing": { "run": "inventory.reserve", "done": "open", "declined": "open" },
                        "open": { "on": { "ship": [{ "when": "nothing-open", "to": "sent" }, {}] } },
                        "sent": { "on": { "complete": "used" } },
                        "resumed": { "history": "deep" } } },
                    "held": { "on": { "resume": "resumed" } },
                    "used": { "final": true } } }""");

        assertThat(CompiledProcess.verify(definition, BuiltIns.names())).isEmpty();
    }

    @Test
    void what_one_region_reserves_is_held_in_the_others_too() {
        ProcessDefinition definition = ProcessJson.read(
                """
                { "process": "rings",
                  "states": {
                    "open": {
                      "parallel": true, "done": "ready",
                      "states": {
                        "stock": { "states": {
                          "reserving": { "run": "inventory.reserve", "done": "there", "declined": "there" },
                          "there": { "final": true } } },
                        "workshop": { "states": {
                          "measuring": { "on": { "measured": "cast", "lost": "given-up" } },
                          "cast": { "final": true } } } } },
                    "ready": { "on": { "ship": [{ "when": "nothing-open", "to": "sent" }, {}] } },
                    "given-up": { "final": true },
                    "sent": { "final": true } } }""");

        assertThat(CompiledProcess.verify(definition, BuiltIns.names()))
                .extracting(Finding::code)
                .containsExactly("ends-holding-stock");
    }

    @Property(tries = 300)
    void verification_speaks_of_whatever_can_be_written_down_and_never_breaks(
            @ForAll("any") ProcessDefinition definition) {
        List<Finding> findings = CompiledProcess.verify(definition, BuiltIns.names());
        List<Finding> again = CompiledProcess.verify(ProcessJson.read(ProcessJson.write(definition)), BuiltIns.names());

        assertThat(again).hasSameSizeAs(findings);
    }

    @Provide
    Arbitrary<ProcessDefinition> any() {
        return Definitions.any();
    }

    @Test
    @Timeout(60)
    void the_largest_definitions_are_verified_in_bounded_time() {
        String backwards = IntStream.range(0, 499)
                .mapToObj(i -> "\"s" + i + "\":{\"on\":{\"a\":\"s" + Math.max(0, i - 1)
                        + "\",\"b\":\"s498\",\"c\":{},\"d\":{},\"e\":{},\"f\":\"end\"}}")
                .collect(Collectors.joining(","));
        String flat = IntStream.range(0, 490).mapToObj(i -> "\"s" + i + "\":{}").collect(Collectors.joining(","));
        String ways = IntStream.range(0, 2900)
                .mapToObj(i -> "\"a" + i + "\":\"s" + i % 490 + "\"")
                .collect(Collectors.joining(","));
        String unknown = IntStream.range(0, 2900)
                .mapToObj(i -> "\"a" + i + "\":{\"when\":\"" + "g".repeat(150) + i + "\",\"to\":\"" + "t".repeat(150)
                        + i + "\"}")
                .collect(Collectors.joining(","));
        List<String> texts = List.of(
                "{\"process\":\"p\",\"initial\":\"s498\",\"states\":{" + backwards + ",\"end\":{\"final\":true}}}",
                "{\"process\":\"p\",\"states\":{\"all\":{\"on\":{" + ways + "},\"states\":{" + flat + "}}}}",
                "{\"process\":\"p\",\"states\":{\"all\":{\"parallel\":true,\"on\":{" + ways + "},\"states\":{" + flat
                        + "}}}}",
                "{\"process\":\"p\",\"states\":{\"all\":{\"on\":{" + unknown + "},\"states\":{" + flat + "}}}}");

        for (String text : texts) {
            assertThat(CompiledProcess.verify(ProcessJson.read(text), BuiltIns.names()))
                    .hasSizeLessThanOrEqualTo(ProcessFindings.MAX + 1);
        }
    }

    private static List<String> places(ProcessDefinition definition) {
        return CompiledProcess.verify(definition, BuiltIns.names()).stream()
                .map(Finding::place)
                .toList();
    }
}
