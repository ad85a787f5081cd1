package org.orderengine.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MainTest {

    @Test
    void help_says_what_can_be_done() {
        Run run = Run.of("--help");
        assertThat(run.status()).isZero();
        assertThat(String.join("\n", run.out())).contains("scenario").contains("validate");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void every_command_explains_itself() {
        assertThat(String.join("\n", Run.of("scenario", "--help").out()))
                .contains("--store")
                .contains("Exit status");
        assertThat(String.join("\n", Run.of("help", "validate").out())).contains("FILE");
    }

    @Test
    void the_version_is_that_of_the_build() {
        Run run = Run.of("--version");
        assertThat(run.status()).isZero();
        assertThat(run.out()).singleElement().asString().matches("order-engine \\d+\\.\\d+\\.\\d+.*");
    }

    @Test
    void what_is_not_a_command_is_not_understood() {
        for (Object[] arguments : new Object[][] {{}, {"scenarios"}, {"scenario"}, {"scenario", "--stor", "memory"}}) {
            Run run = Run.of(arguments);
            assertThat(run.status()).isEqualTo(2);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).isNotEmpty();
        }
        assertThat(Run.of("scenaro", "a.json").err()).anyMatch(line -> line.contains("scenario"));
    }
}
