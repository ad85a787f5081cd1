package org.orderengine.verification.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.threeLines;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.engine.EngineHealth.Reason;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.event.Event;
import org.orderengine.feed.FeedEntry;
import org.orderengine.feed.FeedListener;
import org.orderengine.feed.FeedSlice;
import org.orderengine.feed.Subscription;
import org.orderengine.feed.SubscriptionState;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.model.Actor;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.spi.store.FeedLag;
import org.orderengine.spi.store.FeedStore;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderColumn;

/** Others follow the orders: each commit reaches each subscription, whatever breaks. */
class FeedTest {

    private final List<FeedEntry> given = Collections.synchronizedList(new ArrayList<>());

    private static TestShop shop(UnaryOperator<OrderEngineBuilder> more) {
        return new TestShop(
                builder -> more.apply(TestShop.withStandardProcesses(builder)).node("one"));
    }

    private TestShop following() {
        return shop(builder -> builder.subscribe(all("search").deliver(given::add)));
    }

    private static Subscription.Builder all(String name) {
        return Subscription.named(name).fromBeginning();
    }

    private static void deliver(OrderEngine engine) {
        while (engine.runFeed() > 0) {
            // There may be more.
        }
    }

    private List<String> shown() {
        return given.stream()
                .map(entry -> entry.orderId() + " " + entry.revision())
                .toList();
    }

