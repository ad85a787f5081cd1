package org.orderengine.spi.pricing;

import java.time.Instant;
import java.util.Collection;
import org.orderengine.model.Destination;
import org.orderengine.model.Origin;

/**
 * The host's tax rates.
 *
 * <pre>{@code
 * TaxService taxes = (categories, origin) -> TaxRates.of(Map.of("standard", new BigDecimal("0.20")));
 * }</pre>
 *
 * <p>Asked once per command for all tax categories together. An exception refuses the command with the code {@code
 * tax-unavailable}: nothing happened, and the host may try again.
 *
 * <p>Called by many threads at a time.
 */
@FunctionalInterface
public interface TaxService {

    /** No product is taxed. */
    TaxService NONE = (categories, origin) -> TaxRates.NONE;

    /**
     * The rates of these tax categories for this buyer and place; for an exempt buyer, {@link TaxRates#exempt}. A category that is
     * missing from the answer is untaxed.
     */
    TaxRates rates(Collection<String> categories, Origin origin);

    /**
     * The rates for where the order goes: the place of delivery, and the buyer's tax number. A service that does not ask is answered
     * for every place alike.
     *
     * @param to where the order goes
     * @param deadline when the engine stops waiting
     */
    default TaxRates rates(Collection<String> categories, Origin origin, Destination to, Instant deadline) {
        return rates(categories, origin, deadline);
    }

    /**
     * The rates, until a deadline: what comes back later is refused as unavailable.
     *
     * @param deadline when the engine stops waiting
     */
    default TaxRates rates(Collection<String> categories, Origin origin, Instant deadline) {
        return rates(categories, origin);
    }
}
