package org.orderengine.process;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.orderengine.model.ChildKind;

/**
 * What moves the machines of payments, shipments and returns besides actions and timers, and what they tell the order's own
 * machine. Nobody can send these from outside.
 */
public final class ChildEvents {

    /** A payment's money, or more of it, was promised. */
    public static final String AUTHORIZED = "authorized";
    /** A payment's money, or some of it, was taken. */
    public static final String CAPTURED = "captured";
    /** A promise of a payment, or some of it, was let go. */
    public static final String VOIDED = "voided";
    /** A payment's money, or some of it, was given back. */
    public static final String REFUNDED = "refunded";
    /** The provider took a payment's money, or some of it, back on the buyer's word. */
    public static final String CHARGED_BACK = "charged-back";
    /** The provider said no to a payment. */
    public static final String DECLINED = "declined";
    /** A payment's money is booked under another payment. */
    public static final String MERGED = "merged";

    /** A parcel left. */
    public static final String SHIPPED = "shipped";
    /** A parcel arrived. */
    public static final String DELIVERED = "delivered";
    /** A parcel came back without having been handed over. */
    public static final String RETURNED = "returned";
    /** A parcel is lost. */
    public static final String LOST = "lost";
    /** A parcel that was packed does not leave. */
    public static final String CANCELLED = "cancelled";

    private static final Map<ChildKind, List<String>> HAPPENINGS = Map.of(
            ChildKind.PAYMENT, List.of(AUTHORIZED, CAPTURED, VOIDED, REFUNDED, CHARGED_BACK, DECLINED, MERGED),
            ChildKind.SHIPMENT, List.of(SHIPPED, DELIVERED, RETURNED, LOST, CANCELLED));

    private static final Map<ChildKind, String> RAISED = new EnumMap<>(ChildKind.class);

    static {
        for (ChildKind kind : ChildKind.values()) {
            RAISED.put(kind, kind + "-ended");
        }
    }

    private ChildEvents() {}

    /** What the books tell the machine of one of a kind: no actions of people, and never refused. */
    public static List<String> happenings(ChildKind kind) {
        return HAPPENINGS.getOrDefault(kind, List.of());
    }

    /** What the order's own machine is told when one of a kind has come to its end. */
    public static String raised(ChildKind kind) {
        return RAISED.getOrDefault(kind, "");
    }

    /** Whether this is what the order's own machine is told, and no action of people. */
    public static boolean isRaised(String name) {
        return RAISED.containsValue(name);
    }
}
