package org.orderengine.testkit.scenario;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.policy.DepositPolicy;
import org.orderengine.policy.PricingPolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.pricing.Offer;
import org.orderengine.spi.pricing.TaxRate;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.FakeDelivery;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.FakePaymentGateway;

/**
 * The world that a scenario plays in: what the shop sells, has in stock and offers, who its members are, and how its
 * services will answer.
 *
 * <p>More than seven components: there is one for each field of the document.
 *
 * @param catalog the products
 * @param taxRates the rate of each tax category
 * @param stock what is in stock
 * @param offers the offers, in the order in which they apply
 * @param members the members
 * @param pricing how it prices
 * @param deposits what it wants in advance
 * @param processes the processes that orders may follow, the one they follow by default first
 * @param gateway what the payment gateway answers
 * @param inventory what the warehouse answers
 * @param delivery what the delivery of goods without a parcel answers
 */
record Shop(
        List<Product> catalog,
        Map<String, TaxRate> taxRates,
        List<Stocked> stock,
        List<Offer> offers,
        List<Membership> members,
        PricingPolicy pricing,
        DepositPolicy deposits,
        List<ProcessDefinition> processes,
        List<GatewayAnswers> gateway,
        List<InventoryAnswers> inventory,
        List<DeliveryAnswers> delivery) {

    record Stocked(String sku, long onHand, @Nullable Long backorderLimit) {}

    record Membership(String buyer, @Nullable String tier, long points) {}

    record GatewayAnswers(@Nullable String method, FakePaymentGateway.Operation on, List<Answer> answers) {}

    record InventoryAnswers(FakeInventory.Operation on, List<Answer> answers) {}

    record DeliveryAnswers(FakeDelivery.Operation on, List<Answer> answers) {}
}
