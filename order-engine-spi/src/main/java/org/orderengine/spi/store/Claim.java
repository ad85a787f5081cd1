package org.orderengine.spi.store;

/**
 * A lease on an order that was due, taken by {@link OrderStore#claimDue}.
 *
 * <p>The life of a claim:
 *
 * <ol>
 *   <li>{@code claimDue} takes the lease and raises the order's lease epoch by one.
 *   <li>The holder commits under that epoch. A holder that outstays its lease conflicts once another has claimed the order.
 *   <li>The last commit, or {@link OrderStore#release}, gives the lease back.
 * </ol>
 *
 * @param orderId the order
 * @param revision the revision of the order when it was claimed
 * @param leaseEpoch the epoch of the lease, which the holder's commits carry; it is the fencing token
 */
public record Claim(String orderId, long revision, long leaseEpoch) {}
