package org.orderengine.testkit.guide;

import java.time.Duration;
import org.orderengine.process.ProcessDefinition;

/** The process that the guide to testing tests. */
final class Tickets {

    private Tickets() {}

    // snippet: process
    static ProcessDefinition tickets() {
        return ProcessDefinition.named("tickets", 1)
                .initial("open")
                .state("open", s -> s.on("pay")
                        .to("paying")
                        .on("cancel")
                        .to("cancelling")
                        .after("unpaid", Duration.ofMinutes(10))
                        .to("cancelling"))
                .state("paying", s -> s.run("payment.capture").done("paid").declined("open"))
                .state("paid", s -> s.on("scan")
                        .when("door-open")
                        .to("used")
                        .on("cancel")
                        .to("cancelling"))
                .state("cancelling", s -> s.run("reverse").done("cancelled"))
                .state("used", s -> s.end())
                .state("cancelled", s -> s.end())
                .build();
    }
    // end
}
