package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.CommitResult;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderIndex;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderPlace;
import org.orderengine.spi.store.OrderSort;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderSum;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.spi.store.TermValue;

/** The contract of stores finds each of these faults: a store with one of them fails the rule that forbids it. */
class ContractSharpnessTest {

    /** The contract, tried on stores from a supplier. */
    private static final class Tried extends OrderStoreContract {
        private final Supplier<OrderStore> stores;

        Tried(Supplier<OrderStore> stores) {
            this.stores = stores;
        }

        @Override
        protected OrderStore open() {
            return stores.get();
        }

        @Override
        protected OrderStore reopen(OrderStore store) {
            store.close();
            return store;
        }
    }

    /** The names of the contract's tests that fail on the stores, of those whose names begin with a rule. */
    private static List<String> failures(String rule, Supplier<OrderStore> stores) {
        List<String> failed = new ArrayList<>();
        for (Class<?> type = OrderStoreContract.class; type != Object.class; type = type.getSuperclass()) {
            for (Method method : type.getDeclaredMethods()) {
                if (!method.isAnnotationPresent(Test.class) || !method.getName().startsWith(rule)) {
                    continue;
                }
                Tried tried = new Tried(stores);
                try {
                    method.setAccessible(true);
                    method.invoke(tried);
                } catch (InvocationTargetException failure) {
                    failed.add(method.getName());
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                } finally {
                    tried.discardStores();
                }
            }
        }
        return failed;
    }

    @Test
    void a_sound_store_fails_nothing() {
        assertThat(failures("", FaultyStore::new)).isEmpty();
    }

    @TestFactory
    List<DynamicTest> each_fault_fails_the_rule_that_forbids_it() {
        return List.of(
                fault("s1_1", StaleDocument::new),
                fault("s3_1", IgnoresEpoch::new),
                fault("s3_3", LastWriteWins::new),
                fault("s4_1", ConflictWinsOverDuplicate::new),
                fault("s4_3", CommandsOfAllOrders::new),
                fault("s5_1", ClaimsLeasedOrders::new),
                fault("s5_3", ClaimsInTwoSteps::new),
                fault("s5_5", CommitsReleaseLeases::new),
                fault("s5_6", ReleaseOverwritesDue::new),
                fault("s5_7", AnyoneReleases::new),
                fault("s5_8", NextDueIgnoresNothing::new),
                fault("s6_1", OldestFirst::new),
                fault("s6_2", CursorAtTheEnd::new),
                fault("s6_3", RangeIncludesItsEnd::new),
                fault("s6_4", CountsAll::new),
                fault("s6_1", SortsByAge::new),
                fault("s6_5", KeepsTerms::new),
                fault("s6_6", () -> new Overlooks(OrderColumn.STATE)),
                fault("s6_7", TakesAnyCursor::new),
                fault("s6_9", SumsAll::new),
                fault("s7_1", WholeHistory::new),
                fault("s8_1", DueEarly::new),
                fault("s9_1", IgnoresCase::new));
    }

    @TestFactory
    Stream<DynamicTest> a_store_that_overlooks_one_column_fails_the_rule_of_finding() {
        return OrderColumn.ALL.stream()
                .map(column -> DynamicTest.dynamicTest(
                        column.name(), () -> assertThat(failures("s6_1_", () -> new Overlooks(column)))
                                .isNotEmpty()));
    }

    private static DynamicTest fault(String rule, Supplier<OrderStore> stores) {
        OrderStore example = stores.get();
        return DynamicTest.dynamicTest(
                example.getClass().getSimpleName() + " fails " + rule,
                () -> assertThat(failures(rule + "_", stores)).isNotEmpty());
    }

    private static final class StaleDocument extends FaultyStore {
        @Override
        public Optional<StoredOrder> load(String orderId) {
            return super.load(orderId)
                    .map(order -> new StoredOrder(
                            orderId, order.revision(), order.leaseEpoch(), CommitBuilder.text(orderId + " at 1")));
        }
    }

