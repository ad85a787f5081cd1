package org.orderengine.jdbc;

import org.orderengine.spi.store.FeedStore;

/**
 * Gathers in one statement of PostgreSQL's. Callers are kept apart by the lock on the sequencer's row, and who does not get it goes away
 * without a change. There is no transaction that a node could hold while it is frozen.
 *
 * <p>The statement sees the outbox as it was when it began, and the sequencer's row as it is once locked. A commit that another caller
 * moved in between is gone, so deleting it gives nothing. Of an order's commits the later has the higher number and becomes visible later,
 * so that none passes another.
 */
final class AtOnceGathering implements Gathering {

    private final String statement;

    AtOnceGathering(Names names) {
        this.statement = names.in(
                """
                WITH turn AS (
                    SELECT position FROM order_engine_sequencer
                    WHERE id = 1 AND EXISTS (SELECT 1 FROM order_engine_outbox) FOR UPDATE SKIP LOCKED),
                taken AS (
                    DELETE FROM order_engine_outbox WHERE id IN (
                        SELECT waiting.id FROM order_engine_outbox AS waiting, turn ORDER BY waiting.id LIMIT %d)
                    RETURNING id, order_id, revision),
                moved AS (
                    UPDATE order_engine_sequencer SET position = position + (SELECT COUNT(*) FROM taken)
                    WHERE id = 1 AND EXISTS (SELECT 1 FROM taken))
                INSERT INTO order_engine_feed (position, order_id, revision)
                SELECT turn.position + ROW_NUMBER() OVER (ORDER BY taken.id), taken.order_id, taken.revision
                FROM turn, taken"""
                        .formatted(FeedStore.BATCH));
    }

    @Override
    public int gather(Database database) {
        return database.once("gathering the feed", null, session -> session.parameters(statement)
                .update());
    }
}
