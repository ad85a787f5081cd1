package org.orderengine.examples.quickstart;

// snippet: whole
import java.util.Map;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Money;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.catalog.Product;

final class FirstOrder {
    public static void main(String[] arguments) {
        Product seat = Product.of("SEAT", Money.of("EUR", "20.00"));
        ProcessDefinition tickets = ProcessDefinition.named("tickets", 1)
                .state("open", s -> s.on("payment-received")
                        .stay()
                        .on("use")
                        .when("fully-paid")
                        .to("used"))
                .state("used", s -> s.end())
                .build();
        try (OrderEngine engine = OrderEngine.builder()
                .catalog((skus, origin) -> Map.of("SEAT", seat))
                .process(tickets)
                .build()) {
            engine.execute(PlaceOrder.of("o-1").buyer("ann").line("SEAT", 1).build());
            Outcome early = engine.execute(Action.on("o-1", "use").build());
            if (early instanceof Outcome.Rejected no) {
                System.out.println(no.code() + ": " + no.message());
            }
            engine.execute(Action.on("o-1", "payment-received")
                    .set("reference", "bank-17")
                    .build());
            System.out.println(engine.execute(Action.on("o-1", "use").build()).isAccepted());
        }
    }
}
// end
