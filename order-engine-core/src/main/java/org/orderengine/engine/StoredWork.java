package org.orderengine.engine;

import org.orderengine.dispatch.Upkeep;

/**
 * What works on all orders that a store holds.
 *
 * @param migrations migrates orders from one process to another
 * @param upkeep indexes, archives and erases orders
 */
record StoredWork(Migrations migrations, Upkeep upkeep) {}
