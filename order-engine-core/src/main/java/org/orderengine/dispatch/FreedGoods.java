package org.orderengine.dispatch;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.Decision;
import org.orderengine.event.Event;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * The products that this node has put back on sale and that orders may wait for. A commit that books a release or a restock adds to them;
 * due work takes them out and serves the orders that wait. Safe for any number of threads.
 */
public final class FreedGoods {

    private final Set<String> skus = new HashSet<>();

    /** Adds what a commit has put back on sale. */
    void note(@Nullable Order before, Decision.Accepted accepted) {
        if (before == null) {
            return;
        }
        for (Event event : accepted.events()) {
            if (event instanceof Event.EffectDone done) {
                note(before, before.flow().effect(done.effect()));
            }
        }
    }

    private void note(Order order, @Nullable OwedEffect effect) {
        if (effect == null || !(EffectKind.INVENTORY_RELEASE.is(effect) || EffectKind.INVENTORY_RESTOCK.is(effect))) {
            return;
        }
        for (LineQuantity units : effect.lines()) {
            Line line = order.books().line(units.line());
            if (line != null) {
                add(Set.of(line.item().sku()));
            }
        }
    }

    /** Adds products, such as those that could not be offered to orders after all. */
    public synchronized void add(Set<String> more) {
        skus.addAll(more);
    }

    /** Takes all of them out. */
    public synchronized Set<String> take() {
        Set<String> taken = Set.copyOf(skus);
        skus.clear();
        return taken;
    }
}
