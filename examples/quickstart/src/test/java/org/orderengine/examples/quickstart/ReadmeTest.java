package org.orderengine.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.examples.quickstart.Document.Block;

class ReadmeTest {

    private static final String SNIPPET = "snippet: ";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/machine.md",
                "docs/testing.md",
                "docs/fulfilment.md",
                "docs/embed.md",
                "docs/queries.md"
            })
    void all_java_in_it_is_part_of_a_source_file_that_is_compiled(String file) {
        Document document = new Document(file);
        List<Block> java = document.blocks().stream()
                .filter(block -> block.language().equals("java"))
                .toList();

        assertThat(java).isNotEmpty().allSatisfy(block -> {
            assertThat(block.comment()).startsWith(SNIPPET);
            assertThat(block.text()).isEqualTo(Document.snippet(block.comment().substring(SNIPPET.length())));
            assertThat(block.text()).isNotBlank();
        });
        assertThat(document.text().split("```java", -1)).as("blocks found").hasSize(java.size() + 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "README.md",
                "docs/machine.md",
                "docs/testing.md",
                "docs/fulfilment.md",
                "docs/embed.md",
                "docs/queries.md"
            })
    void its_links_lead_to_files_that_are_there(String file) {
        assertThat(new Document(file).links()).isNotEmpty().allSatisfy(link -> assertThat(link)
                .exists());
    }

    @Test
    void every_page_can_be_reached_from_the_readme() throws IOException {
        Path root = Document.projectRoot();
        Set<Path> reached = new HashSet<>();
        Deque<Path> open = new ArrayDeque<>(List.of(root.resolve("README.md")));
        while (!open.isEmpty()) {
            Path page = open.poll().normalize();
            if (Files.isDirectory(page)) {
                try (Stream<Path> inside = Files.list(page)) {
                    inside.filter(file -> file.toString().endsWith(".md")).forEach(open::add);
                }
            } else if (page.toString().endsWith(".md") && reached.add(page)) {
                assertThat(page).exists();
                open.addAll(new Document(root.relativize(page).toString()).links());
            }
        }
        try (Stream<Path> pages = Files.walk(root.resolve("docs"))) {
            assertThat(reached)
                    .containsAll(pages.filter(file -> file.toString().endsWith(".md"))
                            .map(Path::normalize)
                            .toList());
        }
    }

    @Test
    void the_readme_is_shorter_than_two_hundred_lines() {
        assertThat(Document.README.text().lines()).hasSizeLessThan(200);
    }
}
