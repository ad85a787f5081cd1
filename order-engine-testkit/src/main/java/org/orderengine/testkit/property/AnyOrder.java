package org.orderengine.testkit.property;

import java.time.Instant;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.VirtualClock;

/** An order like any other, for asking a process what it does with one. */
final class AnyOrder {

    private AnyOrder() {}

    static Order make() {
        try (OrderEngine engine = OrderEngine.builder()
                .catalog(new FakeCatalog().sell("THING", Money.of("EUR", "1.00")))
                .process(ProcessDefinition.named("any", 1)
                        .state("placed", s -> s.end())
                        .build())
                .time(VirtualClock.at(Instant.EPOCH))
                .build()) {
            engine.execute(PlaceOrder.of("any").line("THING", 1).build());
            return engine.orders().find("any").orElseThrow();
        }
    }
}
