package org.orderengine.effect;

import java.time.Instant;

/**
 * What every call to a host service carries.
 *
 * @param orderId the order
 * @param idempotencyKey names the intent: the same at every attempt of it and never used for another. A service that has
 *     already done what the key names answers done again and does nothing
 * @param deadline when the caller stops waiting; an answer after it may be asked for again
 * @param attempt the number of this call for the intent, from 1
 */
public record CallContext(String orderId, String idempotencyKey, Instant deadline, int attempt) {}
