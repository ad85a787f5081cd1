package org.orderengine.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.orderengine.process.vocabulary.EffectKind;

/** Measures how the house is built, prints the figures that {@code docs/architecture.md} quotes, and holds their limits. */
class HouseTest {

    private static final Path CORE = Path.of("../order-engine-core/src/main/java/org/orderengine");
    private static final Pattern LABEL = Pattern.compile("\\bcase (?:EffectKind\\.)?([A-Z_]+)\\b");

    @Test
    void circles_of_types_are_small() {
        for (String tree : List.of("decision", "machine")) {
            int largest = Circles.of(typesOf("org.orderengine." + tree)).stream()
                    .mapToInt(Set::size)
                    .max()
                    .orElse(0);
            print("types in the largest circle of " + tree, largest);
            assertThat(largest).as(tree).isLessThanOrEqualTo(8);
        }
    }

    @Test
    void names_of_effects_are_told_apart_in_one_switch_at_most() {
        Set<String> kinds =
                Set.copyOf(Stream.of(EffectKind.values()).map(EffectKind::name).toList());
        List<Path> switches = sources(CORE)
                .filter(file -> lines(file).stream().anyMatch(line -> isLabel(line, kinds)))
                .toList();
        long labels = sources(CORE)
                .flatMap(file -> lines(file).stream())
                .filter(line -> isLabel(line, kinds))
                .count();
        print("lines with case labels over kinds of effects in core", labels);
        assertThat(switches).hasSizeLessThanOrEqualTo(1);
    }

    @Test
    void dispatch_commits_in_one_place_and_in_short_files() {
        long commits = sources(CORE.resolve("dispatch"))
                .flatMap(file -> lines(file).stream())
                .filter(line -> line.contains("store().commit(") || line.contains("store.commit("))
                .count();
        int longest = sources(CORE.resolve("dispatch"))
                .mapToInt(file -> lines(file).size())
                .max()
                .orElseThrow();
        print("places in dispatch that commit", commits);
        print("lines of the longest file in dispatch", longest);
        assertThat(commits).isOne();
        assertThat(longest).isLessThanOrEqualTo(200);
    }

    @Test
    void documents_are_written_by_little_code() {
        int lines = sources(CORE.resolve("json"))
                .mapToInt(file -> lines(file).size())
                .sum();
        print("lines of json", lines);
        assertThat(lines).isLessThanOrEqualTo(4000);
    }

    @Test
    void hosts_see_few_types_of_core() throws IOException {
        int types = PublicApi.of(PublishedModule.CORE).types().size();
        print("types that core exports", types);
        assertThat(types).isLessThanOrEqualTo(135);
    }

    private static boolean isLabel(String line, Set<String> kinds) {
        return LABEL.matcher(line)
                .results()
                .anyMatch(found -> found.group(1).contains("_") && kinds.contains(found.group(1)));
    }

    private static List<JavaClass> typesOf(String tree) {
        return Code.PUBLISHED.stream()
                .filter(type -> type.getPackageName().equals(tree)
                        || type.getPackageName().startsWith(tree + "."))
                .toList();
    }

    private static Stream<Path> sources(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static void print(String figure, long value) {
        System.out.println("House: " + figure + ": " + value);
    }
}
