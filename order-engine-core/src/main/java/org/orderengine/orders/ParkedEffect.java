package org.orderengine.orders;

import java.time.Instant;
import org.orderengine.model.OwedEffect;

/**
 * Work of an order that waits for a person.
 *
 * @param orderId the order
 * @param effect the effect, with what it moves and why it is parked
 * @param code why it is parked, for programs; {@code docs/errors.md} explains the engine's own
 * @param since when it was parked
 * @param attempts how often the service was called or asked for it before
 */
public record ParkedEffect(String orderId, OwedEffect effect, String code, Instant since, int attempts) {}
