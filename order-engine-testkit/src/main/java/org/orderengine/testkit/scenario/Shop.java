package org.orderengine.testkit.scenario;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Measure;
import org.orderengine.model.Offer;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.policy.RefundPolicy;
import org.orderengine.policy.ShippingOnReturn;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.pricing.TaxRate;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeDelivery;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;
import org.orderengine.testkit.GatewayAnswer;

/**
 * The shop of a scenario: what it sells, has in stock and offers, its members, and the answers of its services.
 *
 * <p>The record has more than seven components: there is one for each field of the document.
 *
 * @param catalog the products
 * @param taxRates the rates of the tax categories, some of them for one place
 * @param stock the units in stock
 * @param offers the offers, in the order in which they apply
 * @param members the members
 * @param pricing the policy on prices
 * @param deposits the policy on deposits
 * @param shippingOnReturn what becomes of the price of the delivery when goods come back
 * @param refunds where gift cards stand when money goes back
 * @param processes the processes that orders may follow, the default first
 * @param names what stands for the host's own names in them
 * @param gateway the answers of the payment gateway
 * @param inventory the answers of the warehouse
 * @param delivery the answers of the delivery of goods that need no parcel
 */
record Shop(
        List<Product> catalog,
        List<PlacedRate> taxRates,
        List<Stocked> stock,
        List<Offer> offers,
        List<Membership> members,
        PricingPolicy pricing,
        DepositPolicy deposits,
        ShippingOnReturn shippingOnReturn,
        GiftCards refunds,
        List<ProcessDefinition> processes,
        HostNames names,
        List<GatewayAnswers> gateway,
        List<InventoryAnswers> inventory,
        List<DeliveryAnswers> delivery) {

    /** Where gift cards stand when money goes back. */
    enum GiftCards {
        EARLIEST_FIRST,
        GIFT_CARDS_FIRST,
        GIFT_CARDS_LAST;

        RefundPolicy policy() {
            return switch (this) {
                case EARLIEST_FIRST -> RefundPolicy.EARLIEST_FIRST;
                case GIFT_CARDS_FIRST -> RefundPolicy.GIFT_CARDS_FIRST;
                case GIFT_CARDS_LAST -> RefundPolicy.GIFT_CARDS_LAST;
            };
        }
    }

    /** What products are measured in that are not counted, by sku. */
    Map<String, Measure> measures() {
        Map<String, Measure> measures = new HashMap<>();
        for (Product product : catalog) {
            Measure measure = product.handling().measure();
            if (measure != null) {
                measures.put(product.sku(), measure);
            }
        }
        return measures;
    }

    record PlacedRate(String category, TaxRate rate, @Nullable String country, @Nullable String region) {}

    record Stocked(String sku, long onHand, @Nullable Long backorderLimit) {}

    record Membership(String buyer, @Nullable String tier, long points) {}

    record GatewayAnswers(@Nullable String method, FakePaymentGateway.Operation on, List<GatewayAnswer> answers) {}

    record InventoryAnswers(FakeInventory.Operation on, List<Answer> answers) {}

    record DeliveryAnswers(FakeDelivery.Operation on, List<Answer> answers) {}
}
