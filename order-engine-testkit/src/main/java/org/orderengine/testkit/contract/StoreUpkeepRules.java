package org.orderengine.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.orderengine.spi.store.CommitResult.COMMITTED;
import static org.orderengine.spi.store.CommitResult.CONFLICT;
import static org.orderengine.spi.store.CommitResult.DUPLICATE;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.orderengine.spi.store.Claim;
import org.orderengine.spi.store.Commit;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderTerm;
import org.orderengine.spi.store.Rewrite;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.spi.store.TermValue;

/** What is kept of an order replaced without a commit, and orders removed: S13 and S14. */
abstract class StoreUpkeepRules extends StoreOracleRules {

    private static final Document MARK = CommitBuilder.text("[]");
    private static final TermValue MAIL = new TermValue(OrderTerm.EMAIL, "ann@example.org");
    private static final TermValue LAMP = new TermValue(OrderTerm.SKU, "LAMP");

    @Test
    void s13_1_a_rewrite_of_the_index_changes_only_what_the_order_is_found_by() {
        OrderStore store = store();
        Commit commit = committed(
                store,
                revision(1, "o-1")
                        .buyer("ann")
                        .due(NOON)
                        .terms(Set.of(MAIL), Set.of())
                        .byCommand("c"));
        Commit like = revision(1, "o-1")
                .buyer("bob")
                .due(NOON.plusSeconds(99))
                .at(NOON.plusSeconds(99))
                .replacingTerms(Set.of(LAMP))
                .build();

        assertThat(store.rewrite(Rewrite.ofIndex("o-1", 1, like.index()))).isTrue();

        assertHolds(store, commit);
        assertThat(store.nextDue()).contains(NOON);
        assertFinds(store, OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann"), 0);
        assertFinds(store, OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "bob"), 1);
        assertFinds(store, OrderCriteria.ALL.where(OrderTerm.EMAIL, Operator.IS, MAIL.value()), 0);
        assertFinds(store, OrderCriteria.ALL.where(OrderTerm.SKU, Operator.IS, "LAMP"), 1);
        Instant updated = commit.row().at();
        assertFinds(store, OrderCriteria.ALL.where(OrderColumn.UPDATED_AT, Operator.BEFORE, updated.plusSeconds(1)), 1);
        assertThat(store.commit(revision(2, "o-1").build())).isEqualTo(COMMITTED);
    }

    @Test
    void s13_1_a_rewrite_of_the_document_replaces_the_events_of_rows_and_nothing_else_of_them() {
        OrderStore store = store();
        Commit first = committed(store, revision(1, "o-1").byCommand("place"));
        Commit second = committed(store, revision(2, "o-1").byCommand("pay"));
        Document clean = CommitBuilder.text("clean");
        HistoryRow row = new HistoryRow(1, "other", 5, NOON.plusSeconds(9), CommitBuilder.text("erased"));

        assertThat(store.rewrite(new Rewrite("o-1", 2, clean, second.index(), List.of(row))))
                .isTrue();

        StoredOrder stored = store.load("o-1").orElseThrow();
        assertThat(text(stored.document())).isEqualTo("clean");
        assertThat(stored.revision()).isEqualTo(2);
        List<HistoryRow> rows = store.history("o-1", 1, 10);
        assertThat(text(rows.get(0).events())).isEqualTo("erased");
        assertThat(rows.get(0).at()).isEqualTo(first.row().at());
        assertThat(rows.get(0).fingerprint()).isEqualTo(first.row().fingerprint());
        assertThat(text(rows.get(1).events())).isEqualTo(text(second.row().events()));
        assertThat(store.findCommand("o-1", "other")).isEmpty();
        assertThat(store.findCommand("o-1", "place").map(found -> text(found.events())))
                .contains("erased");
    }

