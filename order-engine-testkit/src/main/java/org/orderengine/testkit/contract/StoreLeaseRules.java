package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.spi.store.CommitResult.COMMITTED;
import static org.orderengine.spi.store.CommitResult.CONFLICT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.StoredOrder;

/** Due work and leases: S5. */
abstract class StoreLeaseRules extends StoreCommitRules {

    @Test
    void s5_1_only_orders_that_are_due_are_claimed() {
        OrderStore store = store();
        committed(store, revision(1, "never"));
        committed(store, revision(1, "soon").due(NOON.plusSeconds(1)));
        committed(store, revision(1, "now").due(NOON));
        assertThat(claimed(store, NOON.minusNanos(1), 10)).isEmpty();
        assertThat(claimed(store, NOON, 10)).containsExactly("now");
        assertThat(claimed(store, NOON.plusSeconds(1), 10)).containsExactly("soon");
        assertThat(claimed(store, NOON.plusSeconds(2), 10)).isEmpty();
    }

    @Test
    void s5_1_the_due_instant_is_that_of_the_last_commit() {
        OrderStore store = store();
        committed(store, revision(1, "sooner").due(NOON.plusSeconds(9)));
        committed(store, revision(2, "sooner").due(NOON));
        committed(store, revision(1, "later").due(NOON));
        committed(store, revision(2, "later").due(NOON.plusSeconds(9)));
        committed(store, revision(1, "never").due(NOON));
        committed(store, revision(2, "never").due(null));
        assertThat(claimed(store, NOON, 10)).containsExactly("sooner");
        assertThat(claimed(store, NOON.plusSeconds(9), 10)).containsExactly("later");
    }

    @Test
    void s5_1_what_is_claimable_longest_is_claimed_first_and_no_more_than_asked_for() {
        OrderStore store = store();
        committed(store, revision(1, "c").due(NOON.minusSeconds(1)));
        committed(store, revision(1, "b").due(NOON.minusSeconds(3)));
        committed(store, revision(1, "e").due(NOON));
        committed(store, revision(1, "d").due(NOON));
        committed(store, revision(1, "a").due(NOON.minusSeconds(2)));
        assertThat(claimed(store, NOON, 2)).containsExactly("b", "a");
        assertThat(claimed(store, NOON, 2)).containsExactly("c", "d");
        assertThat(claimed(store, NOON, 2)).containsExactly("e");
        assertThat(claimed(store, NOON, 2)).isEmpty();
    }

    @Test
    void s5_1_an_order_whose_lease_ended_waits_behind_those_that_waited_longer() {
        OrderStore store = store();
        committed(store, revision(1, "poison").due(NOON.minusSeconds(60)));
        assertThat(claimed(store, NOON.minusSeconds(60), 1)).containsExactly("poison");
        Instant ended = NOON.minusSeconds(60).plus(LEASE);
        committed(store, revision(1, "other").due(ended.minusSeconds(1)));
        assertThat(claimed(store, ended, 1)).containsExactly("other");
        assertThat(claimed(store, ended, 1)).containsExactly("poison");
    }

