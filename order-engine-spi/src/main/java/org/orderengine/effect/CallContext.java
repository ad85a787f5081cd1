package org.orderengine.effect;

import java.time.Instant;

/**
 * The context of a call to a host service: order, idempotency key, deadline and attempt.
 *
 * <p>The key names the intent, not the call. Every attempt of one intent has the same key, and no other intent ever has it. A
 * service that has done what the key names answers done again, and does nothing.
 *
 * <pre>{@code
 * public EffectResult capture(CapturePayment request, CallContext call) {
 *     return client.capture(request.reference(), request.amount(), call.idempotencyKey());
 * }
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param orderId the order
 * @param idempotencyKey the key of the intent
 * @param deadline when the caller stops waiting; an answer that comes later may be queried
 * @param attempt the number of this call for the intent, from 1: calls and queries count alike, whatever came of them. It begins anew
 *     where a person has parked work tried again
 */
public record CallContext(String orderId, String idempotencyKey, Instant deadline, int attempt) {}