    private static SubscriptionState state(TestShop shop, String name) {
        return shop.engine.subscriptions().all().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> reasons(TestShop shop) {
        return shop.engine.health().reasons().stream().map(Reason::code).toList();
    }

    @Test
    void a_subscription_is_given_what_the_timeline_says_with_the_columns_after_each_commit() {
        TestShop shop = following();
        shop.execute(threeLines("o-1"));
        shop.execute(Action.on("o-1", "pay")
                .by(Actor.staff("eve"))
                .because("by phone")
                .build());
        deliver(shop.engine);
        List<TimelineEntry> timeline = shop.engine.orders().timeline("o-1");
        assertThat(given).hasSameSizeAs(timeline);
        for (int i = 0; i < given.size(); i++) {
            assertThat(given.get(i).revision()).isEqualTo(timeline.get(i).revision());
            assertThat(given.get(i).at()).isEqualTo(timeline.get(i).at());
            assertThat(given.get(i).by()).isEqualTo(timeline.get(i).by());
            assertThat(given.get(i).events()).isEqualTo(timeline.get(i).events());
            assertThat(given.get(i).columns().state())
                    .isEqualTo(timeline.get(i).order().position().toString());
        }
        assertThat(given).anyMatch(entry -> "by phone".equals(entry.by().reason()));
        assertThat(state(shop, "search"))
                .isEqualTo(new SubscriptionState("search", String.valueOf(given.size()), FeedLag.NONE, null, null));
    }

    @Test
    void it_begins_now_unless_it_is_to_begin_at_the_beginning_and_goes_on_after_a_restart() {
        MemoryOrderStore store = new MemoryOrderStore();
        new TestShop(store, TestShop::withStandardProcesses).execute(threeLines("before"));
        List<String> now = new ArrayList<>();
        TestShop shop = new TestShop(store, builder -> TestShop.withStandardProcesses(builder)
                .subscribe(all("all").deliver(given::add))
                .subscribe(Subscription.named("now").deliver(entry -> now.add(entry.orderId()))));
        shop.execute(threeLines("o-1"));
        deliver(shop.engine);
        assertThat(given).extracting(FeedEntry::orderId).containsExactly("before", "before", "o-1", "o-1");
        assertThat(now).containsExactly("o-1", "o-1");
        shop.execute(threeLines("o-2"));
        shop.restart();
        deliver(shop.engine);
        assertThat(given).hasSize(6);
        assertThat(now).containsExactly("o-1", "o-1", "o-2", "o-2");
    }

    @Test
    void it_is_given_the_events_and_the_columns_that_it_asks_for() {
        List<String> payments = new ArrayList<>();
        List<String> cancelled = new ArrayList<>();
        TestShop shop = shop(builder -> builder.subscribe(all("payments")
                        .event(Event.PaymentCaptured.class)
                        .deliver(entry -> payments.add(entry.orderId())))
                .subscribe(all("cancelled")
                        .where(OrderColumn.PHASE, "cancelled", "held")
                        .where(OrderColumn.BUYER, "ann")
                        .deliver(entry -> cancelled.add(entry.columns().state()))));
        shop.execute(threeLines("o-1"));
        shop.act("o-1", "pay");
        shop.execute(threeLines("o-2"));
        shop.act("o-2", "cancel");
        deliver(shop.engine);
        assertThat(payments).containsExactly("o-1");
        assertThat(cancelled).endsWith("cancelled").doesNotContain("paid", "created");
        assertThat(state(shop, "payments").lag()).isEqualTo(FeedLag.NONE);
    }

    @Test
    void a_delivery_that_fails_is_tried_again_after_growing_pauses_and_then_stops_only_its_subscription() {
        List<String> broken = new ArrayList<>();
        TestShop shop = shop(builder -> builder.subscribe(all("search").deliver(given::add))
                .subscribe(all("mail").retries(3, Duration.ofSeconds(10)).deliver(entry -> {
                    broken.add(entry.orderId() + " " + entry.revision());
                    if (entry.orderId().equals("poison")) {
                        throw new IOException("cannot mail ann@example.org");
                    }
                })));
        shop.execute(threeLines("o-1"));
        shop.execute(threeLines("poison"));
        shop.execute(threeLines("o-2"));
        deliver(shop.engine);
        assertThat(broken).containsExactly("o-1 1", "o-1 2", "poison 1");
        deliver(shop.engine);
        shop.clock.advance(Duration.ofSeconds(9));
        deliver(shop.engine);
        assertThat(broken).hasSize(3);
        shop.clock.advance(Duration.ofSeconds(1));
        deliver(shop.engine);
        assertThat(broken).hasSize(4);
        assertThat(reasons(shop)).isEmpty();
        shop.clock.advance(Duration.ofSeconds(20));
        deliver(shop.engine);
        assertThat(broken).hasSize(5);
        assertThat(state(shop, "mail").isStopped()).isTrue();
        assertThat(state(shop, "mail").lag().commits()).isEqualTo(4);
        assertThat(reasons(shop)).containsExactly("subscription-stopped");
        assertThat(shop.engine.health().reasons().get(0).message())
                .contains("subscription mail", "order poison at revision 1", "java.io.IOException at", "4 commits wait")
                .doesNotContain("ann@example.org");
        shop.clock.advance(Duration.ofDays(1));
        deliver(shop.engine);
        assertThat(broken).hasSize(5);
        assertThat(given).hasSize(6);
    }

    @Test
    void a_person_tries_again_or_skips_what_keeps_failing_and_the_rest_is_delivered() {
        boolean[] mended = {false};
        TestShop shop = shop(builder ->
                builder.subscribe(all("mail").retries(1, Duration.ZERO).deliver(entry -> {
                    if (!mended[0] && entry.orderId().equals("poison")) {
                        throw new IOException("no");
                    }
                    given.add(entry);
                })));
        shop.execute(threeLines("poison"));
        shop.execute(threeLines("o-2"));
        deliver(shop.engine);
        assertThat(given).isEmpty();
        assertThat(shop.engine.subscriptions().skip("mail")).isEqualTo("poison");
        deliver(shop.engine);
        assertThat(state(shop, "mail").isStopped())
                .as("the second commit fails too")
                .isTrue();
        mended[0] = true;
        shop.engine.subscriptions().retry("mail");
        deliver(shop.engine);
        assertThat(shown()).containsExactly("poison 2", "o-2 1", "o-2 2");
        assertThat(shop.engine.subscriptions().skip("mail")).isNull();
        assertThat(reasons(shop)).isEmpty();
        assertThatThrownBy(() -> shop.engine.subscriptions().skip("male"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no subscription \"male\"; there are [mail]");
    }

    @Test
    void what_was_delivered_is_delivered_again_from_a_place_or_from_the_beginning() {
        TestShop shop = following();
        shop.execute(threeLines("o-1"));
        shop.execute(threeLines("o-2"));
        deliver(shop.engine);
        String place = given.get(2).position();
        given.clear();
        shop.engine.subscriptions().replay("search", place);
        deliver(shop.engine);
        assertThat(shown()).containsExactly("o-2 2");
        shop.engine.subscriptions().replay("search", null);
        deliver(shop.engine);
        assertThat(shown()).containsExactly("o-2 2", "o-1 1", "o-1 2", "o-2 1", "o-2 2");
    }

    @Test
    void a_node_that_hangs_in_a_delivery_is_overtaken_and_moves_nothing_when_it_wakes_up() throws Exception {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch wakes = new CountDownLatch(1);
        List<String> frozen = Collections.synchronizedList(new ArrayList<>());
        TestShop shop = shop(builder -> builder.subscribe(all("search").deliver(entry -> {
            frozen.add(entry.orderId() + " " + entry.revision());
            if (entry.revision() == 2) {
                hangs.countDown();
                wakes.await();
            }
        })));
        shop.execute(threeLines("o-1"));
        shop.execute(threeLines("o-2"));
        Thread node = new Thread(shop.engine::runFeed);
        node.start();
        assertThat(hangs.await(10, TimeUnit.SECONDS)).isTrue();
        OrderEngine other = TestShop.withStandardProcesses(shop.builder())
                .node("two")
                .subscribe(all("search").deliver(given::add))
                .build();
        assertThat(other.runFeed()).as("under the lease of the first").isZero();
        assertThat(state(shop, "search").deliveredBy()).isEqualTo("one");
        shop.clock.advance(Duration.ofMinutes(2));
        deliver(other);
        assertThat(shown()).containsExactly("o-1 1", "o-1 2", "o-2 1", "o-2 2");
        SubscriptionState after = state(shop, "search");
        wakes.countDown();
        node.join();
        assertThat(frozen).as("nothing more once its lease was overtaken").containsExactly("o-1 1", "o-1 2");
        assertThat(state(shop, "search")).isEqualTo(after);
    }

    @Test
    void several_nodes_deliver_each_commit_once_and_in_order_while_nothing_breaks() throws Exception {
        TestShop shop = following();
        List<OrderEngine> nodes = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            nodes.add(TestShop.withStandardProcesses(shop.builder())
                    .node("node-" + i)
                    .subscribe(all("search").deliver(given::add))
                    .build());
        }
        nodes.forEach(node -> node.start(1));
        for (int i = 0; i < 40; i++) {
            shop.execute(threeLines("o-" + i));
        }
        for (int tries = 0; tries < 500 && given.size() < 80; tries++) {
            Thread.sleep(20);
        }
        nodes.forEach(OrderEngine::close);
        assertThat(given).hasSize(80);
        assertOrdered(given);
    }

    private static void assertOrdered(List<FeedEntry> entries) {
        Map<String, Long> seen = new HashMap<>();
        for (FeedEntry entry : List.copyOf(entries)) {
            assertThat(entry.revision()).isEqualTo(seen.merge(entry.orderId(), 1L, Long::sum));
        }
    }

    @Test
    void a_listener_that_hangs_holds_up_no_other_subscription() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        TestShop shop = shop(builder -> builder.callTimeout(Duration.ofMillis(50))
                .subscribe(all("hangs").deliver(entry -> never.await()))
                .subscribe(all("search").deliver(given::add)));
        shop.engine.start(1);
        shop.execute(threeLines("o-1"));
        for (int tries = 0; tries < 500 && given.size() < 2; tries++) {
            Thread.sleep(20);
        }
        shop.engine.close();
        never.countDown();
        assertThat(shown()).containsExactly("o-1 1", "o-1 2");
    }