    @Test
    void s5_2_a_claim_raises_the_lease_epoch_and_changes_nothing_else() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        Commit second =
                committed(store, revision(2, "o-1").due(NOON).state("created").buyer("ann"));
        assertThat(onlyClaim(store, NOON)).isEqualTo(new Claim("o-1", 2, 1));
        assertHolds(store, second, 1);
        assertThat(onlyClaim(store, NOON.plus(LEASE))).isEqualTo(new Claim("o-1", 2, 2));
        assertHolds(store, second, 2);
        assertThat(store.find(
                                OrderCriteria.ALL
                                        .where(OrderColumn.BUYER, Operator.IS, "ann")
                                        .where(OrderColumn.STATE, Operator.IS, "created"),
                                null,
                                10)
                        .orders())
                .hasSize(1);
    }

    @Test
    void s5_2_a_lease_lasts_until_its_end_and_not_longer() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        onlyClaim(store, NOON);
        assertThat(claimed(store, NOON, 10)).isEmpty();
        assertThat(claimed(store, NOON.plus(LEASE).minusNanos(1_000), 10)).isEmpty();
        assertThat(claimed(store, NOON.plus(LEASE), 10)).containsExactly("o-1");
        assertThat(claimed(store, NOON.plus(LEASE), 10)).isEmpty();
        assertThat(claimed(store, NOON.plus(LEASE).plus(LEASE), 10)).containsExactly("o-1");
    }

    @Test
    void s5_4_a_commit_of_an_earlier_holder_conflicts() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        Claim stalled = onlyClaim(store, NOON);
        Claim current = onlyClaim(store, NOON.plus(LEASE));
        assertThat(store.commit(
                        revision(2, "o-1").underEpoch(stalled.leaseEpoch()).build()))
                .isEqualTo(CONFLICT);
        assertThat(store.commit(revision(2, "o-1").underEpoch(0).build()))
                .as("decided on the order as it was before any claim")
                .isEqualTo(CONFLICT);
        committed(store, revision(2, "o-1").underEpoch(current.leaseEpoch()));
    }

    @Test
    void s5_5_a_commit_keeps_the_lease() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        Claim claim = onlyClaim(store, NOON);
        Commit second = committed(
                store, revision(2, "o-1").underEpoch(claim.leaseEpoch()).due(NOON.minusSeconds(1)));
        assertHolds(store, second, claim.leaseEpoch());
        assertThat(claimed(store, NOON.plus(LEASE).minusNanos(1_000), 10)).isEmpty();
        Commit third = committed(
                store,
                revision(3, "o-1")
                        .underEpoch(claim.leaseEpoch())
                        .due(NOON.plus(LEASE).plusSeconds(1)));
        assertHolds(store, third, claim.leaseEpoch());
        assertThat(claimed(store, NOON.plus(LEASE), 10))
                .as("its lease is over, but it is due later")
                .isEmpty();
        assertThat(claimed(store, NOON.plus(LEASE).plusSeconds(1), 10)).containsExactly("o-1");
    }

    @Test
    void s5_5_a_commit_that_releases_the_lease_makes_the_order_claimable_when_due() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        Claim claim = onlyClaim(store, NOON);
        Instant next = NOON.plusSeconds(1);
        Commit second = committed(
                store,
                revision(2, "o-1").underEpoch(claim.leaseEpoch()).due(next).releasingLease());
        assertHolds(store, second, claim.leaseEpoch());
        assertThat(claimed(store, NOON, 10)).isEmpty();
        assertThat(onlyClaim(store, next)).isEqualTo(new Claim("o-1", 2, claim.leaseEpoch() + 1));
    }

    @Test
    void s5_5_a_commit_may_leave_a_leased_order_without_anything_due() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        Claim claim = onlyClaim(store, NOON);
        committed(store, revision(2, "o-1").underEpoch(claim.leaseEpoch()).due(null));
        assertThat(claimed(store, NOON.plus(LEASE), 10)).isEmpty();
        assertThat(store.nextDue()).isEmpty();
        committed(store, revision(3, "o-1").underEpoch(claim.leaseEpoch()).due(NOON));
        assertThat(store.nextDue()).as("the lease is still there").contains(NOON.plus(LEASE));
    }

    @Test
    void s5_6_release_ends_the_lease_and_puts_the_work_off() {
        OrderStore store = store();
        Commit first = committed(store, revision(1, "o-1").due(NOON));
        Claim claim = onlyClaim(store, NOON);
        store.release(claim, NOON.plusSeconds(1));
        assertHolds(store, first, claim.leaseEpoch());
        assertThat(claimed(store, NOON, 10)).isEmpty();
        Claim again = onlyClaim(store, NOON.plusSeconds(1));
        assertThat(again).isEqualTo(new Claim("o-1", 1, 2));
        store.release(again, null);
        assertThat(claimed(store, NOON.plus(LEASE).plus(LEASE), 10)).isEmpty();
        assertThat(store.nextDue()).isEmpty();
        assertThat(store.commit(revision(2, "o-1").underEpoch(2).due(NOON).build()))
                .as("a commit under the epoch of a lease that was given back")
                .isEqualTo(COMMITTED);
        assertThat(claimed(store, NOON, 10)).containsExactly("o-1");
    }

    @Test
    void s5_6_release_after_a_commit_leaves_the_due_instant_of_the_commit() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        Claim claim = onlyClaim(store, NOON);
        committed(store, revision(2, "o-1").underEpoch(claim.leaseEpoch()).due(NOON.plusSeconds(2)));
        store.release(claim, null);
        assertThat(store.nextDue()).contains(NOON.plusSeconds(2));
        assertThat(onlyClaim(store, NOON.plusSeconds(2))).isEqualTo(new Claim("o-1", 2, 2));
    }

    @Test
    void s5_7_release_by_an_earlier_holder_does_nothing() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        Claim stalled = onlyClaim(store, NOON);
        Claim current = onlyClaim(store, NOON.plus(LEASE));
        store.release(stalled, NOON);
        store.release(new Claim("o-1", 1, 0), NOON);
        store.release(new Claim("o-1", 1, 99), NOON);
        store.release(new Claim("unknown", 1, 1), NOON);
        assertThat(claimed(store, NOON.plus(LEASE), 10)).isEmpty();
        assertThat(store.nextDue()).contains(NOON.plus(LEASE).plus(LEASE));
        committed(store, revision(2, "o-1").underEpoch(current.leaseEpoch()));
        assertThat(store.load("unknown")).isEmpty();
    }

    @Test
    void s5_8_next_due_is_when_the_next_order_becomes_claimable() {
        OrderStore store = store();
        assertThat(store.nextDue()).isEmpty();
        committed(store, revision(1, "never"));
        assertThat(store.nextDue()).isEmpty();
        committed(store, revision(1, "last").due(NOON.plus(LEASE).plusSeconds(1)));
        committed(store, revision(1, "first").due(NOON));
        assertThat(store.nextDue()).contains(NOON);
        onlyClaim(store, NOON);
        assertThat(store.nextDue()).as("the end of the lease").contains(NOON.plus(LEASE));
        committed(store, revision(2, "first").underEpoch(1).due(null).releasingLease());
        assertThat(store.nextDue()).contains(NOON.plus(LEASE).plusSeconds(1));
    }

    @Test
    void s10_4_a_claim_without_time_or_of_nothing_is_refused() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").due(NOON));
        for (Duration none : List.of(Duration.ZERO, Duration.ofSeconds(-1))) {
            assertThatThrownBy(() -> store.claimDue(NOON, none, "node", 1))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        for (int limit : new int[] {0, -1}) {
            assertThatThrownBy(() -> store.claimDue(NOON, LEASE, "node", limit))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.history("o-1", 1, limit)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store.find(OrderCriteria.ALL, null, limit))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(onlyClaim(store, NOON)).isEqualTo(new Claim("o-1", 1, 1));
    }

    @Test
    void s5_9_an_order_that_is_set_aside_waits_for_a_person_until_its_next_commit() {
        OrderStore store = store();
        OrderCriteria parked = OrderCriteria.ALL.where(OrderColumn.PARKED, Operator.IS, true);
        committed(store, revision(1, "o-1").due(NOON));
        committed(store, revision(1, "o-2").due(NOON));
        Claim claim = store.claimDue(NOON, LEASE, "node", 1).get(0);
        store.setAside(claim, NOON.plusSeconds(1));
        assertThat(store.find(parked, null, 10).orders())
                .extracting(StoredOrder::orderId)
                .containsExactly("o-1");
        assertThat(claimed(store, NOON.plusSeconds(1), 10)).containsExactlyInAnyOrder("o-1", "o-2");
        store.setAside(claim, NOON);
        assertThat(claimed(store, NOON.plusSeconds(2), 10))
                .as("by an earlier holder")
                .doesNotContain("o-1");
        committed(store, revision(2, "o-1").underEpoch(2));
        assertThat(store.find(parked, null, 10).orders()).isEmpty();
    }
}
