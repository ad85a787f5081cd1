package org.orderengine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.engine.OrderEngine;
import org.orderengine.machine.Machine;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Rule;
import org.orderengine.machine.definition.Severity;
import org.orderengine.machine.definition.StateDefinition;
import org.orderengine.machine.definition.StateKind;
import org.orderengine.machine.definition.Transition;
import org.orderengine.machine.definition.Trigger;
import org.orderengine.model.ChildKind;
import org.orderengine.process.compiled.CompiledChild;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.spi.catalog.CatalogService;

/** {@code docs/verification.md} and the code say the same: every code is there, and its example yields it and nothing else. */
class VerificationDocumentTest {

    private static final Path DOCUMENT = Path.of("..", "docs", "verification.md");
    private static final Path SOURCE =
            Path.of("src", "test", "java", "org", "orderengine", "process", "VerificationDocumentTest.java");
    private static final Pattern ENTRY = Pattern.compile(
            "### `([a-z-]+)` \\((error|warning)\\)\n(.*?)```(json wrong|csv wrong|java)\n(.*?)```", Pattern.DOTALL);

    private record Entry(String code, Severity severity, String language, String example) {}

    @Test
    void every_code_is_explained_once_with_its_severity() throws IOException {
        Map<String, Severity> explained = new TreeMap<>();
        for (Entry entry : entries()) {
            assertThat(explained.put(entry.code(), entry.severity()))
                    .as(entry.code())
                    .isNull();
        }
        Map<String, Severity> known = new TreeMap<>();
        for (ProcessRule rule : ProcessRule.values()) {
            known.put(rule.code(), rule.severity());
        }
        for (Rule rule : Rule.values()) {
            assertThat(known.put(rule.code(), rule.severity())).as(rule.code()).isNull();
        }
        assertThat(explained).isEqualTo(known);
    }

    @TestFactory
    Stream<DynamicTest> every_example_yields_its_finding_and_no_other() throws IOException {
        return entries().stream()
                .filter(entry -> entry.language().endsWith(" wrong"))
                .map(entry -> DynamicTest.dynamicTest(entry.code(), () -> {
                    List<Finding> findings = findings(entry);
                    assertThat(findings.stream().map(Finding::code).collect(Collectors.toSet()))
                            .as("%s", findings)
                            .isEqualTo(Set.of(entry.code()));
                    assertThat(findings).allMatch(finding -> finding.severity() == entry.severity());
                    assertThat(findings).allMatch(finding -> finding.place().startsWith("line "));
                }));
    }

    @TestFactory
    Stream<DynamicTest> every_example_in_java_is_one_that_was_compiled_and_yields_its_finding() throws IOException {
        String source = Files.readString(SOURCE).replaceAll("\\s+", "");
        return entries().stream()
                .filter(entry -> entry.language().equals("java"))
                .map(entry -> DynamicTest.dynamicTest(entry.code(), () -> {
                    assertThat(source).contains(entry.example().replaceAll("\\s+", ""));
                    assertThat(findingsInJava(entry.code()))
                            .extracting(Finding::code)
                            .containsExactly(entry.code());
                }));
    }

    @Test
    void the_message_that_is_shown_is_what_is_said() throws IOException {
        Matcher shown = Pattern.compile("```text\n(line .*?)\n```").matcher(Files.readString(DOCUMENT));
        Entry example = entries().stream()
                .filter(entry -> entry.code().equals("unknown-target"))
                .findFirst()
                .orElseThrow();

        assertThat(shown.find()).isTrue();
        assertThat(findings(example)).extracting(Finding::toString).containsExactly(shown.group(1));
    }

    private static List<Finding> findings(Entry entry) {
        try {
            ProcessDefinition read = entry.language().startsWith("csv")
                    ? ProcessTable.read(entry.example(), "tickets", 1)
                    : ProcessJson.read(entry.example());
            return ChildKind.named(read.name()) != null
                    ? CompiledChild.verify(
                            ChildKind.valueOf(read.name().toUpperCase(Locale.ROOT)), read, Map.of(), BuiltIns.names())
                    : CompiledProcess.verify(read, BuiltIns.names());
        } catch (DefinitionException refused) {
            return refused.findings();
        }
    }

