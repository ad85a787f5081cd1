package org.orderengine.dispatch;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.Codes;
import org.orderengine.decision.action.FactsRequest;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Destination;
import org.orderengine.model.InvalidOfferException;
import org.orderengine.model.Offer;
import org.orderengine.model.Origin;
import org.orderengine.model.Problem;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.pricing.quote.PriceCalculator;
import org.orderengine.pricing.quote.PricingFacts;
import org.orderengine.pricing.quote.QuoteRequest;
import org.orderengine.pricing.quote.QuoteRequest.QuoteLine;
import org.orderengine.spi.benefit.Member;
import org.orderengine.spi.benefit.MemberService;
import org.orderengine.spi.catalog.CatalogService;
import org.orderengine.spi.catalog.Product;
import org.orderengine.spi.pricing.OfferService;
import org.orderengine.spi.pricing.TaxRates;
import org.orderengine.spi.pricing.TaxService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host's services that are only read: what prices depend on. Each is asked once per decision, each call with a deadline of its own.
 * What one throws, what it answers wrongly and what it answers too late becomes a refusal. Safe for any number of threads, as the host's
 * services are.
 *
 * @param pricing prices orders by what the services know
 * @param catalog the host's products
 * @param taxes its tax rates
 * @param offers its offers
 * @param members its members
 * @param calls how the host is called
 */
public record FactServices(
        PriceCalculator pricing,
        CatalogService catalog,
        TaxService taxes,
        OfferService offers,
        MemberService members,
        HostCalls calls) {

    private static final Logger LOG = LoggerFactory.getLogger(FactServices.class);

    /** What an order would cost, and why. */
    QuoteResult quote(PlaceOrder command, Instant now) {
        QuoteRequest request = new QuoteRequest(
                command.origin(),
                Destination.of(command.customer(), command.shippingMethod()),
                lines(command),
                command.charges(),
                command.coupons(),
                command.points(),
                command.shippingPrice(),
                now);
        Set<String> skus = new LinkedHashSet<>();
        request.lines().forEach(line -> skus.add(line.sku()));
        try {
            return pricing.quote(
                    request,
                    ask(
                            new FactsRequest(
                                    command.origin(),
                                    request.to(),
                                    skus,
                                    taxCategories(command.charges()),
                                    command.coupons(),
                                    command.annotations()),
                            now));
        } catch (ServiceUnavailable unavailable) {
            return new QuoteResult.Refused(unavailable.problem);
        }
    }

    /** What the host's services answered, or why one did not. */
    Facts facts(FactsRequest request, Instant now) {
        try {
            return new Facts.Known(ask(request, now));
        } catch (ServiceUnavailable unavailable) {
            return new Facts.Unavailable(unavailable.problem);
        }
    }

    private PricingFacts ask(FactsRequest request, Instant now) {
        Origin origin = request.origin();
        Map<String, Product> products = request.skus().isEmpty()
                ? Map.of()
                : fetch(Codes.CATALOG_UNAVAILABLE, "catalog", deadline -> asked(request, deadline));
        Set<String> categories = new LinkedHashSet<>(request.taxCategories());
        categories.addAll(pricing.taxCategories(products.values()));
        TaxRates rates = categories.isEmpty()
                ? TaxRates.NONE
                : fetch(
                        Codes.TAX_UNAVAILABLE,
                        "tax",
                        deadline -> taxes.rates(categories, origin, request.to(), deadline));
        List<Offer> applicable = fetch(
                Codes.OFFERS_UNAVAILABLE,
                "offers",
                deadline -> List.copyOf(offers.offers(origin, request.coupons(), request.to(), now, deadline)));
        String buyer = origin.buyer();
        Member member = buyer == null
                ? Member.NOBODY
                : fetch(Codes.MEMBERS_UNAVAILABLE, "members", deadline -> members.member(buyer, deadline));
        return new PricingFacts(products, rates, applicable, member, request.annotations());
    }

    private static Set<String> taxCategories(List<ChargeTerms> charges) {
        Set<String> categories = new LinkedHashSet<>();
        for (ChargeTerms charge : charges) {
            if (charge.taxCategory() != null) {
                categories.add(charge.taxCategory());
            }
        }
        return categories;
    }

    private static List<QuoteLine> lines(PlaceOrder command) {
        List<QuoteLine> lines = new ArrayList<>(command.lines().size());
        for (PlaceOrder.RequestedLine line : command.lines()) {
            String id = line.line() == null ? String.valueOf(lines.size() + 1) : line.line();
            lines.add(new QuoteLine(id, line.sku(), line.quantity(), line.price(), line.attributes(), null));
        }
        return lines;
    }

    /** The products that were asked for, taken out of what the host answers while its call is watched. */
    private Map<String, Product> asked(FactsRequest request, Instant deadline) {
        Map<String, Product> answered = catalog.products(request.skus(), request.origin(), request.to(), deadline);
        Map<String, Product> products = new HashMap<>();
        for (String sku : request.skus()) {
            Product product = answered.get(sku);
            if (product != null) {
                products.put(sku, product);
            } else if (answered.containsKey(sku)) {
                throw new NullPointerException("the catalog has nothing for a product that it names");
            }
        }
        return products;
    }

    @SuppressWarnings(
            "CatchThrowable") // host code may throw anything, and the command has to be answered whatever it is
    private <T> T fetch(String code, String service, Function<Instant, @Nullable T> ask) {
        if (calls.isHanging(service)) {
            throw unavailable(code, service, "calls to it hang", null);
        }
        Instant deadline = calls.deadline();
        HostCalls.Call around = calls.begin(service, deadline);
        T answer;
        try {
            answer = ask.apply(deadline);
        } catch (InvalidOfferException invalid) {
            calls.readThrew(service, invalid);
            throw new ServiceUnavailable(invalid.problem(), invalid);
        } catch (Throwable thrown) {
            LOG.warn("{} service threw {}", service, thrown.getClass().getName());
            calls.readThrew(service, thrown);
            throw unavailable(code, service, "it threw " + thrown.getClass().getName(), thrown);
        } finally {
            calls.end(around);
        }
        if (answer == null) {
            throw unavailable(code, service, "it answered nothing", null);
        }
        calls.readAnswered(service);
        if (calls.isPast(deadline)) {
            LOG.warn("{} service answered after its deadline", service);
            throw unavailable(code, service, "it answered after its deadline", null);
        }
        return answer;
    }

    private static ServiceUnavailable unavailable(String code, String service, String why, @Nullable Throwable cause) {
        return new ServiceUnavailable(
                new Problem(code, "the " + service + " service did not answer: " + why + "; try again"), cause);
    }

    private static final class ServiceUnavailable extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Problem problem;

        ServiceUnavailable(Problem problem, @Nullable Throwable cause) {
            super(problem.code(), cause, false, false);
            this.problem = problem;
        }
    }
}