    private static final class IgnoresEpoch extends FaultyStore {
        @Override
        public CommitResult commit(Commit commit) {
            long epoch = load(commit.orderId()).map(StoredOrder::leaseEpoch).orElse(0L);
            return super.commit(
                    altered(commit, commit.revision(), epoch, commit.index().due(), commit.releasesLease()));
        }
    }

    private static final class LastWriteWins extends FaultyStore {
        @Override
        public CommitResult commit(Commit commit) {
            CommitResult result = super.commit(commit);
            long next = load(commit.orderId()).map(StoredOrder::revision).orElse(0L) + 1;
            return result == CommitResult.CONFLICT
                    ? super.commit(altered(
                            commit, next, commit.leaseEpoch(), commit.index().due(), commit.releasesLease()))
                    : result;
        }
    }

    private static final class ConflictWinsOverDuplicate extends FaultyStore {
        @Override
        public CommitResult commit(Commit commit) {
            long revision = load(commit.orderId()).map(StoredOrder::revision).orElse(0L);
            return revision == commit.revision() - 1 ? super.commit(commit) : CommitResult.CONFLICT;
        }
    }

    private static final class CommandsOfAllOrders extends FaultyStore {
        private @Nullable String taken;

        @Override
        public CommitResult commit(Commit commit) {
            String command = commit.row().commandId();
            if (command != null && command.equals(taken)) {
                return CommitResult.DUPLICATE;
            }
            taken = command == null ? taken : command;
            return super.commit(commit);
        }
    }

