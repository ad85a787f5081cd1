package org.orderengine.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.orderengine.event.Event;
import org.orderengine.event.Event.PaymentMoved;
import org.orderengine.model.Order;

class UpgradesTest {

    /** Once an order's id was called "number", its buyer "customer", and payments moved by "payment-changed". */
    private static final Upgrades TWO_BEFORE = new Upgrades(List.of(
            new Upgrades.Step() {
                @Override
                public void order(ObjectNode order) {
                    rename(order, "number", "id");
                }

                @Override
                public void event(ObjectNode event) {
                    order(event);
                    if (event.path("event").asText().equals("payment-changed")) {
                        event.put("event", "payment-moved");
                    }
                }
            },
            new Upgrades.Step() {
                @Override
                public void order(ObjectNode order) {
                    rename(order, "id", "order");
                }

                @Override
                public void event(ObjectNode event) {
                    order(event);
                }
            }));

    /** Nothing changed. */
    private static final Upgrades ONE_BEFORE = new Upgrades(List.of(new Upgrades.Step() {
        @Override
        public void order(ObjectNode order) {}

        @Override
        public void event(ObjectNode event) {}
    }));

    @Test
    void an_order_of_the_first_format_is_lifted_step_by_step() {
        String first = text(OrderExamples.anOrder()).replace("\"order\":", "\"number\":");

        assertThat(OrderDocument.read(bytes(first), TWO_BEFORE)).isEqualTo(OrderExamples.anOrder());
    }

    @Test
    void an_order_of_the_second_format_takes_the_last_step_only() {
        String second =
                text(OrderExamples.anOrder()).replace("\"order\":", "\"id\":").replace("\"format\":1", "\"format\":2");

        assertThat(OrderDocument.read(bytes(second), TWO_BEFORE)).isEqualTo(OrderExamples.anOrder());
    }

    @Test
    void events_of_the_first_format_are_lifted_with_the_order_in_them() {
        Event placed = new Event.OrderPlaced(OrderExamples.anOrder());
        Event moved = new PaymentMoved("p-1", "captured");
        String first = new String(
                        EventsDocument.write(EventsDocument.of(List.of(placed, moved)), 1), StandardCharsets.UTF_8)
                .replace("\"order\":", "\"number\":")
                .replace("payment-moved", "payment-changed");

        assertThat(EventsDocument.read(bytes(first), TWO_BEFORE).events()).containsExactly(placed, moved);
    }

    @Test
    void events_of_the_current_format_are_read_as_they_are() {
        Event placed = new Event.OrderPlaced(OrderExamples.anOrder());
        byte[] third = EventsDocument.write(EventsDocument.of(List.of(placed)), 3);

        assertThat(new String(third, StandardCharsets.UTF_8)).startsWith("[{\"format\":3,\"event\":\"order-placed\"");
        assertThat(EventsDocument.read(third, TWO_BEFORE).events()).containsExactly(placed);
    }

    @Property(tries = 100)
    void lifting_keeps_every_value_as_it_is(@ForAll("orders") Order order) {
        assertThat(OrderDocument.read(OrderDocument.of(order).bytes(), ONE_BEFORE))
                .isEqualTo(order);
    }

    @Property(tries = 100)
    void lifting_keeps_every_event_as_it_is(@ForAll("commits") List<Event> events) {
        assertThat(EventsDocument.read(EventsDocument.write(EventsDocument.of(events), 1), ONE_BEFORE)
                        .events())
                .isEqualTo(events);
    }

    @Test
    void a_document_that_lacks_what_a_step_looks_for_is_refused_like_any_other() {
        String damaged = text(OrderExamples.anOrder()).replace("\"order\":", "\"nothing\":");

        assertThatThrownBy(() -> OrderDocument.read(bytes(damaged), TWO_BEFORE))
                .isInstanceOf(DocumentException.class)
                .hasMessageContaining("/nothing");
    }

    @Test
    void a_list_of_something_else_is_refused_before_it_is_lifted() {
        assertThatThrownBy(() -> EventsDocument.read(bytes("[{},1]"), ONE_BEFORE))
                .isInstanceOf(DocumentException.class);
        assertThatThrownBy(() -> EventsDocument.read(bytes("[1]"), ONE_BEFORE)).isInstanceOf(DocumentException.class);
        assertThat(EventsDocument.read(bytes("[]"), ONE_BEFORE).events()).isEmpty();
    }

    @Provide
    static Arbitrary<Order> orders() {
        return RandomOrders.orders();
    }

    @Provide
    static Arbitrary<List<Event>> commits() {
        return RandomEvents.commits();
    }

    private static void rename(ObjectNode object, String from, String to) {
        if (object.has(from)) {
            object.set(to, object.remove(from));
        }
    }

    private static String text(Order order) {
        return new String(OrderDocument.of(order).bytes(), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
