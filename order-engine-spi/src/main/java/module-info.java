/**
 * What a host of order-engine sees and implements: the order and its parts, what is asked of it, what happened to it,
 * what it owes to the outside, and the interfaces of the host's services and of the store.
 */
module org.orderengine.spi {
    requires static org.jspecify;

    exports org.orderengine.command;
    exports org.orderengine.command.action;
    exports org.orderengine.effect;
    exports org.orderengine.event;
    exports org.orderengine.model;
    exports org.orderengine.policy;
    exports org.orderengine.spi.benefit;
    exports org.orderengine.spi.catalog;
    exports org.orderengine.spi.document;
    exports org.orderengine.spi.inventory;
    exports org.orderengine.spi.listener;
    exports org.orderengine.spi.logistics;
    exports org.orderengine.spi.payment;
    exports org.orderengine.spi.pricing;
    exports org.orderengine.spi.rule;
    exports org.orderengine.spi.store;
}
