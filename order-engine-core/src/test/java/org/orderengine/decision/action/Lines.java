package org.orderengine.decision.action;

import java.util.List;
import java.util.Map;
import org.orderengine.command.Payload;

/** Lines, as payloads name them. */
final class Lines {

    private Lines() {}

    /** So many units of a line. */
    static List<Payload> of(String line, long quantity) {
        return List.of(Payload.of(Map.of("line", line, "quantity", quantity)));
    }

    /** So many units of a product, as a line of their own. */
    static List<Payload> added(String sku, long quantity) {
        return List.of(Payload.of(Map.of("sku", sku, "quantity", quantity)));
    }
}
