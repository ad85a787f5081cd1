package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.Codes;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.UpkeepBatch;
import org.orderengine.event.Event;
import org.orderengine.feed.FeedSlice;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Actor;
import org.orderengine.model.Address;
import org.orderengine.model.By;
import org.orderengine.model.Order;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.StandardProcesses;
import org.orderengine.spi.store.HistoryRow;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.spi.store.OrderTerm;

/** What is done to stored orders beside their process: indexing them anew, archiving them, erasing personal data. */
class UpkeepTest {

    private static final By OFFICER = By.of(Actor.staff("dora")).because("asked for by letter");
    private static final List<String> SECRETS = List.of(
            "ann-77", "Ann Smith", "Secret Lane", "ann@example.org", "+49 30 1234", "eve-99", "for my wife", "12345");

    private final MemoryOrderStore store = new MemoryOrderStore();
    private final TestShop shop = new TestShop(store, TestShop::withStandardProcesses);

    // Indexing anew.

    @Test
    void orders_from_before_are_found_by_an_attribute_once_they_are_indexed_anew() {
        place("o-1", "ann-77");
        OrderCriteria byGift = OrderCriteria.ALL.where(OrderTerm.attribute("gift"), Operator.IS, "for my wife");
        TestShop later = new TestShop(
                store, builder -> TestShop.withStandardProcesses(builder).foundBy("gift"));
        assertThat(later.engine.orders().list(byGift, null, 10).orders()).isEmpty();

        UpkeepBatch batch = later.engine.reindex(null);

        assertThat(batch).isEqualTo(new UpkeepBatch(1, 1, List.of(), null));
        assertThat(later.engine.orders().list(byGift, null, 10).orders()).hasSize(1);
        assertThat(later.order("o-1").revision()).isEqualTo(shop.order("o-1").revision());
    }

    @Test
    void indexing_goes_on_where_it_ended_and_reaches_every_order_once() {
        int orders = 450;
        for (int number = 1; number <= orders; number++) {
            place("o-" + number, "b");
        }
        List<Integer> seen = new ArrayList<>();
        String next = null;
        do {
            UpkeepBatch batch = shop.engine.reindex(next);
            seen.add(batch.seen());
            next = batch.next();
        } while (next != null);
        assertThat(seen).containsExactly(200, 200, 50);
    }

    @Test
    void an_order_whose_process_is_not_there_keeps_what_it_is_found_by() {
        place("o-1", "ann-77");
        TestShop other = new TestShop(store, builder -> builder.process(StandardProcesses.virtualGoods()));

        UpkeepBatch batch = other.engine.reindex(null);

        assertThat(batch.done()).isZero();
        assertThat(batch.left()).singleElement().satisfies(left -> assertThat(left.code())
                .isEqualTo(Codes.UNKNOWN_PROCESS));
        assertThat(store.count(OrderCriteria.ALL.where(OrderColumn.PHASE, Operator.IS, "to-pay"), 9))
                .isEqualTo(1);
    }

    // Archiving.

    @Test
    void orders_that_ended_before_an_instant_are_exported_and_removed() {
        end("o-1");
        shop.clock.advance(Duration.ofDays(100));
        end("o-2");
        place("o-3", "ann-77");
        List<String> kept = new ArrayList<>();

        UpkeepBatch batch = archive(kept, shop.clock.instant().minus(Duration.ofDays(50)));

        assertThat(batch.done()).isEqualTo(1);
        assertThat(kept).singleElement().asString().startsWith("{\"order\":\"o-1\",\"revision\":");
        assertThat(kept.get(0)).contains("\"document\":{\"format\":", "\"history\":[{\"revision\":1,", "order-placed");
        assertThat(store.load("o-1")).isEmpty();
        assertThat(shop.engine.orders().timeline("o-1")).isEmpty();
        assertThat(store.load("o-2")).isPresent();
        assertThat(store.load("o-3")).isPresent();
    }

