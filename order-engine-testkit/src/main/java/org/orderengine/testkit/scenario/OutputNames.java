package org.orderengine.testkit.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names in a step's output, so that a misspelled expectation is found before it runs. Lists count as their elements. */
final class OutputNames {

    private static final OutputNames VALUE = new OutputNames();

    /** What holds names of the host's. */
    private static final OutputNames ANY = new OutputNames();

    private static final OutputNames ORDER = new OutputNames()
            .values("order", "process", "version", "state", "phase", "busy", "parked", "final", "revision")
            .values("placedAt", "buyer", "business", "channel", "merchant", "currency")
            .inside(
                    "totals",
                    "lines",
                    "discount",
                    "shipping",
                    "charges",
                    "tax",
                    "surcharge",
                    "credit",
                    "total",
                    "authorized",
                    "captured",
                    "refunded",
                    "outstanding",
                    "chargedBack")
            .inside("charges", "charge", "price", "tax")
            .with(
                    "lines",
                    new OutputNames()
                            .values("line", "sku", "fulfilment", "unitPrice", "ordered", "open", "reserved")
                            .values("backordered", "shipped", "delivered", "cancelled", "returned", "writtenOff")
                            .values("subtotal", "discount", "tax", "total")
                            .with("attributes", ANY))
            .with(
                    "payments",
                    new OutputNames()
                            .values("payment", "method", "state", "authorized", "captured", "refunded", "chargedBack")
                            .with("pending", new OutputNames().values("until").with("data", ANY)))
            .with("shipments", new OutputNames().values("shipment", "state").inside("lines", "line", "quantity"))
            .with(
                    "returns",
                    new OutputNames()
                            .values("return", "kind", "state", "refund")
                            .inside("lines", "line", "requested", "accepted", "damaged", "rejected")
                            .inside("timers", "name", "due"))
            .inside("coupons", "code", "state")
            .inside("points", "spent", "granted", "returned", "clawedBack")
            .with("attributes", ANY)
            .values("tags", "source", "allowed")
            .inside("family", "parent", "children")
            .inside("timers", "name", "due")
            .inside("deferred", "action", "since")
            .inside("proposal", "proposal", "since", "difference")
            .with(
                    "history",
                    new OutputNames()
                            .values("revision", "at", "event", "reason")
                            .inside("actor", "kind", "id"));

    /** The names in the output of any kind of step. */
    static final OutputNames STEP = step();

    private final Map<String, OutputNames> inner = new LinkedHashMap<>();

    private OutputNames() {}

    /** What stands inside the member of that name; null if there is none. */
    @Nullable
    OutputNames inner(String name) {
        return this == ANY ? VALUE : inner.get(name);
    }

    Set<String> names() {
        return inner.keySet();
    }

    private static OutputNames step() {
        OutputNames step = new OutputNames()
                .values("step", "id", "accepted", "orders", "count", "next")
                .inside("rejection", "kind", "code", "message", "allowed")
                .with("order", ORDER)
                .with("quote", ORDER);
        return step.with("results", step);
    }

    private OutputNames values(String... names) {
        for (String name : names) {
            inner.put(name, VALUE);
        }
        return this;
    }

    private OutputNames inside(String name, String... names) {
        return with(name, new OutputNames().values(names));
    }

    private OutputNames with(String name, OutputNames names) {
        inner.put(name, names);
        return this;
    }
}
