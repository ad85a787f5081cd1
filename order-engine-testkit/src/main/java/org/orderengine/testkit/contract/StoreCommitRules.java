package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.spi.store.CommitResult.COMMITTED;
import static org.orderengine.spi.store.CommitResult.CONFLICT;
import static org.orderengine.spi.store.CommitResult.DUPLICATE;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;

/** Loading, committing, command ids, history, instants and text: S1 to S4, S7 to S9. */
abstract class StoreCommitRules extends StoreRules {

    @Test
    void s1_1_load_gives_the_order_as_last_committed() {
        OrderStore store = store();
        Commit first = committed(store, revision(1, "o-1"));
        assertHolds(store, first);
        Commit second = committed(store, revision(2, "o-1"));
        assertHolds(store, second);
    }

    @Test
    void s1_1_documents_and_events_come_back_byte_for_byte() {
        OrderStore store = store();
        byte[] empty = new byte[0];
        byte[] large = new byte[1 << 20];
        for (int i = 0; i < large.length; i++) {
            large[i] = (byte) (i * 31 + (i >> 8));
        }
        byte[] given = Arrays.copyOf(large, large.length);
        Commit one = committed(store, revision(1, "o-1").document(() -> large).events(() -> empty));
        Commit two = committed(store, revision(1, "o-2").document(() -> empty).events(() -> large));
        assertHolds(store, one);
        assertHolds(store, two);
        assertThat(large).isEqualTo(given);
    }

