package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * How units of a product are treated.
 *
 * @param fulfilment how they come to the buyer
 * @param isDiscountable whether offers may lower their price; where not, they count for no offer's condition either
 * @param measure what they are measured in; null where they are counted
 */
public record Handling(Fulfilment fulfilment, boolean isDiscountable, @Nullable Measure measure) {

    /** Goods that leave in a parcel, and that offers may lower. */
    public static final Handling USUAL = new Handling(Fulfilment.PARCEL, true);

    /** The handling of goods that are counted. */
    public Handling(Fulfilment fulfilment, boolean isDiscountable) {
        this(fulfilment, isDiscountable, null);
    }

    /** How goods come to the buyer. */
    public enum Fulfilment {
        /** In a parcel. */
        PARCEL,
        /** Without one, once they are paid: codes, tickets, services. */
        HANDOVER
    }

    /** Whether they are handed over without a parcel. */
    public boolean isHandedOver() {
        return fulfilment == Fulfilment.HANDOVER;
    }

    /** This handling of goods that come to the buyer in that way. */
    public Handling by(Fulfilment newFulfilment) {
        return new Handling(newFulfilment, isDiscountable, measure);
    }

    /** This handling of goods whose price offers leave alone. */
    public Handling undiscountable() {
        return new Handling(fulfilment, false, measure);
    }

    /** This handling of goods that are measured. */
    public Handling measuredIn(Measure newMeasure) {
        return new Handling(fulfilment, isDiscountable, newMeasure);
    }
}