    @Test
    void who_reads_the_feed_from_the_beginning_passes_over_what_was_archived() {
        end("o-1");
        archive(new ArrayList<>(), Instant.MAX);
        place("o-2", "ann-77");
        FeedSlice slice = shop.engine.events(null, 100);
        assertThat(slice.unreadable()).isEmpty();
        assertThat(slice.entries()).isNotEmpty().allSatisfy(entry -> assertThat(entry.orderId())
                .isEqualTo("o-2"));
    }

    @Test
    void an_archived_order_is_never_placed_again_and_says_so() {
        end("o-1");
        archive(new ArrayList<>(), Instant.MAX);

        for (PlaceOrder again : List.of(
                PlaceOrder.of("o-1").line("LAMP", 1).build(),
                PlaceOrder.of("o-1").line("LAMP", 1).commandId("place").build(),
                PlaceOrder.of("o-1").line("LAMP", 1).commandId("other").build())) {
            assertThat(code(shop.execute(again))).isEqualTo(Codes.ORDER_ARCHIVED);
        }
        assertThat(code(shop.act("o-1", "pay"))).isEqualTo(Codes.ORDER_ARCHIVED);
        assertThat(code(shop.engine.erase("o-1", OFFICER))).isEqualTo(Codes.ORDER_ARCHIVED);
        assertThat(code(shop.act("o-9", "pay"))).isEqualTo(Codes.UNKNOWN_ORDER);
        assertThat(store.load("o-1")).isEmpty();
    }

    @Test
    void nothing_is_removed_before_it_is_kept() {
        end("o-1");
        assertThatThrownBy(() -> shop.engine.archive(
                        Instant.MAX,
                        lines -> {
                            throw new IllegalStateException("the disk is full");
                        },
                        null))
                .hasMessage("the disk is full");
        assertThat(store.load("o-1")).isPresent();
        List<String> kept = new ArrayList<>();
        assertThat(archive(kept, Instant.MAX).done()).isEqualTo(1);
        assertThat(kept).hasSize(1);
    }

    @Test
    void an_order_that_changes_while_it_is_exported_stays() {
        end("o-1");
        UpkeepBatch batch = shop.engine.archive(
                Instant.MAX,
                lines -> shop.execute(Action.on("o-1", "annotate")
                        .set("tags", List.of("kept"))
                        .build()),
                null);
        assertThat(batch.done()).isZero();
        assertThat(batch.left()).singleElement().satisfies(left -> assertThat(left.code())
                .isEqualTo(Codes.CONTENTION));
        assertThat(store.load("o-1")).isPresent();
    }

    // Erasing.

    @Test
    void nothing_personal_is_left_of_an_order_that_was_erased() {
        live("o-1", "ann-77");
        assertThat(everything("o-1")).contains(SECRETS.toArray(new String[0]));
        Order before = shop.order("o-1");

        Outcome erased = shop.engine.erase("o-1", OFFICER);

        assertThat(erased).isInstanceOf(Outcome.Accepted.class);
        Order after = shop.order("o-1");
        assertThat(everything("o-1").replace("dora", "")).doesNotContain(SECRETS.toArray(new String[0]));
        assertThat(after.revision()).isEqualTo(before.revision() + 1);
        assertThat(after.totals()).isEqualTo(before.totals());
        assertThat(after.books().lines()).hasSameSizeAs(before.books().lines());
        assertThat(after.origin().buyer()).isEqualTo("erased");
        TimelineEntry last = last("o-1");
        assertThat(last.events()).containsExactly(new Event.PersonalDataErased());
        assertThat(last.by()).isEqualTo(OFFICER);
    }

    @Test
    void the_history_of_an_erased_order_still_folds_to_it() {
        live("o-1", "ann-77");
        shop.engine.erase("o-1", OFFICER);
        Order order = shop.order("o-1");
        assertThat(last("o-1").order()).isEqualTo(order);
        assertThat(shop.engine.orders().timeline("o-1")).hasSize((int) order.revision());
    }

