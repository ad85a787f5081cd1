package org.orderengine.testkit.property;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Return;
import org.orderengine.model.Shipment;
import org.orderengine.process.ActionNames;
import org.orderengine.process.ChildEvents;

/** What can be asked of an order, and what goes with it: built-in actions get payloads that often fit, others none. */
final class TrialActions {

    static final String MONEY = "payment-received";

    /** What is still booked once an order has ended: money that the provider tells of, and what becomes of an open return. */
    private static final Set<String> BOOKED_AFTERWARDS = Set.of(
            MONEY,
            ActionNames.CHARGEBACK,
            ActionNames.APPROVE_RETURN,
            ActionNames.DECLINE_RETURN,
            ActionNames.WITHDRAW_RETURN,
            ActionNames.SEND_BACK,
            ActionNames.RECEIVE_RETURN);

    private TrialActions() {}

    /** Whether an action may be booked in an order that has ended, which it does not move. */
    static boolean isBookedAfterwards(String action) {
        return BOOKED_AFTERWARDS.contains(action);
    }

    /** Which action a deed asks for. */
    static String choose(TrialWorld world, ProcessTrial trial, Order order, Deed.Act act) {
        List<String> allowed = act.allowed() ? world.engine().orders().allowed(order) : List.of();
        List<String> choice = allowed.isEmpty() ? all(trial) : allowed;
        return choice.get(act.choice() % choice.size());
    }

    /** All actions that the definition names, and money that comes by itself. */
    static List<String> all(ProcessTrial trial) {
        TreeSet<String> all = new TreeSet<>();
        trial.names().states().values().forEach(state -> all.addAll(state.on().keySet()));
        all.removeIf(ChildEvents::isRaised);
        if (all.remove("*")) {
            all.add("anything");
        }
        all.add(MONEY);
        return List.copyOf(all);
    }

    static Action of(TrialWorld world, Order order, String action, int variant) {
        Numbers random = new Numbers(variant);
        Action.Builder builder = Action.on(order.id(), action);
        List<Line> lines = order.books().lines();
        Line line = lines.get(random.nextInt(lines.size()));
        switch (action) {
            case "ship", "cancel" -> {
                if (random.nextBoolean()) {
                    builder.line(line.id(), 1 + random.nextInt(3));
                }
                if (action.equals("ship") && random.nextInt(4) == 0) {
                    builder.set("prepared", true);
                }
            }
            case "request-return" -> giveBack(builder, line, random);
            case "modify", "request-modify" ->
                builder.set(
                        "lines", List.of(Payload.of(Map.of("line", line.id(), "quantity", (long) random.nextInt(8)))));
            case "pay", "authorize" -> {
                if (random.nextInt(3) == 0) {
                    builder.amount(order.books().money(100));
                }
            }
            case "refund" -> builder.amount(order.books().money(1 + random.nextInt(500)));
            case MONEY -> money(world, order, builder, random);
            case "deliver", "delivery-failed", "cancel-shipment" -> {
                if (action.equals("delivery-failed") && random.nextInt(3) == 0) {
                    builder.set("lost", true);
                }
                List<String> parcels = new ArrayList<>();
                order.books().shipments().stream().map(Shipment::id).forEach(parcels::add);
                choose(builder, "shipment", parcels, random);
            }
            case "approve-return", "decline-return", "receive-return", "withdraw-return", "send-back" -> {
                List<String> returns = new ArrayList<>();
                order.books().returns().stream().map(Return::id).forEach(returns::add);
                choose(builder, "return", returns, random);
            }
            default -> {
                // nothing goes with it
            }
        }
        return builder.build();
    }

    /** Something goes back: for money, for something else, or not at all. */
    private static void giveBack(Action.Builder builder, Line line, Numbers random) {
        if (random.nextBoolean()) {
            builder.line(line.id(), 1);
        }
        switch (random.nextInt(3)) {
            case 0 ->
                builder.set("kind", "exchange")
                        .set("replacement", List.of(Payload.of(Map.of("sku", "LAMP", "quantity", 2L))));
            case 1 -> builder.set("kind", "refund-only");
            default -> builder.set("kind", "return");
        }
    }

    private static void choose(Action.Builder builder, String key, List<String> ids, Numbers random) {
        int chosen = random.nextInt(ids.size() + 1);
        if (chosen < ids.size()) {
            builder.set(key, ids.get(chosen));
        }
    }

    /** Money comes, and the provider tells of it: all that is outstanding, or some amount. */
    private static void money(TrialWorld world, Order order, Action.Builder builder, Numbers random) {
        Money outstanding = order.totals().outstanding();
        Money amount = random.nextBoolean() && outstanding.isPositive()
                ? outstanding
                : order.books().money(250);
        String reference = "tx-" + random.nextInt(1000);
        world.gateway().receive(order.id(), null, "bank", amount, reference);
        builder.set("reference", reference).set("amount", amount.toDecimal()).set("method", "bank");
    }
}
