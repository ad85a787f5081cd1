package org.orderengine.engine;

import java.util.function.Consumer;

/**
 * How a migration is carried out.
 *
 * @param dryRun whether it only says what it would do
 * @param batchSize how many orders are read at a time, from 1
 * @param listed how many orders that were left the report lists, from 0; the others are counted
 * @param progress is told how far the migration is after each batch, on the thread that migrates
 */
public record MigrationOptions(boolean dryRun, int batchSize, int listed, Consumer<MigrationCounts> progress) {

    /** Migrates 200 orders at a time, lists up to 10000, and reports no progress. */
    public static final MigrationOptions DEFAULT = new MigrationOptions(false, 200, 10_000, counts -> {});

    /** Migrates nothing, and says what it would do. */
    public static final MigrationOptions DRY_RUN = new MigrationOptions(true, 200, 10_000, counts -> {});

    public MigrationOptions {
        if (batchSize < 1 || listed < 0) {
            throw new IllegalArgumentException(
                    "a migration of " + batchSize + " orders at a time that lists " + listed + "; at least 1 and 0");
        }
    }

    /** These options, with so many orders at a time. */
    public MigrationOptions batchSize(int orders) {
        return new MigrationOptions(dryRun, orders, listed, progress);
    }

    /** These options, with so many orders listed that could not be migrated. */
    public MigrationOptions listed(int orders) {
        return new MigrationOptions(dryRun, batchSize, orders, progress);
    }

    /** These options, with a listener that is told how far the migration is. */
    public MigrationOptions onProgress(Consumer<MigrationCounts> listener) {
        return new MigrationOptions(dryRun, batchSize, listed, listener);
    }
}
