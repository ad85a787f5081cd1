package org.orderengine.testkit.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The names in a step's output, so that a misspelled expectation is found before it runs. Lists count as their elements. */
final class OutputNames {

    private static final OutputNames VALUE = new OutputNames();

    private static final OutputNames ORDER = new OutputNames()
            .values("order", "process", "version", "state", "busy", "parked", "final", "revision")
            .inside(
                    "totals",
                    "lines",
                    "discount",
                    "shipping",
                    "tax",
                    "surcharge",
                    "credit",
                    "total",
                    "authorized",
                    "captured",
                    "refunded",
                    "outstanding",
                    "chargedBack")
            .inside(
                    "lines",
                    "line",
                    "sku",
                    "unitPrice",
                    "ordered",
                    "open",
                    "reserved",
                    "backordered",
                    "shipped",
                    "delivered",
                    "cancelled",
                    "returned",
                    "writtenOff",
                    "subtotal",
                    "discount",
                    "tax",
                    "total")
            .inside("payments", "payment", "method", "state", "authorized", "captured", "refunded", "chargedBack")
            .with("shipments", new OutputNames().values("shipment", "state").inside("lines", "line", "quantity"))
            .with(
                    "returns",
                    new OutputNames()
                            .values("return", "kind", "state", "refund")
                            .inside("lines", "line", "requested", "accepted", "damaged", "rejected")
                            .inside("timers", "name", "due"))
            .inside("coupons", "code", "state")
            .inside("points", "spent", "granted", "returned", "clawedBack")
            .values("allowed")
            .inside("timers", "name", "due")
            .inside("deferred", "action", "since")
            .inside("proposal", "proposal", "since", "difference")
            .inside("history", "revision", "at", "event");

    /** The names in the output of any kind of step. */
    static final OutputNames STEP = step();

    private final Map<String, OutputNames> inner = new LinkedHashMap<>();

    private OutputNames() {}

    /** What stands inside the member of that name; null if there is none. */
    @Nullable
    OutputNames inner(String name) {
        return inner.get(name);
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
