package org.orderengine.decision.flow;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Evolve;
import org.orderengine.event.Event;
import org.orderengine.model.Lapse;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.policy.LatePayment;
import org.orderengine.process.compiled.CompiledProcess;

/** Reinstates an order that a timer cancelled and that was paid late. */
final class Reinstating {

    private Reinstating() {}

    /** Records the content of an unpaid order that a timer is about to cancel. */
    static void remember(Draft draft, String timer) {
        Order order = draft.order();
        boolean touched =
                order.books().lines().stream().anyMatch(line -> line.units().shipped() > 0);
        if (draft.policy().latePayment() != LatePayment.REINSTATE
                || touched
                || order.totals().captured().isPositive()) {
            return;
        }
        List<LineQuantity> lines = new ArrayList<>();
        for (Line line : order.books().lines()) {
            if (line.units().unshipped() > 0) {
                lines.add(new LineQuantity(line.id(), line.units().unshipped()));
            }
        }
        draft.apply(new Event.OrderLapsed(new Lapse(timer, lines, order.books().shipping())));
    }

    /** Begins the order anew if it was paid after it had lapsed. Returns whether it did. */
    static boolean reinstate(Draft draft, CompiledProcess process) {
        Event.OrderReinstated reinstated = reinstated(draft);
        if (reinstated == null) {
            return false;
        }
        draft.apply(reinstated);
        new StepFollower(process, draft).follow(process.start(draft));
        return true;
    }

    private static Event.@Nullable OrderReinstated reinstated(Draft draft) {
        Order order = draft.order();
        Lapse lapse = order.flow().lapse();
        if (lapse == null
                || !order.position().ended()
                || !order.flow().effects().isEmpty()
                || !draft.wanted().isEmpty()
                || !order.totals().captured().minus(order.totals().refunded()).isPositive()) {
            return null;
        }
        Event.OrderReinstated reinstated = new Event.OrderReinstated(lapse);
        return Evolve.apply(order, reinstated).totals().outstanding().isPositive() ? null : reinstated;
    }
}
