package org.orderengine.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.orderengine.model.Customer;
import org.orderengine.spi.store.Document;

/**
 * Takes personal data out of documents. Each personal text becomes {@code "erased"}, in orders and in their events alike, so that the
 * events still fold to the order (F5).
 *
 * <p>Personal are: the buyer's id, addresses but for country and region, the tax number, ids of people who gave commands, all reasons and
 * evidence, codes of gift cards, and the attributes and parts of payloads that the host says are. Amounts, units, products and instants stay.
 *
 * <p>Immutable, so safe for any number of threads.
 */
public final class Erasure {

    private static final Set<String> TEXTS =
            names(Field.BUYER, Field.TAX_NUMBER, Field.REASON, Field.OPERATOR, Field.EVIDENCE);

    private static final Set<String> OF_ADDRESS =
            names(Field.RECIPIENT, Field.COMPANY, Field.LINES, Field.POSTAL_CODE, Field.CITY, Field.PHONE, Field.EMAIL);

    private static final Set<String> ADDRESSES =
            Set.of(Field.DELIVERY_ADDRESS.toString(), Field.BILLING_ADDRESS.toString(), "address");

    private static final Set<String> AUTHORS = names(Field.BY, Field.ERASURE);
    private static final Set<String> OWN = names(Field.ATTRIBUTES, Field.OWN_ATTRIBUTES);
    private static final Set<String> PEOPLE = Set.of("buyer", "staff");
    private static final TextNode ERASED = TextNode.valueOf(Customer.ERASED);

    private final Set<String> personal;

    /**
     * Takes out what is personal by itself, and what the host says is.
     *
     * @param personal the names of such attributes and parts of payloads
     */
    public Erasure(Set<String> personal) {
        this.personal = Set.copyOf(personal);
    }

    private static Set<String> names(Field... fields) {
        List<String> names = new ArrayList<>();
        for (Field field : fields) {
            names.add(field.toString());
        }
        return Set.copyOf(names);
    }

    /**
     * An order's document without personal data.
     *
     * @throws DocumentException if the document is damaged
     */
    public OrderDocument order(Document document) {
        byte[] whole = OrderDocument.of(OrderDocument.read(document)).bytes();
        return OrderDocument.of(OrderDocument.read(without(whole), Upgrades.CURRENT));
    }

    /**
     * A document of events without personal data.
     *
     * @throws DocumentException if the document is damaged
     */
    public EventsDocument events(Document document) {
        EventsDocument known = EventsDocument.whole(document);
        return EventsDocument.read(
                without(EventsDocument.of(known.by(), known.events()).bytes()), Upgrades.CURRENT);
    }

    private byte[] without(byte[] document) {
        try {
            JsonNode tree = Upgrades.Trees.MAPPER.readTree(document);
            erase(tree);
            return Upgrades.Trees.MAPPER.writeValueAsBytes(tree);
        } catch (IOException impossible) {
            throw new IllegalStateException("a document that was just written cannot be read", impossible);
        }
    }

    private void erase(JsonNode node) {
        if (node instanceof ArrayNode list) {
            list.forEach(this::erase);
        } else if (node instanceof ObjectNode object) {
            names(object).forEach(name -> erase(object, name, object.path(name)));
        }
    }

    private void erase(ObjectNode object, String name, JsonNode value) {
        if (value.isTextual()) {
            if (TEXTS.contains(name) || isCodeOfPayment(object, name)) {
                object.set(name, ERASED);
            }
        } else if (value instanceof ObjectNode inner && ADDRESSES.contains(name)) {
            eraseAddress(inner);
        } else if (value instanceof ObjectNode inner && AUTHORS.contains(name)) {
            eraseAuthor(inner);
        } else if (value instanceof ObjectNode inner && (OWN.contains(name) || name.equals(Field.PAYLOAD.toString()))) {
            eraseOwn(inner);
        } else {
            erase(value);
        }
    }

    /** The code of a gift card, which is worth what is left on it. */
    private static boolean isCodeOfPayment(ObjectNode object, String name) {
        return name.equals(Field.CODE.toString())
                && object.has(Field.PAYMENT.toString())
                && object.has(Field.METHOD.toString());
    }

    private static void eraseAddress(ObjectNode address) {
        change(address, (name, value) -> OF_ADDRESS.contains(name) ? erased(value) : value);
    }

    private static void eraseAuthor(ObjectNode author) {
        boolean isPerson = PEOPLE.contains(author.path(Field.KIND.toString()).asText());
        change(
                author,
                (name, value) -> name.equals(Field.REASON.toString()) || (isPerson && name.equals(Field.ID.toString()))
                        ? ERASED
                        : value);
    }

    /** What the host gave names to. An address in it is known by its name. */
    private void eraseOwn(ObjectNode own) {
        change(own, (name, value) -> {
            if (personal.contains(name) || (name.equals(Field.CODE.toString()) && own.has(Field.METHOD.toString()))) {
                return erased(value);
            }
            if (value instanceof ObjectNode inner && ADDRESSES.contains(name)) {
                eraseAddress(inner);
            } else if (value instanceof ObjectNode inner) {
                eraseOwn(inner);
            }
            return value;
        });
    }

    /** Every text in a value erased; what is no text stays. */
    private static JsonNode erased(JsonNode value) {
        if (value.isTextual()) {
            return ERASED;
        }
        if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, erased(list.get(i)));
            }
        } else if (value instanceof ObjectNode object) {
            change(object, (name, inner) -> erased(inner));
        }
        return value;
    }

    private interface Change {
        JsonNode of(String name, JsonNode value);
    }

    private static void change(ObjectNode object, Change change) {
        names(object).forEach(name -> object.set(name, change.of(name, object.path(name))));
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
