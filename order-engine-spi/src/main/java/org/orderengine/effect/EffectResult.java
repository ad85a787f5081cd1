package org.orderengine.effect;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.policy.ReservePolicy;

/**
 * The answer of a service to a call for an effect.
 *
 * <p>A service returns one of these:
 *
 * <ul>
 *   <li>{@link Done}: the work is done, by this call or by an earlier one with the same key;
 *   <li>{@link Declined}: the service says no for good, and nothing was done;
 *   <li>{@link Failed}: the work was certainly not done, and the call may be made again;
 *   <li>{@link Unknown}: the answer was lost, and the work may have been done;
 *   <li>{@link Pending}: the buyer has to complete the payment.
 * </ul>
 *
 * <pre>{@code
 * try {
 *     return EffectResult.done(client.capture(request));
 * } catch (CardDeclined no) {
 *     return EffectResult.declined("card-declined", no.getMessage());
 * } catch (ConnectException refused) {
 *     return EffectResult.failed("the provider was not reached");
 * }
 * }</pre>
 *
 * <p>An exception counts as {@link Unknown}, unless it is a {@link NotDoneException}: only that says that nothing was done. A timeout is
 * unknown, never {@link Failed}.
 *
 * <p>Immutable, so safe for any number of threads.
 */
public sealed interface EffectResult {

    /**
     * The work is done, by this call or by an earlier one with the same idempotency key.
     *
     * @param reference the service's own name of what it did
     * @param backordered for a reservation: units that were promised without being in stock
     * @param missing for a reservation under {@link ReservePolicy#PARTIAL}: units that are neither held nor promised
     * @param amount for money: how much was promised or moved; null for all that was asked. Less than was asked may be promised, and captured
     *     of a payment: the rest stays outstanding. Any other amount is left to a person ({@code answer-unbookable})
     */
    record Done(
            @Nullable String reference,
            List<LineQuantity> backordered,
            List<LineQuantity> missing,
            @Nullable Money amount)
            implements EffectResult {
        /** Done, without a reference. */
        public static final Done DONE = new Done(null, List.of());

        public Done {
            backordered = List.copyOf(backordered);
            missing = List.copyOf(missing);
        }

        /** Done, with all the money that was asked. */
        public Done(@Nullable String reference, List<LineQuantity> backordered, List<LineQuantity> missing) {
            this(reference, backordered, missing, null);
        }

        /** Done, with nothing missing. */
        public Done(@Nullable String reference, List<LineQuantity> backordered) {
            this(reference, backordered, List.of());
        }
    }

    /**
     * The locations of a reservation are chosen, and nothing is held yet. No service returns this: the engine does, after it asked the
     * inventory what is in stock and the allocator what to take.
     *
     * @param parts the units to reserve at each location
     * @param rest the units that no location has in stock, and the location that is asked for them; null if there are none
     */
    record Allocated(List<AllocatedPart> parts, @Nullable AllocatedPart rest) implements EffectResult {
        public Allocated {
            parts = List.copyOf(parts);
        }
    }

    /**
     * The service says no. Nothing was done, and another call will not help.
     *
     * @param code why, in kebab-case, for programs: {@code out-of-stock}, {@code card-declined}
     * @param message why, for people
     */
    record Declined(String code, String message) implements EffectResult {}

    /**
     * The answer was lost: the work may be done or not. What moves money is asked for by {@code query} until it is known, and not called
     * meanwhile (P4). Everything else is called again with the same key.
     *
     * @param message what happened, for people
     */
    record Unknown(String message) implements EffectResult {}

    /**
     * The buyer has to complete a payment at the provider, by a redirect or a 3-D Secure challenge. The engine waits without asking, for {@code
     * payment-received} or {@code payment-declined}. At {@code until} it asks once; where the payment is pending still, it is voided and declined
     * with {@code buyer-left}. Only authorizations and captures may be pending.
     *
     * @param until how long the buyer has; at most an hour
     * @param data what the host needs to lead the buyer there, such as {@code redirect}. It stands in the order while the payment is pending, and
     *     in no history or log
     */
    record Pending(Instant until, Map<String, String> data) implements EffectResult {
        public Pending {
            data = Map.copyOf(data);
        }

        /** Without what the buyer is given. */
        @Override
        public String toString() {
            return "Pending[until=" + until + "]";
        }
    }

    /**
     * The work was certainly not done.
     *
     * @param message what went wrong, for people
     * @param retryable whether the same call may succeed later
     */
    record Failed(String message, boolean retryable) implements EffectResult {}

    /** The work is done. */
    static Done done() {
        return Done.DONE;
    }

    /** The work is done, under the service's own {@code reference}. */
    static Done done(String reference) {
        return new Done(reference, List.of());
    }

    /** So much money was promised or moved, under the provider's own {@code reference}. */
    static Done done(String reference, Money amount) {
        return new Done(reference, List.of(), List.of(), amount);
    }

    /** The service says no for good. */
    static Declined declined(String code, String message) {
        return new Declined(code, message);
    }

    /** The buyer has to complete the payment. */
    static Pending pending(Instant until, Map<String, String> data) {
        return new Pending(until, data);
    }

    /** The answer was lost. */
    static Unknown unknown(String message) {
        return new Unknown(message);
    }

    /** The work was certainly not done, and may succeed later. */
    static Failed failed(String message) {
        return new Failed(message, true);
    }
}
