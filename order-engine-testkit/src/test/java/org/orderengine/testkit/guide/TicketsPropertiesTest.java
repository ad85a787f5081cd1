package org.orderengine.testkit.guide;

import static org.orderengine.testkit.guide.Tickets.tickets;

import org.orderengine.process.ProcessDefinition;
import org.orderengine.testkit.property.ProcessProperties;

// snippet: properties
class TicketsPropertiesTest extends ProcessProperties {
    @Override
    protected ProcessDefinition definition() {
        return tickets();
    }
}
// end