    @Test
    void s13_2_a_rewrite_on_another_revision_changes_nothing() {
        OrderStore store = store();
        committed(store, revision(1, "o-1"));
        Commit second = committed(store, revision(2, "o-1").buyer("ann"));
        for (long revision : List.of(1L, 3L)) {
            Rewrite late = new Rewrite(
                    "o-1", revision, MARK, revision(1, "o-1").build().index(), List.of());
            assertThat(store.rewrite(late)).isFalse();
        }
        assertThat(store.rewrite(Rewrite.ofIndex("none", 1, second.index()))).isFalse();
        assertHolds(store, second);
        assertFinds(store, OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann"), 1);
    }

    @Test
    void s13_3_a_commit_that_was_decided_before_the_document_was_replaced_conflicts() {
        OrderStore store = store();
        Commit first = committed(store, revision(1, "o-1").due(NOON));
        Claim claim = onlyClaim(store, NOON);

        assertThat(store.rewrite(new Rewrite("o-1", 1, MARK, first.index(), List.of())))
                .isTrue();

        assertThat(store.commit(
                        revision(2, "o-1").underEpoch(claim.leaseEpoch()).build()))
                .isEqualTo(CONFLICT);
        assertThat(store.nextDue()).contains(NOON);
        long epoch = store.load("o-1").orElseThrow().leaseEpoch();
        assertThat(epoch).isEqualTo(claim.leaseEpoch() + 1);
        assertThat(store.commit(revision(2, "o-1").underEpoch(epoch).build())).isEqualTo(COMMITTED);
    }

    @Test
    void s14_1_an_archived_order_is_gone_but_for_the_first_row_of_its_history() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").byCommand("place").buyer("ann").terms(Set.of(MAIL), Set.of()));
        committed(
                store,
                revision(2, "o-1").byCommand("pay").buyer("ann").due(NOON).terms(Set.of(MAIL), Set.of(MAIL)));
        committed(store, revision(1, "o-2").buyer("ann"));

        assertThat(store.archive("o-1", 2, MARK)).isTrue();

        assertThat(store.load("o-1")).isEmpty();
        List<HistoryRow> rows = store.history("o-1", 1, 10);
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.revision()).isEqualTo(1);
            assertThat(row.commandId()).isEqualTo("place");
            assertThat(text(row.events())).isEqualTo("[]");
        });
        assertThat(store.findCommand("o-1", "pay")).isEmpty();
        assertThat(store.findCommand("o-1", "place")).isPresent();
        assertFinds(store, OrderCriteria.ALL, 1);
        assertFinds(store, OrderCriteria.ALL.where(OrderTerm.EMAIL, Operator.IS, MAIL.value()), 0);
        assertFinds(store, OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann"), 1);
        assertThat(store.nextDue()).isEmpty();
        assertThat(store.claimDue(NOON.plusSeconds(9), Duration.ofMinutes(1), "node", 9))
                .isEmpty();
    }

    @Test
    void s14_2_an_order_that_has_gone_on_is_not_archived() {
        OrderStore store = store();
        committed(store, revision(1, "o-1"));
        Commit second = committed(store, revision(2, "o-1"));
        assertThat(store.archive("o-1", 1, MARK)).isFalse();
        assertThat(store.archive("o-1", 3, MARK)).isFalse();
        assertThat(store.archive("none", 1, MARK)).isFalse();
        assertHolds(store, second);
        assertThat(store.history("o-1", 1, 10)).hasSize(2);
    }

    @Test
    void s14_3_no_order_is_placed_again_under_the_id_of_an_archived_one() {
        OrderStore store = store();
        committed(store, revision(1, "o-1").byCommand("place"));
        assertThat(store.archive("o-1", 1, MARK)).isTrue();
        assertThat(store.commit(revision(1, "o-1").byCommand("again").build())).isEqualTo(CONFLICT);
        assertThat(store.commit(revision(1, "o-1").build())).isEqualTo(CONFLICT);
        assertThat(store.commit(revision(2, "o-1").build())).isEqualTo(CONFLICT);
        assertThat(store.commit(revision(1, "o-1").byCommand("place").build())).isEqualTo(DUPLICATE);
        assertThat(store.load("o-1")).isEmpty();
        assertThat(store.archive("o-1", 1, MARK)).isFalse();
        assertFinds(store, OrderCriteria.ALL, 0);
    }

    private static void assertFinds(OrderStore store, OrderCriteria criteria, int orders) {
        assertThat(store.find(criteria, null, 10).orders()).as("%s", criteria).hasSize(orders);
        assertThat(store.count(criteria, 10)).as("%s", criteria).isEqualTo(orders);
    }

    private static String text(Document document) {
        return new String(document.bytes(), StandardCharsets.UTF_8);
    }
}
