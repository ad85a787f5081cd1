package org.orderengine.testkit.contract;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.Rewrite;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.spi.store.TermValue;

/** An operation on a store, whose answer can be compared with another store's. */
sealed interface StoreOperation {

    /** The orders that operations are about. */
    List<String> ORDERS = List.of("o-1", "o-2", "o-3", "o-4");

    /** The command ids that commits carry. */
    List<String> COMMANDS = List.of("c-1", "c-2", "c-3");

    /** The answer of the store, as text. */
    String runOn(OrderStore store);

    /** The instant that is a number of minutes from noon. */
    static Instant minute(int minute) {
        return CommitBuilder.NOON.plus(Duration.ofMinutes(minute));
    }

    /** What all can be asked of a store without changing it. */
    static List<StoreOperation> everythingReadable() {
        List<StoreOperation> all = new ArrayList<>();
        for (String order : ORDERS) {
            all.add(new Load(order));
            all.add(new History(order, 1, 1000));
            COMMANDS.forEach(command -> all.add(new FindCommand(order, command)));
        }
        all.add(new NextDue());
        all.add(new CountByState(OrderCriteria.ALL));
        all.add(new Find(OrderCriteria.ALL, 3));
        return all;
    }

    /**
     * A commit on what the store holds, or beside it.
     *
     * <p>More than seven components: there is one for each thing that commits may differ in.
     *
     * @param revisionOff how far its revision is from the next one
     * @param epochOff how far its lease epoch is from the order's
     */
    record Put(
            String order,
            int revisionOff,
            int epochOff,
            @Nullable String command,
            @Nullable Integer due,
            int placed,
            String state,
            @Nullable String buyer,
            boolean parked,
            @Nullable String tag,
            boolean releases)
            implements StoreOperation {

        @Override
        public String runOn(OrderStore store) {
            Optional<StoredOrder> now = store.load(order);
            long revision = now.map(StoredOrder::revision).orElse(0L) + 1 + revisionOff;
            long epoch = now.map(StoredOrder::leaseEpoch).orElse(0L) + epochOff;
            return store.commit(CommitBuilder.revision(Math.max(revision, 1), order)
                            .underEpoch(epoch)
                            .byCommand(command)
                            .due(due == null ? null : minute(due))
                            .placedAt(minute(placed))
                            .state(state)
                            .buyer(buyer)
                            .with(OrderColumn.PARKED, parked)
                            .with(OrderColumn.TOTAL, buyer == null ? null : (Long) (long) placed % 3)
                            .replacingTerms(tag == null ? Set.of() : Set.of(new TermValue(OrderTerm.TAG, tag)))
                            .releasingLease(releases)
                            .build())
                    .name();
        }
    }

    record Take(int now, int minutes, int limit) implements StoreOperation {
        @Override
        public String runOn(OrderStore store) {
            return store.claimDue(minute(now), Duration.ofMinutes(minutes), "node", limit)
                    .toString();
        }
    }

    record Release(String order, int revisionOff, int epochOff, @Nullable Integer due) implements StoreOperation {
        @Override
        public String runOn(OrderStore store) {
            Optional<StoredOrder> now = store.load(order);
            store.release(
                    new Claim(
                            order,
                            now.map(StoredOrder::revision).orElse(0L) + revisionOff,
                            now.map(StoredOrder::leaseEpoch).orElse(0L) + epochOff),
                    due == null ? null : minute(due));
            return new NextDue().runOn(store);
        }
    }

    /** Another content of an order, or only other values that it is found by; on its revision, or beside it. */
    record Replace(String order, int revisionOff, @Nullable String buyer, boolean isWhole) implements StoreOperation {
        @Override
        public String runOn(OrderStore store) {
            long revision = store.load(order).map(StoredOrder::revision).orElse(0L) + revisionOff;
            if (revision < 1) {
                return "nothing to replace";
            }
            Commit like = CommitBuilder.revision(revision, order)
                    .buyer(buyer)
                    .document(CommitBuilder.text("rewritten"))
                    .events(CommitBuilder.text("erased"))
                    .build();
            return String.valueOf(store.rewrite(
                    isWhole
                            ? new Rewrite(order, revision, like.document(), like.index(), List.of(like.row()))
                            : Rewrite.ofIndex(order, revision, like.index())));
        }
    }

    record Archive(String order, int revisionOff) implements StoreOperation {
        @Override
        public String runOn(OrderStore store) {
            long revision = store.load(order).map(StoredOrder::revision).orElse(0L) + revisionOff;
            return String.valueOf(store.archive(order, revision, CommitBuilder.text("[]")));
        }
    }

    record Load(String order) implements StoreOperation {
        @Override
        public String runOn(OrderStore store) {
            return store.load(order).map(StoreOperation::describe).orElse("not found");
        }
    }

    record FindCommand(String order, String command) implements StoreOperation {
        @Override
        public String runOn(OrderStore store) {
            return store.findCommand(order, command)
                    .map(StoreOperation::describe)
                    .orElse("not found");
        }
    }

    record History(String order, int from, int limit) implements StoreOperation {
        @Override
        public String runOn(OrderStore store) {
            return store.history(order, from, limit).stream()
                    .map(StoreOperation::describe)
                    .toList()
                    .toString();
        }
    }

    record NextDue() implements StoreOperation {
        @Override
        public String runOn(OrderStore store) {
            return store.nextDue().toString();
        }
    }

    /** All pages of at most {@code limit} orders. */
    record Find(OrderCriteria criteria, int limit) implements StoreOperation {
        @Override
        public String runOn(OrderStore store) {
            List<String> pages = new ArrayList<>();
            String after = null;
            do {
                OrderPage page = store.find(criteria, after, limit);
                pages.add(page.orders().stream().map(StoreOperation::describe).toList() + " then " + page.next());
                after = page.next();
            } while (after != null && pages.size() <= ORDERS.size());
            return pages.toString();
        }
    }

    record CountByState(OrderCriteria criteria) implements StoreOperation {
        @Override
        public String runOn(OrderStore store) {
            return StoreRules.byState(store, criteria) + ", " + store.count(criteria, 2) + " of at most 2";
        }
    }

    private static String describe(StoredOrder order) {
        return order.orderId() + " revision " + order.revision() + " epoch " + order.leaseEpoch() + ": "
                + new String(order.document().bytes(), StandardCharsets.UTF_8);
    }

    private static String describe(HistoryRow row) {
        return row.revision() + " by " + row.commandId() + " " + row.fingerprint() + " at " + row.at() + ": "
                + new String(row.events().bytes(), StandardCharsets.UTF_8);
    }
}
