package org.orderengine.machine.scxml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Runs SCXML cases through the machine: our own always, and those of the folder that the system property {@code scxml.cases} names, a
 * path that may be relative to the project's root. Without the property it is {@code ../shared/conformance/scxml} where that exists.
 */
class ScxmlConformanceTest {

    private static final String SHARED = "../shared/conformance/scxml";

    @Test
    void every_case_of_the_folder_passes() {
        @Nullable String named = System.getProperty("scxml.cases");
        Path folder = projectRoot().resolve(named == null ? SHARED : named).normalize();
        assumeTrue(named != null || Files.isDirectory(folder), "no folder " + folder);
        assertThat(folder).isDirectory();
        List<ScxmlCase> cases = ScxmlCase.below(folder);
        List<String> failures = failures(cases);
        failures.forEach(failure -> System.out.println("FAILED " + failure));
        System.out.println((cases.size() - failures.size()) + " passed, " + failures.size() + " failed");
        assertThat(cases).as("cases below %s", folder).isNotEmpty();
        assertThat(failures).isEmpty();
    }

    @Test
    void every_case_of_our_own_passes() {
        List<ScxmlCase> cases = ScxmlCase.below(resources("cases"));
        assertThat(cases).hasSizeGreaterThan(30);
        assertThat(failures(cases)).isEmpty();
    }

    @Test
    void what_is_not_supported_is_refused_with_file_line_and_element() {
        List<ScxmlCase> cases = ScxmlCase.below(resources("unsupported"));
        assertThat(failures(cases))
                .hasSameSizeAs(cases)
                .allMatch(failure ->
                        failure.matches("(\\S+)\\.scxml: .*\\1\\.scxml:\\d+: element <\\w+>.* not supported.*"));
    }

    @Test
    void a_case_that_ends_elsewhere_is_a_failure() {
        assertThat(failures(ScxmlCase.below(resources("failing"))))
                .containsExactly(
                        "rests-elsewhere.scxml: at rest it is in [fail] instead of [pass]",
                        "scripted.scxml: after event 1, go it is in [b] instead of [c]");
    }

    private static List<String> failures(List<ScxmlCase> cases) {
        List<String> failures = new ArrayList<>();
        for (ScxmlCase each : cases) {
            Optional<String> failure = each.failure();
            failure.ifPresent(text -> failures.add(each.name() + ": " + text));
        }
        return failures;
    }

    private static Path resources(String folder) {
        return Path.of(URI.create(Objects.requireNonNull(ScxmlConformanceTest.class.getResource("/scxml/" + folder))
                .toString()));
    }

    private static Path projectRoot() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isDirectory(at.resolve(".mvn"))) {
                return at;
            }
        }
        throw new IllegalStateException(
                "No folder with .mvn above " + Path.of("").toAbsolutePath());
    }
}
