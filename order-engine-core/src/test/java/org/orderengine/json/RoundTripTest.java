package org.orderengine.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orderengine.command.Payload;
import org.orderengine.event.Event;
import org.orderengine.model.Order;

class RoundTripTest {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Property(tries = 300)
    void every_order_comes_back_as_it_was(@ForAll("orders") Order order) {
        byte[] stored = OrderDocument.of(order).bytes();

        Order read = OrderDocument.read(() -> stored);

        assertThat(read).isEqualTo(order);
        assertThat(OrderDocument.of(read).bytes()).isEqualTo(stored);
    }

    @Property(tries = 300)
    void every_order_comes_back_when_its_fields_stand_in_the_opposite_order(@ForAll("orders") Order order)
            throws IOException {
        byte[] stored = MAPPER.writeValueAsBytes(
                reversed(MAPPER.readTree(OrderDocument.of(order).bytes())));

        assertThat(OrderDocument.read(() -> stored)).isEqualTo(order);
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
            out.generator().writeStartObject();
            PayloadCodec.write(out, value.toMap());
            out.generator().writeEndObject();
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

    /** The last field first; but the format begins a document, and the currency stands before the amounts. */
    private static JsonNode reversed(JsonNode node) {
        if (node instanceof ArrayNode list) {
            ArrayNode elements = list.arrayNode();
            list.forEach(element -> elements.add(reversed(element)));
            return elements;
        }
        if (!(node instanceof ObjectNode object)) {
            return node;
        }
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(name -> names.add(0, name));
        for (String first : List.of("currency", "format")) {
            if (names.remove(first)) {
                names.add(0, first);
            }
        }
        ObjectNode fields = object.objectNode();
        names.forEach(name -> fields.set(name, reversed(object.get(name))));
        return fields;
    }
}
