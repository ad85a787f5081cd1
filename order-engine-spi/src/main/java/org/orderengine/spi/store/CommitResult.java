package org.orderengine.spi.store;

/** The result of a commit. */
public enum CommitResult {
    /** The commit is written and durable. */
    COMMITTED,
    /** Nothing was written: the order changed meanwhile, or another caller has claimed it. */
    CONFLICT,
    /** Nothing was written: the order's history already has a row of that command id. */
    DUPLICATE
}
