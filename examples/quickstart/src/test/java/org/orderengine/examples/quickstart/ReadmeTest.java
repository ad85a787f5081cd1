package org.orderengine.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.examples.quickstart.Readme.Block;

class ReadmeTest {

    private static final String SNIPPET = "snippet: ";

    @Test
    void all_java_in_the_readme_is_part_of_a_source_file_that_is_compiled() {
        List<Block> java = Readme.blocks().stream()
                .filter(block -> block.language().equals("java"))
                .toList();

        assertThat(java).isNotEmpty().allSatisfy(block -> {
            assertThat(block.comment()).startsWith(SNIPPET);
            assertThat(block.text()).isEqualTo(Readme.snippet(block.comment().substring(SNIPPET.length())));
            assertThat(block.text()).isNotBlank();
        });
        assertThat(Readme.text().split("```java", -1)).as("blocks found").hasSize(java.size() + 1);
    }

    @Test
    void its_links_lead_to_files_that_are_there() {
        assertThat(Readme.links()).isNotEmpty().allSatisfy(link -> assertThat(
                        Readme.projectRoot().resolve(link))
                .exists());
    }

    @Test
    void it_is_shorter_than_two_hundred_lines() {
        assertThat(Readme.text().lines()).hasSizeLessThan(200);
    }
}
