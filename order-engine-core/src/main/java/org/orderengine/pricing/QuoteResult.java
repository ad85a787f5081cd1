package org.orderengine.pricing;

import org.orderengine.model.Books;
import org.orderengine.model.Problem;

/** What came of a request for a price. */
public sealed interface QuoteResult {

    /**
     * The request has a price.
     *
     * @param books the books that the order would open with: every unit open, nothing paid, nothing redeemed; the points to
     *     spend stand in the lines' bases
     * @param explanation what made the price
     */
    record Quoted(Books books, Explanation explanation) implements QuoteResult {}

    /** The request has no price, for this reason. */
    record Refused(Problem problem) implements QuoteResult {}
}
