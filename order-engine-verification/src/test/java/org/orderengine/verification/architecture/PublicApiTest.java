package org.orderengine.verification.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * {@code docs/api} shows every type that a host sees and every member of it, so that each change of them stands in a diff.
 * With {@code -Ddocs.write=true} the files are written anew.
 */
class PublicApiTest {

    private static final Path FOLDER = PublishedModule.REACTOR.resolve("docs/api");
    private static final boolean WRITES = Boolean.getBoolean("docs.write");
    private static final String COMMAND = "./mvnw test -pl order-engine-verification -am -Dtest=PublicApiTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Ddocs.write=true";

    @ParameterizedTest
    @EnumSource
    void a_file_shows_what_a_host_sees_of_a_module(PublishedModule module) throws IOException {
        Path file = FOLDER.resolve(module.artifact() + ".txt");
        String text = PublicApi.of(module).text();
        if (WRITES) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, text);
        }
        String written = Files.exists(file) ? Files.readString(file) : "";

        assertThat(written)
                .withFailMessage(() -> String.join("\n", PublicApi.changes(written, text))
                        + "\n" + file.normalize() + " does not show this. If it is meant so, write the file anew: "
                        + COMMAND)
                .isEqualTo(text);
    }

    @Test
    void there_is_a_file_for_each_module_and_no_other() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString().replace(".txt", "")))
                    .containsExactlyInAnyOrderElementsOf(Stream.of(PublishedModule.values())
                            .map(PublishedModule::artifact)
                            .toList());
        }
    }

    @Test
    void a_type_is_shown_with_all_that_a_host_sees_of_it() {
        assertThat(new PublicApi("shop", List.of(Shop.class, Shop.Good.class, Shop.Place.class, Shop.Shelf.class))
                        .text())
                .isEqualTo(
                        """
                # What a host sees of shop, written by PublicApiTest: 4 types in 1 packages

                # org.orderengine.verification.architecture: 4

                sealed interface verification.architecture.Shop permits verification.architecture.Shop.Good, verification.architecture.Shop.Shelf
                    <T extends Number & Comparable<T>> Optional<T> most(Function<? super verification.architecture.Shop, ? extends T> by) throws java.io.IOException
                    @Deprecated static int count(String... names)
                    default @Nullable String name(List<@Nullable String> ofAll)

                record verification.architecture.Shop.Good(String name, @Nullable Long weight) implements verification.architecture.Shop
                    <T extends Number & Comparable<T>> Optional<T> most(Function<? super verification.architecture.Shop, ? extends T> by)
                    new(String name)
                    static final int HEAVY

                enum verification.architecture.Shop.Place
                    constants LEFT, ABOVE

                abstract non-sealed class verification.architecture.Shop.Shelf<T> implements AutoCloseable, verification.architecture.Shop
                    final void close()
                    protected abstract T[] all()
                    protected new()
                    static void handedDown()
                """);
    }

    @Test
    void what_is_added_and_what_is_removed_are_named() {
        String before =
                """
                interface spi.Shop extends Closeable
                    void open()
                    void stay()

                class spi.Gone
                    new()
                """;
        String after =
                """
                interface spi.Shop
                    void open(long key)
                    void stay()
                """;

        assertThat(PublicApi.changes(before, after))
                .containsExactly(
                        "- interface spi.Shop extends Closeable",
                        "- spi.Shop: void open()",
                        "- class spi.Gone",
                        "- spi.Gone: new()",
                        "+ interface spi.Shop",
                        "+ spi.Shop: void open(long key)");
        assertThat(PublicApi.changes(after, after)).isEmpty();
    }
}
