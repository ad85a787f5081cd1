package org.orderengine.command;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Address;
import org.orderengine.model.Customer;
import org.orderengine.model.Deadline;
import org.orderengine.model.Money;
import org.orderengine.model.Origin;

/**
 * Place an order.
 *
 * <p>For example {@code PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2).build()}.
 *
 * <p>More than seven components: hosts put it together with its builder.
 *
 * @param orderId the host's id of the new order
 * @param origin who orders and where
 * @param customer where the goods and the invoice go; the engine itself finds out the member tier
 * @param lines what is ordered
 * @param coupons coupon codes the buyer entered
 * @param points membership points the buyer wants to spend
 * @param shippingMethod the delivery method
 * @param shippingPrice the delivery's price; without one the host's logistics service names it, and without that it is free
 * @param process the process that the order is to follow; without one the engine's first
 * @param deadlines when timers of this order fire, where that is not as its process says; at most one for each
 * @param commandId the idempotency key
 */
public record PlaceOrder(
        String orderId,
        Origin origin,
        Customer customer,
        List<RequestedLine> lines,
        List<String> coupons,
        long points,
        @Nullable String shippingMethod,
        @Nullable Money shippingPrice,
        @Nullable String process,
        List<Deadline> deadlines,
        @Nullable String commandId)
        implements Command {

    /**
     * A line that is asked for.
     *
     * @param line the line's id; without one its number, from 1
     * @param sku the product
     * @param quantity units
     * @param price the price of one unit, where the host overrides the catalog
     */
    public record RequestedLine(@Nullable String line, String sku, long quantity, @Nullable Money price) {
        public RequestedLine {
            Given.given(sku, "the sku of a line");
        }
    }

    public PlaceOrder {
        Given.given(orderId, "the order's id");
        Given.given(origin, "the origin");
        Given.given(customer, "the customer");
        lines = Given.all(lines, "lines");
        coupons = Given.all(coupons, "coupons");
        deadlines = Given.all(deadlines, "deadlines");
    }

    /** An order whose timers fire as its process says. */
    public PlaceOrder(
            String orderId,
            Origin origin,
            Customer customer,
            List<RequestedLine> lines,
            List<String> coupons,
            long points,
            @Nullable String shippingMethod,
            @Nullable Money shippingPrice,
            @Nullable String process,
            @Nullable String commandId) {
        this(
                orderId,
                origin,
                customer,
                lines,
                coupons,
                points,
                shippingMethod,
                shippingPrice,
                process,
                List.of(),
                commandId);
    }

    /** An order to be placed, to be completed. */
    public static Builder of(String orderId) {
        return new Builder(orderId);
    }

    /** Puts a new order together. Not for several threads. */
    public static final class Builder {
        private final String orderId;
        private final List<RequestedLine> lines = new ArrayList<>();
        private final List<String> coupons = new ArrayList<>();
        private @Nullable String buyer;
        private @Nullable String business;
        private @Nullable String channel;
        private @Nullable String merchant;
        private @Nullable Address deliveryAddress;
        private @Nullable Address billingAddress;
        private long points;
        private @Nullable String shippingMethod;
        private @Nullable Money shippingPrice;
        private @Nullable String process;
        private final List<Deadline> deadlines = new ArrayList<>();
        private @Nullable String commandId;

        private Builder(String orderId) {
            this.orderId = orderId;
        }

        /** Sets the host's id of the buyer. */
        public Builder buyer(@Nullable String id) {
            this.buyer = id;
            return this;
        }

        /** Sets the line of business. */
        public Builder business(@Nullable String name) {
            this.business = name;
            return this;
        }

        /** Sets where the order came in. */
        public Builder channel(@Nullable String name) {
            this.channel = name;
            return this;
        }

        /** Sets who sells. */
        public Builder merchant(@Nullable String id) {
            this.merchant = id;
            return this;
        }

        /** Sets where the goods go. */
        public Builder deliverTo(@Nullable Address address) {
            this.deliveryAddress = address;
            return this;
        }

        /** Sets whom the invoice names, where that is not the delivery address. */
        public Builder billTo(@Nullable Address address) {
            this.billingAddress = address;
            return this;
        }

        /** Adds a line at the catalog's price. */
        public Builder line(String sku, long quantity) {
            return line(new RequestedLine(null, sku, quantity, null));
        }

        /** Adds a line at a price of the host's. */
        public Builder line(String sku, long quantity, Money price) {
            return line(new RequestedLine(null, sku, quantity, price));
        }

        /** Adds a line. */
        public Builder line(RequestedLine line) {
            lines.add(line);
            return this;
        }

        /** Adds a coupon code. */
        public Builder coupon(String code) {
            coupons.add(code);
            return this;
        }

        /** Sets the points to spend. */
        public Builder points(long number) {
            this.points = number;
            return this;
        }

        /** Sets the delivery method and, where the host names it, its price. */
        public Builder shipping(@Nullable String method, @Nullable Money price) {
            this.shippingMethod = method;
            this.shippingPrice = price;
            return this;
        }

        /** Sets the process to follow. */
        public Builder process(@Nullable String name) {
            this.process = name;
            return this;
        }

        /** Sets when a timer fires, instead of when the process says: {@code in} a duration after its state is entered. */
        public Builder deadline(String timer, Duration in) {
            return deadline(new Deadline(timer, in, null));
        }

        /** Sets when a timer fires, instead of when the process says. */
        public Builder deadline(String timer, Instant at) {
            return deadline(new Deadline(timer, null, at));
        }

        private Builder deadline(Deadline deadline) {
            deadlines.removeIf(other -> other.timer().equals(deadline.timer()));
            deadlines.add(deadline);
            return this;
        }

        /** Sets the idempotency key. */
        public Builder commandId(@Nullable String id) {
            this.commandId = id;
            return this;
        }

        /** The command. */
        public PlaceOrder build() {
            return new PlaceOrder(
                    orderId,
                    new Origin(buyer, business, channel, merchant),
                    Customer.UNKNOWN.movedTo(deliveryAddress, billingAddress),
                    lines,
                    coupons,
                    points,
                    shippingMethod,
                    shippingPrice,
                    process,
                    deadlines,
                    commandId);
        }
    }
}
