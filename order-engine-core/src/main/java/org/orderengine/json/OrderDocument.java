package org.orderengine.json;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Order;
import org.orderengine.spi.store.Document;

/**
 * The document of an order: one JSON object that holds all of it. It never changes, and is written out when its bytes are
 * first asked for; a store that keeps values in memory never does. Safe for any number of threads.
 *
 * <p>Amounts are minor units of the one currency, instants are ISO-8601 in UTC, and what is null, zero, false or empty is
 * left out: {@code {"format":1,"order":"o-1","revision":2,"process":"physical-goods","version":1,…}}.
 */
public final class OrderDocument implements Document {

    private final Order order;
    private volatile byte @Nullable [] bytes;

    private OrderDocument(Order order) {
        this.order = order;
    }

    /** The document of an order. */
    public static OrderDocument of(Order order) {
        return new OrderDocument(order);
    }

    /**
     * The order of a document: the very one that an {@code OrderDocument} was made of, otherwise what its bytes say.
     *
     * @throws DocumentException if the document is damaged, or a newer version of the library wrote it
     */
    public static Order read(Document document) {
        return document instanceof OrderDocument known ? known.order : read(document.bytes(), Upgrades.CURRENT);
    }

    /**
     * The order of a document that is kept under an order's id.
     *
     * @throws DocumentException if the document is damaged, a newer version of the library wrote it, or it is that of another order
     */
    public static Order read(String orderId, Document document) {
        Order order = read(document);
        if (!order.id().equals(orderId)) {
            throw new DocumentException(orderId, "", "it is the document of another order", null);
        }
        return order;
    }

    /**
     * The content: UTF-8 JSON. The caller must not change the array.
     *
     * @throws IllegalArgumentException if the order has a part that no document can hold, such as an amount of another
     *     currency than the order's
     */
    @Override
    public byte[] bytes() {
        byte[] written = bytes;
        if (written == null) {
            written = write(order);
            bytes = written;
        }
        return written;
    }

    static Order read(byte[] bytes, Upgrades upgrades) {
        return Json.read(bytes, in -> {
            in.enterObject();
            Field first = in.next();
            if (first != Field.FORMAT) {
                throw in.failure("an order document begins with its \"" + Field.FORMAT + "\"", null);
            }
            int format = in.format(upgrades.format());
            if (format < upgrades.format()) {
                return read(upgrades.liftOrder(bytes, format), upgrades);
            }
            Order order = OrderCodec.ORDER.read(in);
            in.leaveDocument();
            return order;
        });
    }

    private static byte[] write(Order order) {
        try {
            return Json.write(order, (out, root) -> {
                out.generator().writeStartObject();
                out.number(Field.FORMAT, Upgrades.CURRENT.format());
                OrderCodec.ORDER.write(out, root);
                out.generator().writeEndObject();
            });
        } catch (IllegalArgumentException refused) {
            throw new IllegalArgumentException(
                    "Order " + order.id() + " has no document: " + refused.getMessage(), refused);
        }
    }
}