    @Test
    void an_erased_order_is_not_found_by_what_was_personal() {
        live("o-1", "ann-77");
        shop.engine.erase("o-1", OFFICER);
        assertThat(found(OrderCriteria.ALL.where(OrderColumn.BUYER, Operator.IS, "ann-77")))
                .isZero();
        assertThat(found(OrderCriteria.ALL.where(OrderTerm.EMAIL, Operator.IS, "ann@example.org")))
                .isZero();
        assertThat(found(OrderCriteria.ALL.where(OrderTerm.SKU, Operator.IS, "LAMP")))
                .isEqualTo(1);
    }

    @Test
    void an_order_that_has_not_ended_or_owes_anything_is_not_erased() {
        place("o-1", "ann-77");
        String before = everything("o-1");
        Outcome refused = shop.engine.erase("o-1", OFFICER);
        assertThat(code(refused)).isEqualTo(Codes.ORDER_OPEN);
        assertThat(everything("o-1")).isEqualTo(before);
        assertThat(code(shop.engine.erase("o-9", OFFICER))).isEqualTo(Codes.UNKNOWN_ORDER);
    }

    @Test
    void erasing_again_changes_nothing_until_something_new_came() {
        live("o-1", "ann-77");
        shop.engine.erase("o-1", OFFICER);
        long revision = shop.order("o-1").revision();
        assertThat(shop.engine.erase("o-1", OFFICER).isAccepted()).isTrue();
        assertThat(shop.order("o-1").revision()).isEqualTo(revision);
        shop.execute(Action.on("o-1", "annotate")
                .set("tags", List.of("late"))
                .by(Actor.staff("eve-99"))
                .build());
        shop.engine.erase("o-1", OFFICER);
        assertThat(everything("o-1")).doesNotContain("eve-99");
    }

    @Test
    void all_orders_of_a_buyer_are_erased_but_for_those_that_are_open() {
        live("o-1", "ann-77");
        live("o-2", "bob");
        place("o-3", "ann-77");
        UpkeepBatch batch = shop.engine.eraseBuyer("ann-77", OFFICER, null);
        assertThat(batch.seen()).isEqualTo(2);
        assertThat(batch.done()).isEqualTo(1);
        assertThat(batch.left()).singleElement().satisfies(left -> {
            assertThat(left.orderId()).isEqualTo("o-3");
            assertThat(left.code()).isEqualTo(Codes.ORDER_OPEN);
        });
        assertThat(everything("o-2")).contains("bob");
        assertThat(everything("o-1")).doesNotContain("ann-77");
    }

    @Test
    void an_order_that_is_to_be_erased_is_erased_by_due_work_once_it_has_ended() {
        place("o-1", "ann-77");
        assertThat(shop.engine.eraseWhenEnded("o-1", OFFICER).isAccepted()).isTrue();
        assertThat(shop.engine.eraseWhenEnded("o-1", OFFICER).isAccepted()).isTrue();
        shop.engine.runDue(shop.clock.instant());
        assertThat(everything("o-1")).contains("ann-77", "erasure-asked");

        shop.act("o-1", "cancel");
        assertThat(shop.engine.orders().nextDue()).contains(shop.clock.instant());
        while (shop.engine.runDue(shop.clock.instant()) > 0) {
            // Until nothing is left at this instant.
        }

        assertThat(everything("o-1").replaceAll("\\[\\{\"by\".*", "")).doesNotContain("ann-77", "Ann Smith");
        assertThat(last("o-1").events()).containsExactly(new Event.PersonalDataErased());
        assertThat(last("o-1").by()).isEqualTo(OFFICER);
        assertThat(last("o-1").order()).isEqualTo(shop.order("o-1"));
        assertThat(shop.order("o-1").flow().erasure()).isNull();
        assertThat(shop.engine.orders().nextDue()).isEmpty();
    }

    @Test
    void an_order_that_has_ended_is_erased_at_once() {
        end("o-1");
        assertThat(shop.engine.eraseWhenEnded("o-1", OFFICER).isAccepted()).isTrue();
        assertThat(everything("o-1")).doesNotContain("ann-77");
        assertThat(code(shop.engine.eraseWhenEnded("o-9", OFFICER))).isEqualTo(Codes.UNKNOWN_ORDER);
    }

