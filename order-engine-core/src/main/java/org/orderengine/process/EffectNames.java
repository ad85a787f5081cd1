package org.orderengine.process;

import java.util.List;
import java.util.Set;

/** The built-in effects that process definitions can name in {@code run}, {@code entry} and {@code exit}. */
public final class EffectNames {

    /** Holds the order's open units; all or none, unless the engine was given another policy. */
    public static final String INVENTORY_RESERVE = "inventory.reserve";
    /** Holds what is there of the order's open units; the order does without the rest. */
    public static final String INVENTORY_RESERVE_PARTIAL = "inventory.reserve-partial";
    /** Holds what is there of the order's open units; the rest is promised on backorder. */
    public static final String INVENTORY_RESERVE_BACKORDER = "inventory.reserve-backorder";
    /** Holds backordered units that have arrived. */
    public static final String INVENTORY_FILL = "inventory.fill";
    /** Gives back held units that the order does not need any more. */
    public static final String INVENTORY_RELEASE = "inventory.release";
    /** Tells the inventory that units left the house. */
    public static final String INVENTORY_CONSUME = "inventory.consume";
    /** Tells the inventory that units came back and are held again. */
    public static final String INVENTORY_TAKE_BACK = "inventory.take-back";
    /** Tells the inventory that units are back on the shelf. */
    public static final String INVENTORY_RESTOCK = "inventory.restock";
    /** Counts the order's coupons as used. */
    public static final String COUPONS_REDEEM = "coupons.redeem";
    /** Gives back coupons that were redeemed. */
    public static final String COUPONS_RETURN = "coupons.return";
    /** Takes the points that the buyer pays with. */
    public static final String POINTS_SPEND = "points.spend";
    /** Gives back points that were spent. */
    public static final String POINTS_RETURN = "points.return";
    /** Gives the buyer points for what he paid. */
    public static final String POINTS_GRANT = "points.grant";
    /** Takes back points that were granted. */
    public static final String POINTS_CLAW_BACK = "points.claw-back";
    /** Has the requested payments promised. */
    public static final String PAYMENT_AUTHORIZE = "payment.authorize";
    /** Has the requested payments promised and taken. */
    public static final String PAYMENT_CAPTURE = "payment.capture";
    /** Lets go of promises that the order does not need any more. */
    public static final String PAYMENT_VOID = "payment.void";
    /** Gives back money that the order does not need any more. */
    public static final String PAYMENT_REFUND = "payment.refund";
    /** Gives back money as credit with the shop. */
    public static final String PAYMENT_CREDIT = "payment.credit";
    /** Tells the carrier that a parcel is ready. */
    public static final String LOGISTICS_DISPATCH = "logistics.dispatch";
    /** Hands over what is left to ship, without a parcel; without a delivery service the goods count as handed over. */
    public static final String GOODS_DELIVER = "goods.deliver";
    /** Keeps the deposit: the order costs that much from now on, whatever is cancelled. Does nothing outside. */
    public static final String DEPOSIT_KEEP = "deposit.keep";
    /** Drops a change that was asked for and not confirmed. Does nothing outside. */
    public static final String PROPOSAL_DROP = "proposal.drop";
    /** Tells the carrier that a parcel is not to be fetched. */
    public static final String LOGISTICS_CANCEL = "logistics.cancel";
    /** Takes the order back: cancels what has not shipped, and undoes whatever its books say is held, taken or used. */
    public static final String REVERSE = "reverse";

    /** Those that a definition can name; the others follow from actions and from {@link #REVERSE}. */
    public static final List<String> NAMEABLE = List.of(
            INVENTORY_RESERVE,
            INVENTORY_RESERVE_PARTIAL,
            INVENTORY_RESERVE_BACKORDER,
            COUPONS_REDEEM,
            POINTS_SPEND,
            POINTS_GRANT,
            PAYMENT_AUTHORIZE,
            PAYMENT_CAPTURE,
            GOODS_DELIVER,
            DEPOSIT_KEEP,
            PROPOSAL_DROP,
            REVERSE);

    private static final Set<String> OTHERS = Set.of(
            INVENTORY_RELEASE,
            INVENTORY_CONSUME,
            INVENTORY_RESTOCK,
            INVENTORY_FILL,
            INVENTORY_TAKE_BACK,
            COUPONS_RETURN,
            POINTS_RETURN,
            POINTS_CLAW_BACK,
            PAYMENT_VOID,
            PAYMENT_REFUND,
            LOGISTICS_DISPATCH,
            LOGISTICS_CANCEL);

    private EffectNames() {}

    /** Whether an effect is one of these, nameable or not. */
    public static boolean isBuiltIn(String effect) {
        return NAMEABLE.contains(effect) || OTHERS.contains(effect);
    }

    /** Whether an effect holds stock, whatever its policy. */
    public static boolean isReserving(String effect) {
        return switch (effect) {
            case INVENTORY_RESERVE, INVENTORY_RESERVE_PARTIAL, INVENTORY_RESERVE_BACKORDER -> true;
            default -> false;
        };
    }
}
