package org.orderengine.pricing;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Books;
import org.orderengine.model.Problem;

/** What came of a request for a price. */
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

    /** The request has no price, for this reason. */
    record Refused(Problem problem) implements QuoteResult {}
}