    @Test
    void erasing_that_cannot_be_done_shows_among_what_is_stuck_and_is_tried_again() {
        place("o-1", "ann-77");
        shop.engine.eraseWhenEnded("o-1", OFFICER);
        shop.act("o-1", "cancel");
        TestShop older = new TestShop(
                store, builder -> TestShop.withStandardProcesses(builder).writeFormat(1));
        older.engine.runDue(older.clock.instant());
        assertThat(everything("o-1")).contains("ann-77");

        shop.clock.advance(Duration.ofDays(2));
        while (shop.engine.runDue(shop.clock.instant()) > 0) {
            // Until nothing is left at this instant.
        }

        assertThat(everything("o-1")).doesNotContain("ann-77");
        assertThat(shop.order("o-1").flow().stuck()).isNull();
    }

    @Test
    void the_code_of_a_gift_card_is_erased() {
        place("o-1", "ann-77");
        shop.execute(Action.on("o-1", "pay")
                .set("method", "gift-card")
                .set("code", "4711-0815")
                .build());
        assertThat(everything("o-1")).contains("4711-0815");
        shop.act("o-1", "cancel");
        while (shop.engine.runDue(shop.clock.instant()) > 0) {
            // Until nothing is left at this instant.
        }
        assertThat(shop.engine.erase("o-1", OFFICER).isAccepted()).isTrue();
        assertThat(everything("o-1")).doesNotContain("4711-0815");
        assertThat(last("o-1").order()).isEqualTo(shop.order("o-1"));
    }

    @Test
    void data_of_the_hosts_own_is_erased_where_the_host_says_that_it_is_personal() {
        TestShop plain = new TestShop(store, TestShop::withStandardProcesses);
        live("o-1", "ann-77");
        plain.engine.erase("o-1", OFFICER);
        assertThat(everything("o-1")).contains("12345", "blue");
    }

    private void place(String id, String buyer) {
        assertThat(shop.execute(PlaceOrder.of(id)
                                .buyer(buyer)
                                .line("LAMP", 1)
                                .attribute("gift", "for my wife")
                                .attribute("badge", "12345")
                                .attribute("color", "blue")
                                .deliverTo(address())
                                .commandId("place")
                                .build())
                        .isAccepted())
                .isTrue();
    }

    private static Address address() {
        return new Address(
                "Ann Smith",
                null,
                List.of("Secret Lane 1"),
                "10115",
                "Berlin",
                null,
                "DE",
                "+49 30 1234",
                "ann@example.org");
    }

    /** An order with personal data in every place, from its placing to its end. */
    private void live(String id, String buyer) {
        place(id, buyer);
        shop.engine = shop.builder()
                .personal("gift", "badge")
                .process(StandardProcesses.physicalGoods())
                .build();
        shop.execute(Action.on(id, "modify")
                .set("address", Map.of("recipient", "Ann Smith", "country", "DE", "lines", List.of("Secret Lane 2")))
                .build());
        shop.execute(Action.on(id, "cancel")
                .by(Actor.staff("eve-99"))
                .because("Ann Smith rang")
                .build());
        assertThat(shop.order(id).position().ended()).isTrue();
    }

    private void end(String id) {
        place(id, "ann-77");
        shop.act(id, "cancel");
        assertThat(shop.order(id).position().ended()).isTrue();
    }

    private UpkeepBatch archive(List<String> kept, Instant before) {
        return shop.engine.archive(before, kept::addAll, null);
    }

    private long found(OrderCriteria criteria) {
        return store.count(criteria, 10);
    }

    private TimelineEntry last(String id) {
        List<TimelineEntry> timeline = shop.engine.orders().timeline(id);
        return timeline.get(timeline.size() - 1);
    }

    /** All that the store has of an order. */
    private String everything(String id) {
        OrderStore orders = store;
        Stream<byte[]> documents = Stream.concat(
                orders.load(id).stream().map(order -> order.document().bytes()),
                orders.history(id, 1, 1000).stream().map(HistoryRow::events).map(events -> events.bytes()));
        return documents
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList()
                .toString();
    }

    private static @Nullable String code(Outcome outcome) {
        return outcome instanceof Outcome.Rejected rejected ? rejected.code() : null;
    }
}
