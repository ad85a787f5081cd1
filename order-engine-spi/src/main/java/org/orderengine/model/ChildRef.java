package org.orderengine.model;

/**
 * One payment, shipment or return of an order.
 *
 * @param kind what it is
 * @param id its id among those of its kind
 */
public record ChildRef(ChildKind kind, String id) {

    public ChildRef {
        Checks.requireText(id, "id");
    }

    /** What a state or timer of its machine is called among those of its order: {@code payment p-1 unpaid}. */
    public String nameOf(String own) {
        return kind + " " + id + " " + own;
    }

    /** As text: {@code payment p-1}. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
