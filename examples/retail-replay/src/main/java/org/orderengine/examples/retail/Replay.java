package org.orderengine.examples.retail;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.orderengine.command.Action;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.OrderEngine;
import org.orderengine.engine.Outcome;
import org.orderengine.model.Order;
import org.orderengine.testkit.VirtualClock;

/**
 * Runs the invoices of a file through an engine, at the time that each was written.
 *
 * <p>Every command has an id, so that a run on a store that has seen the file before, whole or in part, gives the same answers
 * and does nothing twice.
 */
final class Replay {

    private static final int ROWS_PER_REPORT = 1000;

    private final OrderEngine engine;
    private final VirtualClock clock;
    private final Consumer<String> progress;
    private final Purchases purchases = new Purchases();
    private final Tally tally = new Tally();

    Replay(OrderEngine engine, VirtualClock clock, Consumer<String> progress) {
        this.engine = engine;
        this.clock = clock;
        this.progress = progress;
    }

    Tally run(SalesFile file) {
        file.setAside().forEach(reason -> tally.setAside(reason, 1));
        int reported = tally.rows();
        for (Invoice invoice : file.invoices()) {
            engine.runDue(clock.advanceTo(invoice.at()));
            if (invoice.isCancellation()) {
                invoice.rows().forEach(this::giveBack);
            } else {
                sell(invoice);
            }
            if (tally.rows() - reported >= ROWS_PER_REPORT) {
                reported = tally.rows();
                progress.accept(reported + " of " + file.size() + " rows, up to " + invoice.at());
            }
        }
        return tally;
    }

    private void sell(Invoice invoice) {
        SalesRow first = invoice.rows().get(0);
        PlaceOrder.Builder order = PlaceOrder.of(invoice.id())
                .buyer(first.customer())
                .channel(first.country())
                .commandId("place");
        for (SalesRow row : invoice.rows()) {
            order.line(row.sku(), row.quantity(), row.price());
        }
        if (engine.execute(order.build()) instanceof Outcome.Rejected refused && refused.order() == null) {
            tally.setAside(refused.code(), invoice.rows().size());
            return;
        }
        act(Action.on(invoice.id(), "pay"), "pay");
        act(Action.on(invoice.id(), "ship"), "ship");
        Order delivered = act(Action.on(invoice.id(), "deliver"), "deliver");
        tally.order(invoice.rows().size(), delivered.totals().captured());
        for (int i = 0; i < invoice.rows().size(); i++) {
            purchases.add(
                    invoice.rows().get(i), delivered.books().lines().get(i).id());
        }
    }

    private void giveBack(SalesRow row) {
        List<Purchases.Units> units = purchases.takeBack(row);
        if (units.isEmpty()) {
            tally.unmatchedReturn();
            return;
        }
        Map<String, List<Purchases.Units>> byOrder = new LinkedHashMap<>();
        units.forEach(some ->
                byOrder.computeIfAbsent(some.order(), id -> new ArrayList<>()).add(some));
        byOrder.forEach((order, some) -> giveBack(order, row, some));
        tally.matchedReturn();
    }

    private void giveBack(String order, SalesRow row, List<Purchases.Units> units) {
        String id = row.invoice() + "/" + row.number();
        Action.Builder request = Action.on(order, "request-return").set("return", id);
        units.forEach(some -> request.line(some.line(), some.quantity()));
        act(request, "request-" + id);
        act(Action.on(order, "approve-return").set("return", id), "approve-" + id);
        Order after = act(Action.on(order, "receive-return").set("return", id), "receive-" + id);
        tally.refund(Objects.requireNonNull(after.books().returnOf(id)).refund());
    }

    /** The file says that it happened; should the engine not agree, one of the two is wrong. */
    private Order act(Action.Builder action, String commandId) {
        Outcome outcome = engine.execute(action.commandId(commandId).build());
        if (outcome instanceof Outcome.Rejected rejected) {
            throw new IllegalStateException(
                    "at " + clock.instant() + ": " + rejected.code() + ": " + rejected.message());
        }
        return ((Outcome.Accepted) outcome).order();
    }
}
