package org.orderengine.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.orderengine.testkit.scenario.ScenarioTests;

/** The scenarios that lie beside the project, where they do. */
abstract class SharedScenarios extends ScenarioTests {

    private static final Path FOLDER = Path.of("..", "..", "shared", "scenarios");

    @BeforeEach
    void they_lie_beside_the_project() {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER), "the shared scenarios lie beside the project");
    }

    @Override
    protected Path folder() {
        return FOLDER;
    }

    @Override
    protected boolean withRestarts() {
        return true;
    }
}
