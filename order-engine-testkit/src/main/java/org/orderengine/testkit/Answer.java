package org.orderengine.testkit;

/**
 * What a fake service is told to answer, once.
 *
 * <p>A call answers so: the work is done and said so, or not done and said so, or the answer is lost. A {@code query} is told
 * so what becomes of a call whose answer was lost; what is already decided stays decided, and such an answer other than
 * {@link #APPROVED} then only means that asking did not help this time.
 */
public enum Answer {
    /** The work is done as far as the service's own books allow, and the caller is told. */
    APPROVED,
    /** The service says no; nothing is done. */
    DECLINED,
    /** The answer is lost and nothing is done. */
    UNKNOWN,
    /** Nothing is done and the caller is told; the same call may succeed later. */
    FAILED,
    /** The work is done although the answer is lost. */
    UNKNOWN_DONE,
    /** The buyer has to complete the payment, for an hour; nothing is done. A query says so again. */
    PENDING
}
