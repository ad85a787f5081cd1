package org.orderengine.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.orderengine.examples.quickstart.Document.Block;

class ReadmeTest {

    private static final String SNIPPET = "snippet: ";

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "docs/machine.md", "docs/testing.md", "docs/fulfilment.md"})
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
    @ValueSource(strings = {"README.md", "docs/machine.md", "docs/testing.md", "docs/fulfilment.md"})
    void its_links_lead_to_files_that_are_there(String file) {
        assertThat(new Document(file).links()).isNotEmpty().allSatisfy(link -> assertThat(link)
                .exists());
    }

    @Test
    void the_readme_is_shorter_than_two_hundred_lines() {
        assertThat(Document.README.text().lines()).hasSizeLessThan(200);
    }
}
