package org.orderengine.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.orderengine.model.Books;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Units;
import org.orderengine.process.EffectNames;

/** What the books hold of quantities that somebody speaks of. */
final class Held {

    private Held() {}

    /** As much of each quantity as the line has. */
    static List<LineQuantity> within(Books books, List<LineQuantity> asked, ToLongFunction<Units> has) {
        List<LineQuantity> within = new ArrayList<>(asked.size());
        for (LineQuantity quantity : asked) {
            Line line = books.line(quantity.line());
            long part = line == null ? 0 : Math.min(quantity.quantity(), has.applyAsLong(line.units()));
            if (part > 0) {
                within.add(new LineQuantity(quantity.line(), part));
            }
        }
        return within;
    }

    /** What of each quantity is beyond another list of quantities. */
    static List<LineQuantity> beyond(List<LineQuantity> all, List<LineQuantity> part) {
        List<LineQuantity> beyond = new ArrayList<>();
        for (LineQuantity quantity : all) {
            long more = quantity.quantity() - of(part, quantity.line());
            if (more > 0) {
                beyond.add(new LineQuantity(quantity.line(), more));
            }
        }
        return beyond;
    }

    /** Units of a line that could be shipped now: not those that the inventory was asked to hold and has not answered for. */
    static long shippable(Order order, Line line) {
        long asked = 0;
        for (OwedEffect effect : order.flow().effects()) {
            if (effect.name().equals(EffectNames.INVENTORY_RESERVE)) {
                asked += of(effect.lines(), line.id());
            }
        }
        return line.units().reserved() + Math.max(0, line.units().open() - asked);
    }

    /** All units of an order that could be shipped now. */
    static List<LineQuantity> shippable(Order order) {
        List<LineQuantity> shippable = new ArrayList<>();
        for (Line line : order.books().lines()) {
            long units = shippable(order, line);
            if (units > 0) {
                shippable.add(new LineQuantity(line.id(), units));
            }
        }
        return shippable;
    }

    static long of(List<LineQuantity> lines, String id) {
        long sum = 0;
        for (LineQuantity line : lines) {
            if (line.line().equals(id)) {
                sum += line.quantity();
            }
        }
        return sum;
    }
}
