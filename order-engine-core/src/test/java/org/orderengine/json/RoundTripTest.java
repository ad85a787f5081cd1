package org.orderengine.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orderengine.command.Payload;
import org.orderengine.event.Event;
import org.orderengine.model.Order;

class RoundTripTest {

    @Property(tries = 300)
    void every_order_comes_back_as_it_was(@ForAll("orders") Order order) {
        byte[] stored = OrderDocument.of(order).bytes();

        Order read = OrderDocument.read(() -> stored);

        assertThat(read).isEqualTo(order);
        assertThat(OrderDocument.of(read).bytes()).isEqualTo(stored);
    }

    @Property(tries = 500)
    void the_events_of_every_commit_come_back_as_they_were(@ForAll("commits") List<Event> events) {
        byte[] stored = EventsDocument.of(events).bytes();

        List<Event> read = EventsDocument.read(() -> stored);

        assertThat(read).isEqualTo(events);
        assertThat(EventsDocument.of(read).bytes()).isEqualTo(stored);
    }

    @Property(tries = 500)
    void every_payload_comes_back_as_it_was(@ForAll("payloads") Payload payload) {
        byte[] stored = Json.write(payload, (out, value) -> {
            out.enterObject();
            PayloadCodec.write(out, value);
            out.leaveObject();
        });

        Payload read = Json.read(stored, in -> in.object(PayloadCodec::read));

        assertThat(read).isEqualTo(payload);
        assertThat(read.keys()).containsExactlyElementsOf(payload.keys());
    }

    @Provide
    static Arbitrary<Order> orders() {
        return RandomOrders.orders();
    }

    @Provide
    static Arbitrary<List<Event>> commits() {
        return RandomEvents.commits();
    }

    @Provide
    static Arbitrary<Payload> payloads() {
        return RandomCommands.payloads();
    }
}
