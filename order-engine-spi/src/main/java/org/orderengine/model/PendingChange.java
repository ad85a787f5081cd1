package org.orderengine.model;

/**
 * A change that waits for stock or a coupon, and what the order goes back to if it is declined.
 *
 * <p>It ends when the effect is answered, or when something else has changed the lines.
 *
 * @param effect the effect that asks for it; where both are asked for, the one that asks the inventory
 * @param prices what the order stood for, as it was priced
 */
public record PendingChange(EffectId effect, Prices prices) {

    /** Whether an effect is owed by the commit that made the change. */
    public boolean isOwedWith(OwedEffect owed) {
        return owed.id().revision() == effect.revision();
    }
}
