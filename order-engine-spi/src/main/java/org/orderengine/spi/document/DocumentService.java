package org.orderengine.spi.document;

import org.jspecify.annotations.Nullable;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.IssueDocument;
import org.orderengine.effect.EffectResult;

/**
 * The host's numbers of invoices and credit notes, asked for by the effect {@code document.issue}.
 *
 * <p>What a document says is frozen with the order; its number is the host's, and so is that a series has no gap: {@link #issue} is idempotent by
 * the call's key, so that one document has one number. What it throws, and {@code unknown}, lead to another call with the same key, unless {@link
 * #query} knows what became of the first. Only a {@link org.orderengine.effect.NotDoneException} counts as {@code failed}.
 *
 * <p>Called by many threads at a time, never within a store's transaction.
 */
@FunctionalInterface
public interface DocumentService {

    /**
     * Gives the document its number, and issues it. The reference in the answer is the number. {@code declined} means that there will be no such
     * document: what it says is said by the next one.
     */
    EffectResult issue(IssueDocument request, CallContext call);

    /**
     * What became of the call with this key: done, declined, failed (it was never done), or still unknown. Null, unless it is overridden,
     * where the service cannot be asked: it is called again.
     *
     * @param request what was asked for
     */
    default @Nullable EffectResult query(IssueDocument request, CallContext call) {
        return null;
    }
}
