package org.orderengine.pricing;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Books;
import org.orderengine.model.Problem;

/**
 * The answer to a request for a price: the books that an order would open with, or why there is no price.
 *
 * <pre>{@code
 * QuoteResult result = engine.quote(PlaceOrder.of("o-1").line("LAMP", 2).build());
 * if (result instanceof QuoteResult.Quoted quoted) {
 *     Money total = quoted.books().totals().total();
 * }
 * }</pre>
 *
 * <p>Nothing is stored, redeemed or reserved by it. Immutable, and safe for any number of threads.
 */
public sealed interface QuoteResult {

    /**
     * The request has a price.
     *
     * @param books the books that the order would open with: every unit open, nothing paid, nothing redeemed; the points to
     *     spend stand in the lines' bases
     * @param memberTier the tier that it was priced for, if the buyer has one
     * @param explanation what made the price
     */
    record Quoted(Books books, @Nullable String memberTier, Explanation explanation) implements QuoteResult {}

    /**
     * The request has no price.
     *
     * @param problem why; {@code docs/errors.md} explains every code
     */
    record Refused(Problem problem) implements QuoteResult {}
}