    private static List<Entry> entries() throws IOException {
        Matcher entry = ENTRY.matcher(Files.readString(DOCUMENT));
        List<Entry> entries = new ArrayList<>();
        while (entry.find()) {
            assertThat(entry.group(3))
                    .as(entry.group(1))
                    .doesNotContain("\n### ")
                    .contains("*Remedy:*");
            entries.add(new Entry(
                    entry.group(1),
                    Severity.valueOf(entry.group(2).toUpperCase(Locale.ROOT)),
                    entry.group(4),
                    entry.group(5)));
        }
        return entries;
    }

    private static List<Finding> findingsInJava(String code) {
        return switch (code) {
            case "version-reused" -> versionReused();
            case "missing-service" -> missingService();
            case "unknown-state" -> Machine.verify(unknownState());
            case "wrong-source" -> Machine.verify(wrongSource());
            case "conflicting-targets" -> Machine.verify(conflictingTargets());
            default -> throw new AssertionError("there is no example in Java for " + code);
        };
    }

    private static List<Finding> versionReused() {
        CatalogService catalog = (skus, origin) -> Map.of();
        return catchThrowableOfType(DefinitionException.class, () -> twoOfOneVersion(catalog))
                .findings();
    }

    private static List<Finding> missingService() {
        CatalogService catalog = (skus, origin) -> Map.of();
        return catchThrowableOfType(DefinitionException.class, () -> withoutGateway(catalog))
                .findings();
    }

    private static OrderEngine withoutGateway(CatalogService catalog) {
        return OrderEngine.builder()
                .catalog(catalog)
                .process(ProcessDefinition.named("tickets", 1)
                        .state("open", s -> s.on("authorize").to("used"))
                        .state("used", s -> s.end())
                        .build())
                .build();
    }

    private static OrderEngine twoOfOneVersion(CatalogService catalog) {
        return OrderEngine.builder()
                .catalog(catalog)
                .process(ProcessDefinition.named("tickets", 1)
                        .state("open", s -> s.end())
                        .build())
                .process(ProcessDefinition.named("tickets", 1)
                        .state("closed", s -> s.end())
                        .build())
                .build();
    }

    private static MachineDefinition<String, String, Object> unknownState() {
        return MachineDefinition.<String, String, Object>named("tickets")
                .state(
                        "open",
                        s -> s.on("use").whenIn("nowhere").to("used").on("drop").to("used"))
                .finalState("used")
                .build();
    }

    private static MachineDefinition<String, String, Object> wrongSource() {
        return new MachineDefinition<>(
                "tickets",
                List.of(),
                List.of(),
                List.of(
                        state(
                                "open",
                                StateKind.ATOMIC,
                                List.of(transition("open", "used"), transition("elsewhere", "used"))),
                        state("used", StateKind.FINAL, List.of())),
                MachineDefinition.DEFAULT_MAXIMUM_MICROSTEPS);
    }

    private static MachineDefinition<String, String, Object> conflictingTargets() {
        return MachineDefinition.<String, String, Object>named("tickets")
                .state("open", s -> s.on("use").to("used", "void"))
                .finalState("used")
                .finalState("void")
                .build();
    }

    private static StateDefinition<String, String, Object> state(
            String name, StateKind kind, List<Transition<String, String, Object>> transitions) {
        return new StateDefinition<>(name, kind, List.of(), List.of(), List.of(), List.of(), transitions, List.of());
    }

    private static Transition<String, String, Object> transition(String source, String target) {
        return new Transition<>(
                source, List.of(Trigger.on("use")), new Guard.Always<>(), List.of(target), false, List.of(), "", false);
    }
}
