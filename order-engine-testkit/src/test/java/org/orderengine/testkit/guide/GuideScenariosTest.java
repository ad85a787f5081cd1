package org.orderengine.testkit.guide;

import java.nio.file.Path;
import org.orderengine.testkit.scenario.ScenarioTests;

// snippet: scenarios
class GuideScenariosTest extends ScenarioTests {
    @Override
    protected Path folder() {
        return Path.of("src/test/scenarios");
    }
}
// end
