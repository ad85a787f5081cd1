package org.orderengine.policy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Line;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Measure;
import org.orderengine.model.Problem;
import org.orderengine.model.Return;
import org.orderengine.model.Shipment;

/**
 * A rule that a request to return has to meet.
 *
 * <pre>{@code
 * ReturnRule notOnSale = request -> request.order().books().coupons().isEmpty()
 *         ? null
 *         : new Problem("sale-is-final", "goods bought with a coupon are not taken back");
 * }</pre>
 *
 * <p>It must be pure and cheap. Only delivered units can be returned, whatever the rules say. Called by many threads at a time.
 */
@FunctionalInterface
public interface ReturnRule {

    /** The code of a request that comes too late. */
    String WINDOW_OVER = "return-window-over";
    /** The code of a request for goods that are not taken back. */
    String EXCLUDED = "return-excluded";
    /** The code of a request for more than is taken back. */
    String TOO_MANY = "return-too-many";

    /** The reason to refuse the request; null when this rule allows it. */
    @Nullable
    Problem refusal(ReturnRequest request);

    /**
     * A rule that takes a line back for some time after its last parcel arrived. A line is also taken back where no arrival is known.
     *
     * @param window how long
     */
    static ReturnRule within(Duration window) {
        return request -> {
            for (LineQuantity asked : request.lines()) {
                Instant arrived = arrived(request, asked.line());
                if (arrived != null && request.now().isAfter(arrived.plus(window))) {
                    return new Problem(
                            WINDOW_OVER,
                            "line " + asked.line() + " arrived at " + arrived + ", and is taken back for " + window);
                }
            }
            return null;
        };
    }

    /** A rule that takes no goods of these categories back. */
    static ReturnRule exceptCategories(Set<String> categories) {
        Set<String> excluded = Set.copyOf(categories);
        return request -> {
            for (LineQuantity asked : request.lines()) {
                Line line = request.order().books().line(asked.line());
                String category = line == null ? null : line.item().category();
                if (category != null && excluded.contains(category)) {
                    return new Problem(
                            EXCLUDED, "line " + asked.line() + " is of category " + category + ", not taken back");
                }
            }
            return null;
        };
    }

    /** A rule that takes back at most this many whole units of a line, in all its returns together. */
    static ReturnRule atMostPerLine(long units) {
        return request -> {
            for (LineQuantity asked : request.lines()) {
                long before = 0;
                for (Return returned : request.order().books().returns()) {
                    before += returned.claims(asked.line());
                }
                Line line = request.order().books().line(asked.line());
                Measure measure = line == null ? null : line.item().measure();
                BigDecimal earlier = Measure.decimal(measure, before);
                BigDecimal most = BigDecimal.valueOf(units).subtract(earlier);
                if (Measure.decimal(measure, asked.quantity()).compareTo(most) > 0) {
                    return new Problem(
                            TOO_MANY,
                            "at most " + units + " units of line " + asked.line() + " are taken back; "
                                    + earlier.toPlainString() + " were asked for before");
                }
            }
            return null;
        };
    }

    private static @Nullable Instant arrived(ReturnRequest request, String line) {
        Instant last = null;
        List<Shipment> shipments = request.order().books().shipments();
        for (Shipment shipment : shipments) {
            Instant at = shipment.deliveredAt();
            boolean brought =
                    shipment.lines().stream().anyMatch(part -> part.line().equals(line));
            if (at != null && brought && (last == null || at.isAfter(last))) {
                last = at;
            }
        }
        return last;
    }
}
