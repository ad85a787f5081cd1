package org.orderengine.json;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;

/**
 * The formats that documents had. The first step lifts format 1 to 2, and so on; so the format that is written is one more
 * than there are steps. Documents of the current format do not use it.
 *
 * @param steps a step per earlier format, oldest first
 */
record Upgrades(List<Step> steps) {

    /** What this version of the library reads. */
    static final Upgrades CURRENT = new Upgrades(List.of());

    private static final String FORMAT = Field.FORMAT.toString();

    Upgrades {
        steps = List.copyOf(steps);
    }

    /** The format that is written. */
    int format() {
        return steps.size() + 1;
    }

    /** An order document of an earlier format, in the current one. */
    byte[] liftOrder(byte[] document, int from) throws IOException {
        JsonNode tree = Trees.MAPPER.readTree(document);
        if (tree instanceof ObjectNode order) {
            for (Step step : steps.subList(from - 1, steps.size())) {
                step.order(order);
            }
            order.put(FORMAT, format());
        }
        return Trees.MAPPER.writeValueAsBytes(tree);
    }

    /** A list of events of an earlier format, in the current one. What is no event stays, to be refused by the reader. */
    byte[] liftEvents(byte[] document, int from) throws IOException {
        JsonNode tree = Trees.MAPPER.readTree(document);
        for (JsonNode element : tree) {
            if (element instanceof ObjectNode event) {
                for (Step step : steps.subList(from - 1, steps.size())) {
                    step.event(event);
                }
            }
        }
        if (tree instanceof ArrayNode events && events.get(0) instanceof ObjectNode first) {
            first.remove(FORMAT);
            ObjectNode marked = events.objectNode().put(FORMAT, format());
            marked.setAll(first);
            events.set(0, marked);
        }
        return Trees.MAPPER.writeValueAsBytes(tree);
    }

    /** Made when the first document of an earlier format is read, or one is changed as a tree. */
    static final class Trees {

        /** Keeps decimals as they are, and has a factory of its own, since a mapper leaves its mark on its factory. */
        static final JsonMapper MAPPER = JsonMapper.builder(
                        Json.FACTORY.rebuild().build())
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
    }

    /** Lifts what one format wrote to the next one: what was called or built otherwise is changed in place. */
    interface Step {

        /** Lifts an order document, or the order that an event carries. */
        void order(ObjectNode order);

        /** Lifts an event; one that carries an order has that order's fields beside its own. */
        void event(ObjectNode event);
    }
}
