package org.orderengine.view;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.Preview;
import org.orderengine.event.Event;
import org.orderengine.json.EventsDocument;
import org.orderengine.model.Flow;
import org.orderengine.model.Order;
import org.orderengine.model.ProcessReference;
import org.orderengine.orders.OrderService;
import org.orderengine.orders.OrderSlice;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.pricing.QuoteResult;

/**
 * The JSON in which other programs read orders: the <i>view</i> of an order, of an outcome, a quote, a timeline and a page.
 *
 * <p>It is documented in {@code docs/queries.md} and {@code docs/scenarios.md} and described by the JSON Schema {@code org/orderengine/schema/view.schema.json}. Money is
 * a decimal text in major units, times are ISO-8601 instants. The view is not what a store keeps of an order.
 *
 * <pre>{@code
 * OrderJson json = new OrderJson(engine.orders());
 * String text = OrderJson.write(json.order(order));
 * }</pre>
 *
 * <p>Objects are maps in the order in which they are written, arrays are lists; values are texts, numbers, booleans and nulls. So
 * any JSON library can write them, and a host can add members of its own.
 *
 * <p>Safe for any number of threads.
 */
public final class OrderJson {

    private final OrderService orders;

    /** Shows orders of that service. */
    public OrderJson(OrderService orders) {
        this.orders = orders;
    }

    /** JSON as text on one line. */
    public static String write(@Nullable Object json) {
        return JsonText.write(json);
    }

    /** The whole view of an order, with what it would take now and everything that happened to it. */
    public Map<String, @Nullable Object> order(Order order) {
        return OrderView.of(
                order,
                orders.phase(order).orElse(null),
                new OrderView.Rest(orders.allowed(order), happenings(orders.timeline(order.id()))));
    }

    /** The view of an order as lists show it: without {@code allowed}, {@code timers} and {@code history}, which cost more to find. */
    public Map<String, @Nullable Object> light(Order order) {
        return OrderView.of(order, orders.phase(order).orElse(null), null);
    }

    /** One page of a list: the light view of each order, and the cursor where the next page begins. */
    public Map<String, @Nullable Object> page(OrderSlice slice) {
        Map<String, @Nullable Object> page = new LinkedHashMap<>();
        page.put("orders", slice.orders().stream().map(this::light).toList());
        page.put("next", slice.next());
        return page;
    }

    /** What became of a command: whether it was accepted, and if not, why, and what would be allowed. */
    public static Map<String, @Nullable Object> outcome(Outcome outcome) {
        return answer(outcome.isAccepted(), outcome instanceof Outcome.Rejected rejected ? rejected : null);
    }

    /** What would become of a command. */
    public static Map<String, @Nullable Object> preview(Preview preview) {
        return answer(preview.isAccepted(), preview instanceof Outcome.Rejected rejected ? rejected : null);
    }

    /**
     * What an order would cost, as the view of the order that would be placed.
     *
     * @param command the command that was asked for a price
     * @param process the process that the order would follow
     * @param at when the price was asked for
     */
    public static Map<String, @Nullable Object> quote(
            PlaceOrder command, QuoteResult.Quoted quoted, ProcessReference process, Instant at) {
        Order asked = new Order(
                command.orderId(),
                process,
                command.origin(),
                command.customer().inTier(quoted.memberTier()),
                at,
                0,
                quoted.books(),
                Flow.NONE,
                command.annotations());
        return OrderView.of(asked, null, OrderView.Rest.NONE);
    }

    /**
     * Why something was not done, as outcomes say it.
     *
     * @param allowed the actions that would be taken instead
     */
    public static Map<String, @Nullable Object> rejection(
            Outcome.Kind kind, String code, String message, List<String> allowed) {
        Map<String, @Nullable Object> rejection = new LinkedHashMap<>();
        rejection.put("kind", OrderView.word(kind));
        rejection.put("code", code);
        rejection.put("message", message);
        rejection.put("allowed", allowed);
        return rejection;
    }

    private static Map<String, @Nullable Object> answer(boolean isAccepted, Outcome.@Nullable Rejected rejected) {
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("accepted", isAccepted);
        if (rejected != null) {
            answer.put(
                    "rejection", rejection(rejected.kind(), rejected.code(), rejected.message(), rejected.allowed()));
        }
        return answer;
    }

    private static List<OrderView.Happening> happenings(List<TimelineEntry> timeline) {
        List<OrderView.Happening> happenings = new ArrayList<>();
        for (TimelineEntry entry : timeline) {
            for (Event event : entry.events()) {
                happenings.add(new OrderView.Happening(
                        entry.revision(), entry.at(), EventsDocument.nameOf(event), entry.by()));
            }
        }
        return happenings;
    }
}
