package org.orderengine.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.orderengine.examples.quickstart.Readme.Block;

class ReadmeTest {

    private static final String SNIPPET = "snippet: ";

    @ParameterizedTest
    @FieldSource("org.orderengine.examples.quickstart.Readme#COMPILED")
    void all_java_in_a_document_is_part_of_a_source_file_that_is_compiled(String document) {
        List<Block> java = Readme.blocks(document).stream()
                .filter(block -> block.language().equals("java"))
                .toList();

        assertThat(java).isNotEmpty().allSatisfy(block -> {
            assertThat(block.comment()).startsWith(SNIPPET);
            assertThat(block.text()).isEqualTo(Readme.snippet(block.comment().substring(SNIPPET.length())));
            assertThat(block.text()).isNotBlank();
        });
        assertThat(Readme.text(document).split("```java", -1))
                .as("blocks found")
                .hasSize(java.size() + 1);
    }

    @ParameterizedTest
    @FieldSource("org.orderengine.examples.quickstart.Readme#COMPILED")
    void its_links_lead_to_files_that_are_there(String document) {
        assertThat(Readme.links(document)).isNotEmpty().allSatisfy(link -> assertThat(link)
                .exists());
    }

    @Test
    void it_is_shorter_than_two_hundred_lines() {
        assertThat(Readme.text().lines()).hasSizeLessThan(200);
    }
}
