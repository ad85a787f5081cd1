package org.orderengine.spi.pricing;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.orderengine.model.Annotations;
import org.orderengine.model.Destination;
import org.orderengine.model.Measure;
import org.orderengine.model.Money;
import org.orderengine.model.Origin;
import org.orderengine.spi.benefit.Member;

/** The facts of an order that is being priced, for rules. It belongs to the thread that prices the order, and only while it does. */
public interface PricingContext {

    /** Who orders and where. */
    Origin origin();

    /** Where the order goes. */
    Destination destination();

    /** What the host keeps with the order itself. */
    Annotations annotations();

    /** The buyer as the membership system knows them. */
    Member member();

    /** The instant for which the order is priced. */
    Instant at();

    /** The currency of every amount. */
    Currency currency();

    /** Whether amounts contain the tax. */
    boolean pricesIncludeTax();

    /** Whether the order carries that coupon. */
    boolean carries(String coupon);

    /** The lines, in their order. */
    List<LineRow> lines();

    /** The delivery. */
    Row shipping();

    /** The charges beside the goods. They are there once offers and points were taken off. */
    default List<ChargeRow> charges() {
        return List.of();
    }

    /** A line, the delivery or a charge, as the rules before left it. */
    interface Row {

        /** The price before any discount. */
        Money price();

        /** What is left of the price. */
        Money amount();

        /** How much discounts may still take off: the amount, less what has to remain of it. */
        Money room();
    }

    /** A charge beside the goods. */
    interface ChargeRow extends Row {

        /** The charge's id within its order. */
        String id();

        /** Its tax category. */
        Optional<String> taxCategory();
    }

    /** A line, as the rules before left it. */
    interface LineRow extends Row {

        /** The line's id within its order. */
        String id();

        /** What it sells. */
        String sku();

        /** Units, more than zero; steps of the measure where there is one. */
        long quantity();

        /** What its quantity is measured in; empty where it is counted. */
        default Optional<Measure> measure() {
            return Optional.empty();
        }

        /** The product's category. */
        Optional<String> category();

        /** The product's tax category. */
        Optional<String> taxCategory();

        /** What the host keeps with the product. */
        Map<String, String> attributes();

        /** What the host keeps with the line itself. */
        Map<String, String> lineAttributes();

        /** What a unit costs by agreement rather than by the catalog: the command named it, or the order was placed at it. */
        Optional<Money> agreedPrice();
    }
}
