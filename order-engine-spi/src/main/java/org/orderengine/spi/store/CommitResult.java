package org.orderengine.spi.store;

/** What became of a commit. */
public enum CommitResult {
    /** It is written and will survive. */
    COMMITTED,
    /** Nothing was written: the order changed meanwhile, or the lease went to somebody else. */
    CONFLICT,
    /** Nothing was written: the order's history already has a row of that command id. */
    DUPLICATE
}
