package org.orderengine.testkit.guide;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.testkit.scenario.ScenarioTests;

// snippet: wiring
class GuideWiringTest extends ScenarioTests {

    @Override
    protected Path folder() {
        return Path.of("src/test/scenarios");
    }

    @Override
    protected boolean isIncluded(Path file) {
        return file.endsWith("names-of-the-host.json");
    }

    @Override
    protected Consumer<OrderEngineBuilder> wiring() {
        return engine -> engine.guard(
                "adult", (order, now) -> order.origin().buyer() == null ? "the buyer is not of age" : null);
    }
}
// end
