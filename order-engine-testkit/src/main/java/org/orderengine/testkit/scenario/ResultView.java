package org.orderengine.testkit.scenario;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.Preview;
import org.orderengine.model.Order;
import org.orderengine.orders.OrderCount;
import org.orderengine.orders.OrderService;
import org.orderengine.orders.OrderSlice;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.view.OrderJson;

/** The output of steps, as the scenario format shows it. */
final class ResultView {

    private final ScenarioShop world;
    private final Session session;
    private final List<ProcessDefinition> processes;

    ResultView(ScenarioShop world, Session session, List<ProcessDefinition> processes) {
        this.world = world;
        this.session = session;
        this.processes = processes;
    }

    /** That a step without an order was taken. */
    static Map<String, @Nullable Object> accepted() {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("accepted", true);
        return told;
    }

    /** What became of placing an order. Where that was refused, no order came to be, whatever else bears its id. */
    Map<String, @Nullable Object> placed(PlaceOrder order, Outcome outcome) {
        boolean refused = outcome instanceof Outcome.Rejected rejected && rejected.kind() == Outcome.Kind.REFUSED;
        Map<String, @Nullable Object> told = OrderJson.outcome(outcome);
        told.put("order", refused ? null : view(order.orderId()));
        return told;
    }

    /** What became of an action on an order. */
    Map<String, @Nullable Object> acted(String orderId, Outcome outcome) {
        Map<String, @Nullable Object> told = OrderJson.outcome(outcome);
        told.put("order", view(orderId));
        return told;
    }

    /** What would become of an action on an order, and the order as it stands. */
    Map<String, @Nullable Object> previewed(String orderId, Preview preview) {
        Map<String, @Nullable Object> told = OrderJson.preview(preview);
        told.put("order", view(orderId));
        return told;
    }

    /** The orders that were found, how many there are, and where the next ones begin. */
    Map<String, @Nullable Object> found(Step.Find find) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        OrderService orders = session.engine().orders();
        try {
            OrderSlice slice = orders.list(find.criteria(), find.after(), find.limit());
            OrderCount count = orders.count(find.criteria());
            told.put("accepted", true);
            told.put("orders", slice.orders().stream().map(Order::id).toList());
            told.put("count", count.isAtLeast() ? count.toString() : (Object) count.orders());
            told.put("next", slice.next());
        } catch (QueryRefusedException refused) {
            told.put("accepted", false);
            told.put(
                    "rejection",
                    OrderJson.rejection(
                            Outcome.Kind.REFUSED, refused.code(), String.valueOf(refused.getMessage()), List.of()));
        }
        return told;
    }

    /** What an order would cost. */
    Map<String, @Nullable Object> quoted(PlaceOrder order, QuoteResult result) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        if (result instanceof QuoteResult.Quoted quoted) {
            told.put("accepted", true);
            told.put(
                    "quote",
                    OrderJson.quote(
                            order,
                            quoted,
                            process(order.process()).reference(),
                            world.clock().instant()));
        } else if (result instanceof QuoteResult.Refused refused) {
            told.put("accepted", false);
            told.put(
                    "rejection",
                    OrderJson.rejection(
                            Outcome.Kind.REFUSED,
                            refused.problem().code(),
                            refused.problem().message(),
                            List.of()));
            told.put("quote", null);
        }
        return told;
    }

    /** The order as it stands, or null if there is none. */
    @Nullable
    Map<String, @Nullable Object> view(String orderId) {
        OrderService orders = session.engine().orders();
        return orders.find(orderId).map(new OrderJson(orders)::order).orElse(null);
    }

    private ProcessDefinition process(@Nullable String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElse(processes.get(0));
    }
}
