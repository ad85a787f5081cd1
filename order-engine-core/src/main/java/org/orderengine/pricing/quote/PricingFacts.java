package org.orderengine.pricing.quote;

import java.util.List;
import java.util.Map;
import org.orderengine.model.Annotations;
import org.orderengine.model.Offer;
import org.orderengine.spi.benefit.Member;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.pricing.TaxRates;

/**
 * What the host's services know that a quote needs, fetched before it.
 *
 * @param products the products of the lines, by sku
 * @param taxes the rates of the products' tax categories and of the delivery's
 * @param offers the offers that may apply, in the order in which they do
 * @param member the buyer as the membership system knows him
 * @param annotations the host's own data on the order, for its pricing rules
 */
public record PricingFacts(
        Map<String, Product> products, TaxRates taxes, List<Offer> offers, Member member, Annotations annotations) {

    public PricingFacts {
        products = Map.copyOf(products);
        offers = List.copyOf(offers);
    }

    /** Facts of an order without data of the host's own. */
    public PricingFacts(Map<String, Product> products, TaxRates taxes, List<Offer> offers, Member member) {
        this(products, taxes, offers, member, Annotations.NONE);
    }
}
