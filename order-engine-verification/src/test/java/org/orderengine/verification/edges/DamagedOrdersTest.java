package org.orderengine.verification.edges;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.orderengine.verification.engine.TestShop.eur;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.orders.OrderSlice;
import org.orderengine.orders.ParkedSlice;
import org.orderengine.orders.UnreadableOrderException;
import org.orderengine.policy.ReservePolicy;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.store.Document;
import org.orderengine.spi.store.ForwardingOrderStore;
import org.orderengine.spi.store.OrderCriteria;
import org.orderengine.spi.store.OrderPage;
import org.orderengine.spi.store.StoredOrder;
import org.orderengine.testkit.FakeCatalog;
import org.orderengine.testkit.FakeInventory;
import org.orderengine.testkit.VirtualClock;
import org.orderengine.verification.engine.TestShop;

/** One order's harm is its own: what cannot be read, or is in an unknown state, or has a guard that throws, stops nothing else. */
class DamagedOrdersTest {

    private final DamagingStore store = new DamagingStore();
    private final FakeInventory inventory = new FakeInventory().stock("HAT", 0, null);
    private final VirtualClock clock = VirtualClock.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final OrderEngine engine = OrderEngine.builder()
            .withoutPayments()
            .store(store)
            .time(clock)
            .catalog(new FakeCatalog().sell("HAT", eur("20.00")))
            .inventory(inventory)
            .reserving(ReservePolicy.BACKORDER)
            .build();

    @Test
    void arriving_goods_serve_the_others_and_lists_name_the_one_that_cannot_be_read() {
        place("a", "b", "c");
        store.damage("b", "{\"format\":1,\"ord");
        inventory.add("HAT", 10);

        assertThat(engine.goodsArrived(Set.of("HAT"))).isEqualTo(2);

        OrderSlice slice = engine.orders().list(OrderCriteria.ALL, null, 2);
        OrderSlice next = engine.orders().list(OrderCriteria.ALL, slice.next(), 2);
        assertThat(slice.orders().size() + next.orders().size()).isEqualTo(2);
        assertThat(slice.unreadable().isEmpty() ? next.unreadable() : slice.unreadable())
                .containsExactly("b");
    }

    @Test
    void arriving_goods_serve_the_others_where_one_is_in_a_state_that_its_process_has_not() {
        place("a", "b", "c");
        String document = new String(store.load("b").orElseThrow().document().bytes(), StandardCharsets.UTF_8);
        store.damage("b", document.replace("\"created\"", "\"nowhere\""));
        inventory.add("HAT", 10);

        assertThat(engine.goodsArrived(Set.of("HAT"))).isEqualTo(2);
        assertThat(engine.orders().list(OrderCriteria.ALL, null, 10).orders()).hasSize(3);
    }

    @Test
    void an_order_that_cannot_be_read_waits_among_what_is_parked_once_its_work_was_due_and_shows_what_is_stored() {
        place("a", "b");
        store.damage("b", "{\"format\":1,\"ord");
        clock.advance(Duration.ofDays(1));
        while (engine.runDue(clock.instant()) > 0) {
            assertThat(clock.instant()).isNotNull();
        }

        ParkedSlice parked = engine.orders().parked(OrderCriteria.ALL, null, 10);

        assertThat(engine.orders().find("a").orElseThrow().position().ended()).isTrue();
        assertThat(parked.unreadable()).containsExactly("b");
        assertThat(engine.orders().raw("b"))
                .hasValueSatisfying(raw -> assertThat(new String(raw.document().bytes(), StandardCharsets.UTF_8))
                        .isEqualTo("{\"format\":1,\"ord"));
        assertThatThrownBy(() -> engine.orders().find("b")).isInstanceOf(UnreadableOrderException.class);
    }

    @Test
    void a_command_on_it_is_refused_with_a_code() {
        place("b");
        store.damage("b", "no document");

        assertThat(engine.execute(Action.on("b", "cancel").build()))
                .satisfies(outcome ->
                        assertThat(((Outcome.Rejected) outcome).code()).isEqualTo("order-unreadable"));
        assertThat(engine.execute(PlaceOrder.of("b").line("HAT", 1).build()).isAccepted())
                .isFalse();
    }

