/** The engine: runs the orders of a host on the process definitions, services and store it was given. */
@SuppressWarnings("module") // The testkit is built later.
module org.orderengine.core {
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires transitive org.orderengine.spi;
    requires static org.jspecify;

    // What hosts use.
    exports org.orderengine.decision;
    exports org.orderengine.diagram;
    exports org.orderengine.engine;
    exports org.orderengine.feed;
    exports org.orderengine.machine;
    exports org.orderengine.machine.definition;
    exports org.orderengine.memory;
    exports org.orderengine.orders;
    exports org.orderengine.pricing;
    exports org.orderengine.process;
    exports org.orderengine.view;

    // What the testkit shares with the engine: scenarios and trials use the same words, readers and processes.
    exports org.orderengine.decision.action to
            org.orderengine.testkit;
    exports org.orderengine.json to
            org.orderengine.testkit;
    exports org.orderengine.pricing.offer to
            org.orderengine.testkit;
    exports org.orderengine.process.compiled to
            org.orderengine.testkit;
    exports org.orderengine.process.vocabulary to
            org.orderengine.testkit;
    exports org.orderengine.source to
            org.orderengine.testkit;
    exports org.orderengine.text to
            org.orderengine.testkit;

// The other rooms are for the engine alone.
}
