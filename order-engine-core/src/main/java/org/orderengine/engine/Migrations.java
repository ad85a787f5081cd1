package org.orderengine.engine;

import java.time.InstantSource;
import org.orderengine.command.Migration;
import org.orderengine.dispatch.Dispatcher;
import org.orderengine.dispatch.MigrationPlans;
import org.orderengine.spi.store.OrderStore;

/**
 * Migrates the orders of a store. Safe for any number of threads.
 *
 * @param plans how migrations are carried out
 * @param dispatcher migrates each order by a command
 * @param store where the orders are found
 * @param time the clock of a dry run
 */
record Migrations(MigrationPlans plans, Dispatcher dispatcher, OrderStore store, InstantSource time) {

    /**
     * One pass over the orders that a migration is about.
     *
     * @throws IllegalArgumentException with every name in the migration that does not exist
     */
    MigrationReport run(Migration migration, MigrationOptions options) {
        return new MigrationRun(this, new MigrationCheck(plans).checked(migration), options).run();
    }
}