    private static final class ClaimsLeasedOrders extends FaultyStore {
        @Override
        public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
            List<Claim> claims = super.claimDue(now, leaseFor, owner, limit);
            claims.forEach(claim -> super.release(claim, now));
            return claims;
        }
    }

    private static final class ClaimsInTwoSteps extends FaultyStore {
        @Override
        public List<Claim> claimDue(Instant now, Duration leaseFor, String owner, int limit) {
            OrderPage orders = super.find(OrderCriteria.ALL, null, limit);
            super.claimDue(now, leaseFor, owner, limit);
            return orders.orders().stream()
                    .map(order -> new Claim(order.orderId(), order.revision(), order.leaseEpoch() + 1))
                    .toList();
        }
    }

    private static final class CommitsReleaseLeases extends FaultyStore {
        @Override
        public CommitResult commit(Commit commit) {
            return super.commit(altered(
                    commit,
                    commit.revision(),
                    commit.leaseEpoch(),
                    commit.index().due(),
                    true));
        }
    }

    private static final class ReleaseOverwritesDue extends FaultyStore {
        @Override
        public void release(Claim claim, @Nullable Instant due) {
            long revision = load(claim.orderId()).map(StoredOrder::revision).orElse(0L);
            super.release(new Claim(claim.orderId(), revision, claim.leaseEpoch()), due);
        }
    }

    private static final class AnyoneReleases extends FaultyStore {
        @Override
        public void release(Claim claim, @Nullable Instant due) {
            long epoch = load(claim.orderId()).map(StoredOrder::leaseEpoch).orElse(0L);
            super.release(new Claim(claim.orderId(), claim.revision(), epoch), due);
        }
    }

    private static final class NextDueIgnoresNothing extends FaultyStore {
        private @Nullable Instant earliest;

        @Override
        public CommitResult commit(Commit commit) {
            Instant due = commit.index().due();
            if (due != null && (earliest == null || due.isBefore(earliest))) {
                earliest = due;
            }
            return super.commit(commit);
        }

        @Override
        public Optional<Instant> nextDue() {
            return Optional.ofNullable(earliest);
        }
    }

    private static final class OldestFirst extends FaultyStore {
        @Override
        public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
            OrderPage page = super.find(criteria, after, limit);
            List<StoredOrder> reversed = new ArrayList<>(page.orders());
            reversed.sort(Comparator.comparing(StoredOrder::orderId));
            return new OrderPage(reversed, page.next());
        }
    }

    private static final class CursorAtTheEnd extends FaultyStore {
        @Override
        public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
            OrderPage page = super.find(criteria, after, limit);
            return page.next() != null || page.orders().isEmpty()
                    ? page
                    : new OrderPage(page.orders(), new OrderPlace(0, "end").cursor(criteria));
        }
    }

    private static final class Overlooks extends FaultyStore {
        private final OrderColumn<?> column;

        Overlooks(OrderColumn<?> column) {
            this.column = column;
        }

        @Override
        public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
            return super.find(
                    new OrderCriteria(
                            criteria.conditions().stream()
                                    .filter(condition -> condition.field() != column)
                                    .toList(),
                            criteria.sort(),
                            criteria.isWalk()),
                    after,
                    limit);
        }
    }

    private static final class RangeIncludesItsEnd extends FaultyStore {
        @Override
        public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
            Instant before = criteria.value(OrderColumn.PLACED_AT, Operator.BEFORE);
            return super.find(
                    before == null
                            ? criteria
                            : criteria.where(OrderColumn.PLACED_AT, Operator.BEFORE, before.plusNanos(1_000)),
                    after,
                    limit);
        }
    }

    private static final class CountsAll extends FaultyStore {
        @Override
        public long count(OrderCriteria criteria, int most) {
            return super.count(OrderCriteria.ALL, most);
        }
    }

    private static final class SumsAll extends FaultyStore {
        @Override
        public List<OrderSum> sums(OrderCriteria criteria, List<OrderColumn<String>> by, boolean isByDay) {
            return super.sums(OrderCriteria.ALL, by, isByDay);
        }
    }

    private static final class SortsByAge extends FaultyStore {
        @Override
        public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
            return super.find(
                    criteria.sorted(OrderSort.By.PLACED, criteria.sort().isAscending()), after, limit);
        }
    }

    private static final class TakesAnyCursor extends FaultyStore {
        @Override
        public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
            try {
                return super.find(criteria, after, limit);
            } catch (QueryRefusedException refused) {
                return super.find(criteria, null, limit);
            }
        }
    }

    /** Writes what came among the terms, and leaves what went. */
    private static final class KeepsTerms extends FaultyStore {
        private final Set<TermValue> ever = new HashSet<>();

        @Override
        public CommitResult commit(Commit commit) {
            ever.addAll(commit.index().terms());
            OrderIndex.Builder index =
                    OrderIndex.builder().terms(ever, null).due(commit.index().due());
            OrderColumn.ALL.forEach(column -> copy(commit.index(), index, column));
            return super.commit(new Commit(
                    commit.orderId(),
                    commit.revision(),
                    commit.leaseEpoch(),
                    commit.document(),
                    index.build(),
                    commit.row(),
                    commit.releasesLease()));
        }

        private static <T> void copy(OrderIndex from, OrderIndex.Builder to, OrderColumn<T> column) {
            to.set(column, from.get(column));
        }
    }

    private static final class WholeHistory extends FaultyStore {
        @Override
        public List<HistoryRow> history(String orderId, long fromRevision, int limit) {
            return super.history(orderId, 1, Integer.MAX_VALUE);
        }
    }

    private static final class DueEarly extends FaultyStore {
        @Override
        public CommitResult commit(Commit commit) {
            Instant due = commit.index().due();
            return super.commit(altered(
                    commit,
                    commit.revision(),
                    commit.leaseEpoch(),
                    due == null || due.equals(Instant.MAX) ? due : due.truncatedTo(ChronoUnit.SECONDS),
                    commit.releasesLease()));
        }
    }

    private static final class IgnoresCase extends FaultyStore {
        @Override
        public Optional<StoredOrder> load(String orderId) {
            return super.load(orderId).or(() -> super.load(orderId.toLowerCase(Locale.ROOT)));
        }
    }
}
