package org.orderengine.command;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Actor;
import org.orderengine.model.Address;
import org.orderengine.model.Annotations;
import org.orderengine.model.By;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Customer;
import org.orderengine.model.Deadline;
import org.orderengine.model.Money;
import org.orderengine.model.Origin;

/**
 * The command to place an order.
 *
 * <pre>{@code
 * Outcome placed = engine.execute(PlaceOrder.of("o-1").buyer("ann").line("LAMP", 2).coupon("HELLO").commandId("c-16").build());
 * }</pre>
 *
 * <p>Prices come from the catalog, offers, taxes and membership as they are when the command is decided. {@code engine.quote}
 * says beforehand what the order would cost (A8).
 *
 * <p>The constructor checks nothing: the engine refuses an order that makes no sense with a code.
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * <p>The record has more than seven components: hosts build it with its builder.
 *
 * @param orderId the host's id of the new order
 * @param origin who orders and where
 * @param customer the addresses of the goods and the invoice; the engine adds the member tier itself
 * @param lines the lines asked for, at least one
 * @param coupons the coupon codes that the buyer entered
 * @param points the number of membership points that the buyer wants to spend; 0 for none
 * @param shippingMethod the delivery method; null for none
 * @param shippingPrice the delivery's price; null for a free delivery, unless a pricing rule of the host prices it
 * @param charges what the order is to cost beside its goods
 * @param process the name of the process to follow; null for the engine's first
 * @param deadlines the timers that have a time of their own in this order; at most one for each
 * @param commandId the idempotency key; null makes every call a new command
 * @param by who gave it, and why: the buyer, unless another one is named
 * @param annotations the host's own data on the order
 * @param promisedAt when the buyer is promised to have it; null for no promise
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
        List<ChargeTerms> charges,
        @Nullable String process,
        List<Deadline> deadlines,
        @Nullable String commandId,
        By by,
        Annotations annotations,
        @Nullable Instant promisedAt)
        implements Command {

    /**
     * A line that the buyer asks for.
     *
     * @param line the line's id; without one its number, from 1
     * @param sku the product
     * @param quantity how many units; a decimal for goods that are measured, so that 0.5 and 0.50 are the same
     * @param price the price of one whole unit, where the host overrides the catalog
     * @param attributes the host's own texts by name
     */
    public record RequestedLine(
            @Nullable String line,
            String sku,
            BigDecimal quantity,
            @Nullable Money price,
            Map<String, String> attributes) {

        /** Powers of ten from here on are more than any quantity, and stay as they are. */
        private static final int MAX_POWER = 20;

        public RequestedLine {
            Given.given(sku, "the sku of a line");
            quantity = normal(Given.given(quantity, "the quantity of a line"));
            attributes = Map.copyOf(Given.given(attributes, "the attributes of a line"));
        }

        /** A line of whole units. */
        public RequestedLine(
                @Nullable String line,
                String sku,
                long quantity,
                @Nullable Money price,
                Map<String, String> attributes) {
            this(line, sku, BigDecimal.valueOf(quantity), price, attributes);
        }

        /** A line without attributes. */
        public RequestedLine(@Nullable String line, String sku, long quantity, @Nullable Money price) {
            this(line, sku, quantity, price, Map.of());
        }

        private static BigDecimal normal(BigDecimal quantity) {
            BigDecimal plain = quantity.scale() > 0 ? quantity.stripTrailingZeros() : quantity;
            return plain.scale() < 0 && plain.scale() > -MAX_POWER ? plain.setScale(0) : plain;
        }
    }

    public PlaceOrder {
        Given.given(orderId, "the order's id");
        Given.given(origin, "the origin");
        Given.given(customer, "the customer");
        lines = Given.all(lines, "lines");
        coupons = Given.all(coupons, "coupons");
        charges = Given.all(charges, "charges");
        deadlines = Given.all(deadlines, "deadlines");
        Given.given(by, "who gave the command");
        Given.given(annotations, "the annotations");
    }

    /** An order that its buyer places, whose timers fire as its process says. */
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
                List.of(),
                process,
                List.of(),
                commandId,
                By.of(Actor.buyer(origin.buyer())),
                Annotations.NONE,
                null);
    }

    /** This command as another author gives it. */
    public PlaceOrder withBy(By newBy) {
        return new PlaceOrder(
                orderId,
                origin,
                customer,
                lines,
                coupons,
                points,
                shippingMethod,
                shippingPrice,
                charges,
                process,
                deadlines,
                commandId,
                newBy,
                annotations,
                promisedAt);
    }

    /** Begins an order to be placed. */
    public static Builder of(String orderId) {
        return new Builder(orderId);
    }

    /** Builds a new order. For one thread. */
    public static final class Builder {
        private final String orderId;
        private final List<RequestedLine> lines = new ArrayList<>();
        private final List<String> coupons = new ArrayList<>();
        private final List<ChargeTerms> charges = new ArrayList<>();
        private @Nullable String buyer;
        private @Nullable String business;
        private @Nullable String channel;
        private @Nullable String merchant;
        private @Nullable Address deliveryAddress;
        private @Nullable Address billingAddress;
        private @Nullable String taxNumber;
        private long points;

        private @Nullable String shippingMethod;
        private @Nullable Money shippingPrice;
        private @Nullable String process;
        private final List<Deadline> deadlines = new ArrayList<>();
        private final Map<String, String> attributes = new LinkedHashMap<>();
        private final List<String> tags = new ArrayList<>();
        private @Nullable Instant promisedAt;
        private @Nullable String commandId;
        private @Nullable Actor actor;
        private @Nullable String reason;

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

        /** Sets the address of the invoice, where it is not the delivery address. */
        public Builder billTo(@Nullable Address address) {
            this.billingAddress = address;
            return this;
        }

        /** Sets the buyer's number for value added tax or the like. */
        public Builder taxNumber(@Nullable String number) {
            this.taxNumber = number;
            return this;
        }

        /** Adds a line at the catalog's price. */
        public Builder line(String sku, long quantity) {
            return line(new RequestedLine(null, sku, quantity, null));
        }

        /** Adds a line of goods that are measured, at the catalog's price. */
        public Builder line(String sku, BigDecimal quantity) {
            return line(new RequestedLine(null, sku, quantity, null, Map.of()));
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

        /** Adds an untaxed charge beside the goods, which goes back with the last of them. */
        public Builder charge(String charge, Money price) {
            return charge(ChargeTerms.of(charge, price));
        }

        /** Adds a charge beside the goods. */
        public Builder charge(ChargeTerms terms) {
            charges.add(terms);
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

        /** Sets when the buyer is promised to have it. */
        public Builder promisedAt(@Nullable Instant instant) {
            this.promisedAt = instant;
            return this;
        }

        /** Sets the idempotency key. */
        public Builder commandId(@Nullable String id) {
            this.commandId = id;
            return this;
        }

        /** Sets who places it. Without that, the buyer does. */
        public Builder by(@Nullable Actor someone) {
            this.actor = someone;
            return this;
        }

        /** Sets why it is placed, for the history. */
        public Builder because(@Nullable String why) {
            this.reason = why;
            return this;
        }

        /** Sets one text of the host's own. */
        public Builder attribute(String name, String text) {
            attributes.put(Given.given(name, "the name of an attribute"), Given.given(text, "the text of " + name));
            return this;
        }

        /** Adds a word of the host's own. */
        public Builder tag(String word) {
            tags.add(Given.given(word, "a tag"));
            return this;
        }

        /** The command. */
        public PlaceOrder build() {
            return new PlaceOrder(
                    orderId,
                    new Origin(buyer, business, channel, merchant),
                    Customer.UNKNOWN.movedTo(deliveryAddress, billingAddress).withTaxNumber(taxNumber),
                    lines,
                    coupons,
                    points,
                    shippingMethod,
                    shippingPrice,
                    charges,
                    process,
                    deadlines,
                    commandId,
                    new By(actor == null ? Actor.buyer(buyer) : actor, reason),
                    new Annotations(attributes, tags),
                    promisedAt);
        }
    }
}