    @Test
    void a_subscription_that_is_behind_for_too_long_shows() {
        TestShop shop = following();
        shop.execute(threeLines("o-1"));
        assertThat(reasons(shop)).isEmpty();
        shop.clock.advance(Duration.ofMinutes(11));
        assertThat(reasons(shop)).contains("feed-behind");
        deliver(shop.engine);
        assertThat(reasons(shop)).doesNotContain("feed-behind");
        shop.engine.subscriptions().remove("search");
        assertThat(shop.engine.subscriptions().all()).isEmpty();
    }

    @Test
    void a_store_without_a_feed_cannot_be_subscribed_to() {
        ForwardingOrderStore without = new ForwardingOrderStore(new MemoryOrderStore()) {
            @Override
            public Optional<FeedStore> feed() {
                return Optional.empty();
            }
        };
        assertThatThrownBy(() -> new TestShop(without, builder -> TestShop.withStandardProcesses(builder)
                        .subscribe(all("search").deliver(given::add))
                        .subscribe(all("mail").deliver(given::add))))
                .isInstanceOfSatisfying(DefinitionException.class, refused -> assertThat(refused.findings())
                        .extracting(finding -> finding.code() + " " + finding.place())
                        .containsExactly("missing-service subscriptions.search", "missing-service subscriptions.mail"));
        TestShop shop = new TestShop(without, TestShop::withStandardProcesses);
        assertThat(shop.engine.runFeed()).isZero();
        assertThatThrownBy(() -> shop.engine.events(null, 10)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void who_reads_the_feed_follows_its_places() {
        TestShop shop = new TestShop();
        assertThat(shop.engine.events(null, 10)).isEqualTo(new FeedSlice(List.of(), List.of(), null, false));
        shop.execute(threeLines("o-1"));
        FeedSlice first = shop.engine.events(null, 1);
        FeedSlice second = shop.engine.events(first.next(), 10);
        assertThat(first.hasMore()).isTrue();
        assertThat(second.hasMore()).isFalse();
        assertThat(first.entries()).extracting(FeedEntry::revision).containsExactly(1L);
        assertThat(second.entries()).extracting(FeedEntry::revision).containsExactly(2L);
        assertThat(shop.engine.events(second.next(), 10).entries()).isEmpty();
        assertThat(shop.engine.events(null, "acme", 10).entries()).isEmpty();
    }

    @Test
    void names_and_retries_that_make_no_sense_are_refused() {
        for (String name : List.of("", "a b", "é", "x".repeat(101))) {
            assertThatThrownBy(() -> Subscription.named(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> Subscription.named("a").retries(0, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class);
        FeedListener nothing = entry -> {};
        assertThatThrownBy(() -> OrderEngine.builder()
                        .subscribe(Subscription.named("a").deliver(nothing))
                        .subscribe(Subscription.named("a").deliver(nothing)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
