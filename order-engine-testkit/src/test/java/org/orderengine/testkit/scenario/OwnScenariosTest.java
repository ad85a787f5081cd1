package org.orderengine.testkit.scenario;

import java.nio.file.Path;

/** The testkit's own scenarios, run as a user would, each also with a restart after every step. */
class OwnScenariosTest extends ScenarioTests {

    @Override
    protected Path folder() {
        return Path.of("src/test/scenarios");
    }

    @Override
    protected boolean withRestarts() {
        return true;
    }
}
