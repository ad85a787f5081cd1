package org.orderengine.engine;

/**
 * How far a migration is. Every order that was seen is counted under one of the others.
 *
 * @param total orders of the process, of any version, when the migration began
 * @param seen orders that were looked at
 * @param migrated orders that were migrated; in a dry run, that would be
 * @param already orders that followed the new definition
 * @param ended orders that had come to their end, and were not to be migrated
 * @param elsewhere orders that follow other versions
 * @param left orders that were to be migrated and could not
 */
public record MigrationCounts(
        long total, long seen, long migrated, long already, long ended, long elsewhere, long left) {}
