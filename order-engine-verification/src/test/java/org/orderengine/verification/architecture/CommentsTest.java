package org.orderengine.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a host reads first says what it is. */
class CommentsTest {

    @ParameterizedTest
    @EnumSource
    void what_a_host_reads_first_has_a_comment(PublishedModule module) throws IOException {
        List<Path> sources = sourcesUnder(module.folder().resolve("src/main/java"));

        assertThat(sources).isNotEmpty();
        assertThat(missingComments(sources)).isEmpty();
    }

    @Test
    void types_and_methods_of_interfaces_without_a_comment_are_found(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(
                folder.resolve("Shop.java"),
                """
                public interface Shop {
                    void open();

                    /** Closes the shop. */
                    void close();

                    /** What lies on a shelf. */
                    record Good(String name) {}

                    class Shelf implements Runnable {
                        public void run() {}
                    }
                }

                class Hidden {
                    public interface AlsoHidden {
                        void hidden();
                    }
                }
                """);

        assertThat(missingComments(List.of(source))).containsExactly("Shop", "Shop.open", "Shop.Shelf");
    }

    @Test
    void components_without_a_comment_are_found(@TempDir Path folder) throws IOException {
        Path source = Files.writeString(
                folder.resolve("Good.java"),
                """
                /**
                 * What lies on a shelf.
                 *
                 * @param name what it is
                 */
                public record Good(String name, long weight) {
                    /** As light as can be. */
                    public static final Good NOTHING = new Good("nothing", 0);
                }
                """);

        assertThat(missingComments(List.of(source))).containsExactly("Good(weight)");
    }

    private static List<String> missingComments(List<Path> sources) throws IOException {
        try (StandardJavaFileManager files =
                ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null)) {
            return MissingComments.in(files.getJavaFileObjectsFromPaths(new ArrayList<>(sources)));
        }
    }

    private static List<Path> sourcesUnder(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("module-info.java"))
                    .filter(file -> !file.toString().contains("internal"))
                    .sorted()
                    .toList();
        }
    }
}
