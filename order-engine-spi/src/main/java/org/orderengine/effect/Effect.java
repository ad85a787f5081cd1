package org.orderengine.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;

/** What a host service is asked to do for an order. Each family goes to one service. */
public sealed interface Effect {

    /**
     * Units of one product.
     *
     * @param line the order line that they belong to
     * @param sku the product
     * @param quantity units, more than zero
     */
    record StockLine(String line, String sku, long quantity) {}

    /** Work of the {@code InventoryService}; all lines or none. */
    sealed interface Stock extends Effect {
        /** The units, per line; lines of one product count together (U3). */
        List<StockLine> lines();
    }

    /** Hold these units for the order. */
    record ReserveStock(List<StockLine> lines) implements Stock {}

    /** Give back units that the order holds. */
    record ReleaseStock(List<StockLine> lines) implements Stock {}

    /** Held units left the house. */
    record ConsumeStock(List<StockLine> lines) implements Stock {}

    /** Units that had left came back and can be sold again. */
    record RestockGoods(List<StockLine> lines) implements Stock {}

    /** Work of the {@code PaymentGateway}. */
    sealed interface Charge extends Effect {
        /** The payment's id within its order. */
        String payment();

        /** How the buyer pays. */
        String method();

        /** The amount, more than zero. */
        Money amount();

        /** The provider's own name of the payment, once it gave one. */
        @Nullable
        String reference();
    }

    /** Ask the provider to promise the amount. */
    record AuthorizePayment(String payment, String method, Money amount, @Nullable String reference)
            implements Charge {}

    /** Take the amount of what was promised. */
    record CapturePayment(String payment, String method, Money amount, @Nullable String reference) implements Charge {}

    /** Let go of a promised amount. */
    record VoidPayment(String payment, String method, Money amount, @Nullable String reference) implements Charge {}

    /** Give back an amount that was taken. */
    record RefundPayment(String payment, String method, Money amount, @Nullable String reference) implements Charge {}

    /** Work of the {@code BenefitService}. */
    sealed interface Benefit extends Effect {
        /** The host's id of the buyer; null for a guest. */
        @Nullable
        String buyer();
    }

    /** Count these coupons and limited offers as used by the buyer; all or none. */
    record RedeemCoupons(@Nullable String buyer, List<String> codes) implements Benefit {}

    /** Give back coupons that were redeemed. */
    record ReturnCoupons(@Nullable String buyer, List<String> codes) implements Benefit {}

    /** Take points from the buyer's account. */
    record SpendPoints(@Nullable String buyer, long points) implements Benefit {}

    /** Give back points that were spent. */
    record ReturnPoints(@Nullable String buyer, long points) implements Benefit {}

    /** Give the buyer points for what he paid. */
    record GrantPoints(@Nullable String buyer, long points) implements Benefit {}

    /** Take back points that were granted. */
    record ClawBackPoints(@Nullable String buyer, long points) implements Benefit {}

    /**
     * Work of the {@code LogisticsService}: a parcel is ready to be fetched.
     *
     * @param shipment the shipment's id within its order
     * @param lines what is in it
     */
    record DispatchShipment(String shipment, List<StockLine> lines) implements Effect {}

    /**
     * Work of the {@code DeliveryService}: hand these goods over, which no parcel carries.
     *
     * @param shipment the shipment's id within its order, under which the books will show them
     * @param buyer the host's id of the buyer; null for a guest
     * @param lines what to hand over
     */
    record DeliverGoods(String shipment, @Nullable String buyer, List<StockLine> lines) implements Effect {}

    /**
     * Work that the host registered under a name of its own.
     *
     * @param name the effect's name, as the process definition calls it
     */
    record HostEffect(String name) implements Effect {}
}
