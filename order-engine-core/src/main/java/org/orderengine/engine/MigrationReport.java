package org.orderengine.engine;

import java.util.List;
import org.orderengine.decision.Stranded;

/**
 * The result of a migration.
 *
 * @param dryRun whether nothing was done
 * @param counts how many orders were migrated and were not
 * @param left the orders that were to be migrated and could not, as many as were to be listed
 */
public record MigrationReport(boolean dryRun, MigrationCounts counts, List<Left> left) {

    /**
     * An order that was not migrated.
     *
     * @param orderId the order
     * @param code why, for programs: {@code no-landing-place}, or another one of {@code docs/errors.md}
     * @param stranded everything of it that has no landing place, or the one thing that kept it
     */
    public record Left(String orderId, String code, List<Stranded> stranded) {
        public Left {
            stranded = List.copyOf(stranded);
        }
    }

    public MigrationReport {
        left = List.copyOf(left);
    }

    /** Whether every order that was to be migrated was; in a dry run, would be. */
    public boolean isComplete() {
        return counts.left() == 0;
    }
}
