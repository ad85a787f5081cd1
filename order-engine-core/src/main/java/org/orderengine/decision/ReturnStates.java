package org.orderengine.decision;

/** The states that a return goes through. */
final class ReturnStates {

    static final String REQUESTED = "requested";
    static final String APPROVED = "approved";
    static final String DECLINED = "declined";
    static final String RECEIVED = "received";

    private ReturnStates() {}
}
