package org.orderengine.effect;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Money;
import org.orderengine.model.TenderCode;
import org.orderengine.policy.ReservePolicy;

/**
 * A request to a host service to do something for an order. Each family goes to one service.
 *
 * <p>Immutable, so safe for any number of threads.
 */
public sealed interface Effect {

    /**
     * Units of one product.
     *
     * @param line the order line that they belong to
     * @param sku the product
     * @param quantity units, more than zero; of measured goods the steps, each 10<sup>−digits</sup> of a unit
     * @param digits the decimal places of the measure; 0 where units are counted
     */
    record StockLine(String line, String sku, long quantity, int digits) {

        /** Units that are counted. */
        public StockLine(String line, String sku, long quantity) {
            this(line, sku, quantity, 0);
        }
    }

    /** Work of the {@code InventoryService}; all lines or none. */
    sealed interface Stock extends Effect {
        /** The units, per line; lines of one product count together (U3). */
        List<StockLine> lines();

        /** The location of the units, at an inventory that has {@code locations()}; null at one that has none. */
        @Nullable
        String location();
    }

    /**
     * Hold these units for the order.
     *
     * @param policy what is to become of units that are not in stock
     */
    record ReserveStock(List<StockLine> lines, ReservePolicy policy, @Nullable String location) implements Stock {

        /** Hold these units where there is one location. */
        public ReserveStock(List<StockLine> lines, ReservePolicy policy) {
            this(lines, policy, null);
        }

        /** Hold all of these units, or none, where there is one location. */
        public ReserveStock(List<StockLine> lines) {
            this(lines, ReservePolicy.ALL_OR_NOTHING);
        }
    }

    /**
     * Hold backordered units of the order, as far as goods have arrived for them. The others stay promised, and the answer names
     * them as backordered.
     */
    record FillBackorder(List<StockLine> lines, @Nullable String location) implements Stock {

        /** Where there is one location. */
        public FillBackorder(List<StockLine> lines) {
            this(lines, null);
        }
    }

    /** Release units that the order holds: they can be sold again. */
    record ReleaseStock(List<StockLine> lines, @Nullable String location) implements Stock {

        /** Where there is one location. */
        public ReleaseStock(List<StockLine> lines) {
            this(lines, null);
        }
    }

    /** Consume units that the order holds: they have left. */
    record ConsumeStock(List<StockLine> lines, @Nullable String location) implements Stock {

        /** Where there is one location. */
        public ConsumeStock(List<StockLine> lines) {
            this(lines, null);
        }
    }

    /** Take back units that had left, and hold them for the order again. */
    record TakeBackGoods(List<StockLine> lines, @Nullable String location) implements Stock {

        /** Where there is one location. */
        public TakeBackGoods(List<StockLine> lines) {
            this(lines, null);
        }
    }

    /** Restock units that had left: they came back, and can be sold again. */
    record RestockGoods(List<StockLine> lines, @Nullable String location) implements Stock {

        /** Where there is one location. */
        public RestockGoods(List<StockLine> lines) {
            this(lines, null);
        }
    }

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

        /** The code that the buyer pays with, as of a gift card; null where there is none. */
        @Nullable
        TenderCode code();

        /** The same under the name that the provider has given the payment meanwhile. */
        Charge under(String newReference);
    }

    /** Authorize the amount: the provider promises it. */
    record AuthorizePayment(
            String payment, String method, Money amount, @Nullable String reference, @Nullable TenderCode code)
            implements Charge {

        /** The same of a payment without a code. */
        public AuthorizePayment(String payment, String method, Money amount, @Nullable String reference) {
            this(payment, method, amount, reference, null);
        }

        @Override
        public AuthorizePayment under(String newReference) {
            return new AuthorizePayment(payment, method, amount, newReference, code);
        }
    }

    /** Capture the amount, out of what was authorized. */
    record CapturePayment(
            String payment, String method, Money amount, @Nullable String reference, @Nullable TenderCode code)
            implements Charge {

        /** The same of a payment without a code. */
        public CapturePayment(String payment, String method, Money amount, @Nullable String reference) {
            this(payment, method, amount, reference, null);
        }

        @Override
        public CapturePayment under(String newReference) {
            return new CapturePayment(payment, method, amount, newReference, code);
        }
    }

    /** Void an authorized amount. */
    record VoidPayment(
            String payment, String method, Money amount, @Nullable String reference, @Nullable TenderCode code)
            implements Charge {

        /** The same of a payment without a code. */
        public VoidPayment(String payment, String method, Money amount, @Nullable String reference) {
            this(payment, method, amount, reference, null);
        }

        @Override
        public VoidPayment under(String newReference) {
            return new VoidPayment(payment, method, amount, newReference, code);
        }
    }

    /** Refund an amount that was captured. */
    record RefundPayment(
            String payment, String method, Money amount, @Nullable String reference, @Nullable TenderCode code)
            implements Charge {

        /** The same of a payment without a code. */
        public RefundPayment(String payment, String method, Money amount, @Nullable String reference) {
            this(payment, method, amount, reference, null);
        }

        @Override
        public RefundPayment under(String newReference) {
            return new RefundPayment(payment, method, amount, newReference, code);
        }
    }

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

    /** Grant the buyer points for what was paid. */
    record GrantPoints(@Nullable String buyer, long points) implements Benefit {}

    /** Take back points that were granted. */
    record ClawBackPoints(@Nullable String buyer, long points) implements Benefit {}

    /** Work of the {@code LogisticsService}. */
    sealed interface Parcel extends Effect {
        /** The shipment's id within its order. */
        String shipment();
    }

    /**
     * A parcel is ready to be fetched.
     *
     * @param shipment the shipment's id within its order
     * @param lines what is in it
     * @param location where it is; null at a host that names no locations
     */
    record DispatchShipment(String shipment, List<StockLine> lines, @Nullable String location) implements Parcel {

        /** Where there is one location. */
        public DispatchShipment(String shipment, List<StockLine> lines) {
            this(shipment, lines, null);
        }
    }

    /**
     * Work of the {@code DeliveryService}: hand over goods that need no parcel.
     *
     * @param shipment the shipment's id within its order, under which the books will show them
     * @param buyer the host's id of the buyer; null for a guest
     * @param lines what to hand over
     */
    record DeliverGoods(String shipment, @Nullable String buyer, List<StockLine> lines) implements Effect {}

    /**
     * Cancel the collection of a parcel.
     *
     * @param shipment the shipment's id within its order
     */
    record CancelDispatch(String shipment) implements Parcel {}

    /**
     * Work that the host registered under a name of its own.
     *
     * @param name the effect's name, as the process definition calls it
     */
    record HostEffect(String name) implements Effect {}
}
