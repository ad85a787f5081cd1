package org.orderengine.engine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one batch of work on stored orders came to: one page of them was looked at, and the next one begins where it ended.
 *
 * <pre>{@code
 * String next = null;
 * do {
 *     UpkeepBatch batch = engine.reindex(next);
 *     next = batch.next();
 *     remember(next);                                  // to go on from there, should the program end
 * } while (next != null);
 * }</pre>
 *
 * @param seen how many orders were looked at
 * @param done of how many what was wanted is the case now
 * @param left those that were left as they are
 * @param next where to go on; null where this was the last batch
 */
public record UpkeepBatch(int seen, int done, List<Left> left, @Nullable String next) {

    /**
     * An order that was left as it is.
     *
     * @param orderId the order
     * @param code why, as {@code docs/errors.md} explains it
     * @param message why, for people
     */
    public record Left(String orderId, String code, String message) {}

    public UpkeepBatch {
        left = List.copyOf(left);
    }
}
