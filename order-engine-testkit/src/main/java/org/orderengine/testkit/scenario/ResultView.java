package org.orderengine.testkit.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.PlaceOrder;
import org.orderengine.engine.Outcome;
import org.orderengine.engine.Preview;
import org.orderengine.event.Event;
import org.orderengine.json.EventsDocument;
import org.orderengine.model.Flow;
import org.orderengine.model.Order;
import org.orderengine.orders.OrderCount;
import org.orderengine.orders.OrderService;
import org.orderengine.orders.OrderSlice;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.pricing.QuoteResult;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.store.QueryRefusedException;
import org.orderengine.testkit.scenario.OrderView.Happening;

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
    static Map<String, Object> accepted() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("accepted", true);
        return told;
    }

    /** What became of placing an order. Where that was refused, no order came to be, whatever else bears its id. */
    Map<String, Object> placed(PlaceOrder order, Outcome outcome) {
        boolean refused = outcome instanceof Outcome.Rejected rejected && rejected.kind() == Outcome.Kind.REFUSED;
        Map<String, Object> told = answer(outcome);
        told.put("order", refused ? null : view(order.orderId()));
        return told;
    }

    /** What became of an action on an order. */
    Map<String, Object> acted(String orderId, Outcome outcome) {
        Map<String, Object> told = answer(outcome);
        told.put("order", view(orderId));
        return told;
    }

    /** What would become of an action on an order, and the order as it stands. */
    Map<String, Object> previewed(String orderId, Preview preview) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("accepted", preview.isAccepted());
        if (preview instanceof Outcome.Rejected rejected) {
            told.put("rejection", rejection(rejected));
        }
        told.put("order", view(orderId));
        return told;
    }

    /** The orders that were found, how many there are, and where the next ones begin. */
    Map<String, Object> found(Step.Find find) {
        Map<String, Object> told = new LinkedHashMap<>();
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
                    rejection(Outcome.Kind.REFUSED, refused.code(), String.valueOf(refused.getMessage()), List.of()));
        }
        return told;
    }

    /** What an order would cost. */
    Map<String, Object> quoted(PlaceOrder order, QuoteResult result) {
        Map<String, Object> told = new LinkedHashMap<>();
        if (result instanceof QuoteResult.Quoted quoted) {
            ProcessDefinition process = process(order.process());
            Order asked = new Order(
                    order.orderId(),
                    process.reference(),
                    order.origin(),
                    order.customer().inTier(quoted.memberTier()),
                    world.clock().instant(),
                    0,
                    quoted.books(),
                    Flow.NONE,
                    order.annotations());
            told.put("accepted", true);
            told.put("quote", OrderView.of(asked, null, List.of(), List.of()));
        } else if (result instanceof QuoteResult.Refused refused) {
            told.put("accepted", false);
            told.put(
                    "rejection",
                    rejection(
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
        return orders.find(orderId)
                .map(order -> OrderView.of(
                        order,
                        orders.phase(order).orElse(null),
                        orders.allowed(order),
                        history(orders.timeline(orderId))))
                .orElse(null);
    }

    private ProcessDefinition process(@Nullable String name) {
        return processes.stream()
                .filter(process -> process.name().equals(name))
                .findFirst()
                .orElse(processes.get(0));
    }

    private static Map<String, Object> answer(Outcome outcome) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("accepted", outcome.isAccepted());
        if (outcome instanceof Outcome.Rejected rejected) {
            told.put("rejection", rejection(rejected));
        }
        return told;
    }

    private static Map<String, Object> rejection(Outcome.Rejected rejected) {
        return rejection(rejected.kind(), rejected.code(), rejected.message(), rejected.allowed());
    }

    private static Map<String, Object> rejection(Outcome.Kind kind, String code, String message, List<String> allowed) {
        Map<String, Object> rejection = new LinkedHashMap<>();
        rejection.put("kind", kind.name().toLowerCase(Locale.ROOT));
        rejection.put("code", code);
        rejection.put("message", message);
        rejection.put("allowed", allowed);
        return rejection;
    }

    private static List<Happening> history(List<TimelineEntry> timeline) {
        List<Happening> history = new ArrayList<>();
        for (TimelineEntry entry : timeline) {
            for (Event event : entry.events()) {
                history.add(new Happening(entry.revision(), entry.at(), EventsDocument.nameOf(event), entry.by()));
            }
        }
        return history;
    }
}
