package org.orderengine.model;

/** A part of an order that runs a machine of its own: a {@link Payment}, {@link Shipment} or {@link Return}. */
public interface Child {

    /** Its id among those of its kind. */
    String id();

    /** The state that its machine is in. */
    String state();
}
