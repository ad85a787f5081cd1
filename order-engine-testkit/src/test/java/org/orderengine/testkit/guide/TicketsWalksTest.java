package org.orderengine.testkit.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.testkit.guide.Tickets.tickets;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.testkit.property.ProcessPath;
import org.orderengine.testkit.property.ProcessProperties;

// snippet: walks
class TicketsWalksTest extends ProcessProperties {
    @Override
    protected ProcessDefinition definition() {
        return tickets();
    }

    @Property(tries = 50)
    void nobody_gets_in_without_paying(@ForAll("walks") ProcessPath walk) {
        if (walk.to().states().contains("used")) {
            assertThat(walk.transitions()).contains("states.paying.done[0]");
        }
    }
}
// end