    @Test
    void the_document_of_another_order_is_damage() {
        place("a", "b");
        store.exchange("b", "a");

        Outcome outcome = engine.execute(Action.on("b", "cancel").build());

        assertThat(((Outcome.Rejected) outcome).code()).isEqualTo("order-unreadable");
        assertThat(engine.orders().find("a").orElseThrow().position().ended()).isFalse();
    }

    @Test
    void an_order_in_a_state_that_its_process_has_not_is_refused_with_a_code_and_allows_nothing() {
        place("b");
        String document = new String(store.load("b").orElseThrow().document().bytes(), StandardCharsets.UTF_8);
        store.damage("b", document.replace("\"created\"", "\"nowhere\""));
        OrderEngine other = OrderEngine.builder()
                .withoutPayments()
                .store(store)
                .time(clock)
                .catalog(new FakeCatalog().sell("HAT", eur("20.00")))
                .build();

        Outcome outcome = other.execute(Action.on("b", "cancel").build());

        assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
        assertThat(((Outcome.Rejected) outcome).code()).isEqualTo("unknown-state");
        assertThat(((Outcome.Rejected) outcome).allowed()).isEmpty();
    }

    @Test
    void a_guard_that_throws_spoils_no_refusal_no_other_action_and_no_repetition() {
        ProcessDefinition process = ProcessDefinition.named("guarded", 1)
                .initial("open")
                .state("open", state -> state.on("other")
                        .when("mine")
                        .to("ended")
                        .on("end")
                        .to("ended"))
                .state("ended", state -> state.end())
                .build();
        TestShop shop = new TestShop(builder -> builder.process(process).guard("mine", context -> {
            throw new NoClassDefFoundError();
        }));
        shop.execute(PlaceOrder.of("o").line("LAMP", 1).build());

        Outcome.Rejected unknown = (Outcome.Rejected) shop.act("o", "nonsense");
        Outcome.Rejected other = (Outcome.Rejected)
                shop.execute(Action.on("o", "other").commandId("k").build());

        assertThat(unknown.code()).isEqualTo("not-allowed");
        assertThat(unknown.allowed()).contains("end", "other");
        assertThat(other.code()).isEqualTo("guard-failed");
        assertThat(other.message()).contains("mine", "java.lang.NoClassDefFoundError");
        assertThat(((Outcome.Rejected) shop.execute(
                                Action.on("o", "other").commandId("k").build()))
                        .code())
                .isEqualTo("guard-failed");
        assertThat(shop.act("o", "end")).isInstanceOf(Outcome.Accepted.class);
    }

    private void place(String... ids) {
        for (String id : ids) {
            assertThat(engine.execute(PlaceOrder.of(id).line("HAT", 1).build()).isAccepted())
                    .isTrue();
        }
    }

    /** A store in memory whose documents can be damaged. */
    private static final class DamagingStore extends ForwardingOrderStore {

        private final Map<String, Document> damaged = new ConcurrentHashMap<>();

        DamagingStore() {
            super(new MemoryOrderStore());
        }

        void damage(String id, String text) {
            damaged.put(id, () -> text.getBytes(StandardCharsets.UTF_8));
        }

        void exchange(String id, String other) {
            damaged.put(id, super.load(other).orElseThrow().document());
        }

        @Override
        public Optional<StoredOrder> load(String orderId) {
            return super.load(orderId).map(this::seen);
        }

        @Override
        public OrderPage find(OrderCriteria criteria, @Nullable String after, int limit) {
            OrderPage page = super.find(criteria, after, limit);
            List<StoredOrder> seen = page.orders().stream().map(this::seen).toList();
            return new OrderPage(seen, page.next());
        }

        private StoredOrder seen(StoredOrder stored) {
            Document document = damaged.get(stored.orderId());
            return document == null
                    ? stored
                    : new StoredOrder(stored.orderId(), stored.revision(), stored.leaseEpoch(), document);
        }
    }
}
