package org.orderengine.json;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Lifts what one format wrote to the next one: what was called or built otherwise is changed in place. */
interface Upgrade {

    /** Lifts an order document, or the order that an event carries. */
    void order(ObjectNode order);

    /** Lifts an event; one that carries an order has that order's fields beside its own. */
    void event(ObjectNode event);
}
