package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.effect.Effect.StockLine;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Measure;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;

/** Parts that requests to several services have in common. */
final class Requests {

    private Requests() {}

    /** Units as a service knows them. */
    static List<StockLine> lines(Order order, List<LineQuantity> quantities) {
        List<StockLine> lines = new ArrayList<>(quantities.size());
        for (LineQuantity quantity : quantities) {
            Line line = order.books().line(quantity.line());
            if (line == null) {
                throw new IllegalStateException("there is no line " + quantity.line());
            }
            Measure measure = line.item().measure();
            int digits = measure == null ? 0 : measure.digits();
            lines.add(new StockLine(quantity.line(), line.item().sku(), quantity.quantity(), digits));
        }
        return lines;
    }

    /** The payment or shipment that an effect is for. */
    static String subject(OwedEffect effect) {
        if (effect.subject() == null) {
            throw new IllegalStateException(effect.name() + " is about nothing");
        }
        return effect.subject();
    }
}