    @Test
    void s1_2_an_order_that_was_never_committed_is_not_there() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").byCommand("c"));
        assertThat(store.load("o-2")).isEmpty();
        assertThat(store.history("o-2", 1, 10)).isEmpty();
        assertThat(store.findCommand("o-2", "c")).isEmpty();
    }

    @Test
    void s2_2_a_commit_that_conflicts_writes_nothing() {
        OrderStore store = store();
        Commit first = committed(store, revision(1, "o-1").state("created").buyer("ann"));
        CommitBuilder late = revision(1, "o-1")
                .byCommand("late")
                .state("late")
                .buyer("late")
                .parked()
                .due(NOON)
                .releasingLease();
        assertThat(store.commit(late.build())).isEqualTo(CONFLICT);
        assertOnlyHolds(store, first, "late");
    }

    @Test
    void s2_2_a_commit_that_is_a_duplicate_writes_nothing() {
        OrderStore store = store();
        Commit first = committed(
                store, revision(1, "o-1").byCommand("place").state("created").buyer("ann"));
        CommitBuilder again = revision(2, "o-1")
                .byCommand("place")
                .state("late")
                .buyer("late")
                .parked()
                .due(NOON)
                .releasingLease();
        assertThat(store.commit(again.build())).isEqualTo(DUPLICATE);
        assertOnlyHolds(store, first, "late");
    }

    private static void assertOnlyHolds(OrderStore store, Commit commit, String refused) {
        assertHolds(store, commit);
        assertThat(store.history(commit.orderId(), 1, 10)).hasSize((int) commit.revision());
        assertThat(store.findCommand(commit.orderId(), refused)).isEmpty();
        assertThat(byState(store, OrderCriteria.ALL))
                .containsOnlyKeys(commit.index().state());
        assertThat(store.find(OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, refused), null, 10)
                        .orders())
                .isEmpty();
        assertThat(store.find(OrderCriteria.ALL.where(OrderColumn.PARKED, Operator.IS, true), null, 10)
                        .orders())
                .isEmpty();
        assertThat(store.nextDue()).isEmpty();
    }

    @Test
    void s3_1_a_commit_on_another_revision_conflicts() {
        OrderStore store = store();
        committed(store, revision(1, "o-1"));
        Commit second = committed(store, revision(2, "o-1"));
        assertThat(store.commit(revision(1, "o-1").build())).isEqualTo(CONFLICT);
        assertThat(store.commit(revision(2, "o-1").build())).isEqualTo(CONFLICT);
        assertThat(store.commit(revision(4, "o-1").build())).isEqualTo(CONFLICT);
        assertHolds(store, second);
    }

    @Test
    void s3_1_a_commit_under_another_lease_epoch_conflicts() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        Claim claim = onlyClaim(store, NOON);
        assertThat(store.commit(
                        revision(2, "o-1").underEpoch(claim.leaseEpoch() - 1).build()))
                .isEqualTo(CONFLICT);
        assertThat(store.commit(
                        revision(2, "o-1").underEpoch(claim.leaseEpoch() + 1).build()))
                .isEqualTo(CONFLICT);
        assertThat(store.commit(
                        revision(2, "o-1").underEpoch(claim.leaseEpoch()).build()))
                .isEqualTo(COMMITTED);
    }

    @Test
    void s3_2_the_first_commit_has_revision_one_and_epoch_zero() {
        OrderStore store = store();
        assertThat(store.commit(revision(2, "o-1").build())).isEqualTo(CONFLICT);
        assertThat(store.commit(revision(1, "o-1").underEpoch(1).build())).isEqualTo(CONFLICT);
        assertThat(store.load("o-1")).isEmpty();
        assertThat(store.history("o-1", 1, 10)).isEmpty();
        assertThat(store.find(OrderCriteria.ALL, null, 10).orders()).isEmpty();
        committed(store, revision(1, "o-1"));
    }

    @Test
    void s3_4_a_command_that_conflicted_may_be_committed_afterwards() {
        OrderStore store = store();
        committed(store, revision(1, "o-1"));
        committed(store, revision(2, "o-1"));
        assertThat(store.commit(revision(2, "o-1").byCommand("pay").build())).isEqualTo(CONFLICT);
        committed(store, revision(3, "o-1").byCommand("pay"));
    }

    @Test
    void s4_1_the_same_command_again_is_a_duplicate_whatever_happened_since() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").byCommand("place").due(NOON));
        assertThat(store.commit(revision(1, "o-1").byCommand("place").build())).isEqualTo(DUPLICATE);
        committed(store, revision(2, "o-1").byCommand("pay").due(NOON));
        Claim claim = onlyClaim(store, NOON);
        Commit third =
                committed(store, revision(3, "o-1").byCommand("ship").due(NOON).underEpoch(claim.leaseEpoch()));
        for (String command : new String[] {"place", "pay", "ship"}) {
            for (long revision = 1; revision <= 6; revision++) {
                for (long epoch = 0; epoch <= 2; epoch++) {
                    Commit again = revision(revision, "o-1")
                            .byCommand(command)
                            .underEpoch(epoch)
                            .build();
                    assertThat(store.commit(again))
                            .as("command %s at revision %s under epoch %s", command, revision, epoch)
                            .isEqualTo(DUPLICATE);
                }
            }
        }
        assertHolds(store, third);
    }

    @Test
    void s4_2_the_row_of_a_command_is_found_by_its_id() {
        OrderStore store = store();
        Commit first = committed(store, revision(1, "o-1").byCommand("place"));
        committed(store, revision(2, "o-1"));
        Commit third = committed(store, revision(3, "o-1").byCommand("pay"));
        assertSame(store.findCommand("o-1", "place").orElse(null), first.row());
        assertSame(store.findCommand("o-1", "pay").orElse(null), third.row());
        assertThat(store.findCommand("o-1", "ship")).isEmpty();
        assertThat(store.findCommand("o-1", "")).isEmpty();
    }

    @Test
    void s4_3_command_ids_belong_to_their_order() {
        OrderStore store = store();
        Commit one = committed(store, revision(1, "o-1").byCommand("place"));
        Commit two = committed(store, revision(1, "o-2").byCommand("place"));
        assertSame(store.findCommand("o-1", "place").orElse(null), one.row());
        assertSame(store.findCommand("o-2", "place").orElse(null), two.row());
    }

    @Test
    void s4_3_commits_without_a_command_id_are_never_duplicates() {
        OrderStore store = store();
        for (long revision = 1; revision <= 4; revision++) {
            committed(store, revision(revision, "o-1"));
        }
        assertThat(store.commit(revision(4, "o-1").build())).isEqualTo(CONFLICT);
    }

    @Test
    void s7_1_the_history_is_read_in_order_from_a_revision_on() {
        OrderStore store = store();
        for (long revision = 1; revision <= 7; revision++) {
            committed(store, revision(revision, "o-2"));
            committed(store, revision(revision, "o-1").byCommand("c" + revision));
        }
        assertThat(store.history("o-1", 1, 100))
                .extracting(HistoryRow::commandId)
                .containsExactly("c1", "c2", "c3", "c4", "c5", "c6", "c7");
        assertThat(store.history("o-1", 1, 3)).extracting(HistoryRow::revision).containsExactly(1L, 2L, 3L);
        assertThat(store.history("o-1", 5, 2)).extracting(HistoryRow::revision).containsExactly(5L, 6L);
        assertThat(store.history("o-1", 7, 2)).extracting(HistoryRow::revision).containsExactly(7L);
        assertThat(store.history("o-1", 8, 2)).isEmpty();
        assertThat(store.history("o-1", 0, Integer.MAX_VALUE)).hasSize(7);
    }

    @Test
    void s8_1_instants_are_kept_to_the_microsecond() {
        OrderStore store = store();
        Instant fine = NOON.plusNanos(123_456_789);
        committed(store, revision(1, "o-1").at(fine).placedAt(fine));
        assertThat(store.history("o-1", 1, 1)).extracting(HistoryRow::at).containsExactly(NOON.plusNanos(123_456_000));
        assertThat(store.find(
                                OrderCriteria.ALL
                                        .where(OrderColumn.PLACED_AT, Operator.FROM, fine)
                                        .where(OrderColumn.PLACED_AT, Operator.BEFORE, fine.plusSeconds(1)),
                                null,
                                1)
                        .orders())
                .as("placed from a fraction of a microsecond after it")
                .isEmpty();
        assertThat(store.find(
                                OrderCriteria.ALL
                                        .where(OrderColumn.PLACED_AT, Operator.FROM, NOON.plusNanos(123_456_000))
                                        .where(OrderColumn.PLACED_AT, Operator.BEFORE, fine),
                                null,
                                1)
                        .orders())
                .as("placed before a fraction of a microsecond after it")
                .hasSize(1);
    }

    @Test
    void s8_1_work_is_never_due_early() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON.plusNanos(1)));
        assertThat(claimed(store, NOON, 10)).isEmpty();
        assertThat(claimed(store, NOON.plusNanos(999), 10)).isEmpty();
        Claim claim = onlyClaim(store, NOON.plusNanos(1_000));
        store.release(claim, NOON.plusSeconds(1).plusNanos(1));
        assertThat(claimed(store, NOON.plusSeconds(1), 10)).isEmpty();
        assertThat(claimed(store, NOON.plusSeconds(1).plusNanos(1_000), 10)).containsExactly("o-1");
    }

    @Test
    void s8_2_any_instant_is_accepted() {
        OrderStore store = store();
        Instant nineThousand = Instant.parse("9999-12-31T23:59:59.999999Z");
        committed(
                store,
                revision(1, "last").placedAt(nineThousand).at(nineThousand).due(nineThousand));
        committed(
                store,
                revision(1, "first").placedAt(Instant.EPOCH.minusNanos(1_000)).due(null));
        committed(store, revision(1, "never").due(Instant.MAX).placedAt(Instant.MIN));
        assertThat(store.nextDue()).contains(nineThousand);
        assertThat(claimed(store, nineThousand.minusNanos(1), 10)).isEmpty();
        assertThat(claimed(store, nineThousand, 10)).containsExactly("last");
        assertThat(store.find(OrderCriteria.ALL, null, 10).orders())
                .extracting(order -> order.orderId())
                .containsExactly("last", "first", "never");
    }

    @Test
    void s9_1_ids_are_compared_character_by_character() {
        OrderStore store = store();
        String[] ids = {"a", "A", "a ", " a", "á", "a\u0301", "'; --", "%", "_", "\uD83D\uDED2", "x".repeat(500), "a\n"
        };
        for (String id : ids) {
            committed(store, revision(1, id).byCommand("c").buyer(id).state(id));
        }
        for (String id : ids) {
            assertThat(store.load(id)).isPresent();
            assertThat(store.commit(revision(2, id).byCommand("c").build())).isEqualTo(DUPLICATE);
            assertThat(store.find(OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, id), null, 99)
                            .orders())
                    .extracting(order -> order.orderId())
                    .containsExactly(id);
            assertThat(byState(store, OrderCriteria.ALL)).containsEntry(id, 1L);
        }
        committed(store, revision(2, "a").byCommand("C"));
        assertThat(store.load("")).isEmpty();
        assertThat(store.load("%")).isPresent();
        assertThat(store.load("X".repeat(500))).isEmpty();
    }
}
