/** The engine: runs the orders of a host on the process definitions, services and store it was given. */
@SuppressWarnings("module") // The testkit is built later.
module org.orderengine.core {
    requires com.fasterxml.jackson.databind;
    requires org.slf4j;
    requires transitive org.orderengine.spi;
    requires static org.jspecify;

    exports org.orderengine.decision;
    exports org.orderengine.diagram;
    exports org.orderengine.engine;
    exports org.orderengine.json;
    exports org.orderengine.machine;
    exports org.orderengine.machine.definition;
    exports org.orderengine.memory;
    exports org.orderengine.orders;
    exports org.orderengine.pricing;
    exports org.orderengine.process;
    exports org.orderengine.text to
            org.orderengine.testkit;
}
