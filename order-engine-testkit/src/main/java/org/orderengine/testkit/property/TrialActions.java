package org.orderengine.testkit.property;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Payload;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.model.Books;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Line;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.model.Return;
import org.orderengine.model.Shipment;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.PayloadType;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.process.vocabulary.Stance;

/**
 * The actions that a trial asks of an order, with their payloads. Built-in actions get payloads that often fit, made after their
 * descriptions. Others get none.
 */
final class TrialActions {

    private static final Registry BUILT_IN = BuiltIns.names();

    /** The action by which money comes. */
    static final String MONEY = BUILT_IN.actions().stream()
            .filter(ActionDescription::tellsOfMoney)
            .map(ActionDescription::name)
            .findFirst()
            .orElseThrow();

    /** The texts that mean something in the trial's shop; keys of others are left out. */
    private static final Map<String, String> TEXTS = Map.of("sku", "LAMP");

    private static final String LINE = "line";

    private TrialActions() {}

    /** Whether an action may be booked in an order that has ended, which it does not move. */
    static boolean isBookedAfterwards(String action) {
        ActionDescription builtIn = BUILT_IN.action(action);
        return builtIn != null && builtIn.stance().isAfterEnd();
    }

    /** Whether an action may be booked in any state, which then stays. */
    static boolean isBookedAnywhere(String action) {
        ActionDescription builtIn = BUILT_IN.action(action);
        return builtIn != null
                && (builtIn.stance() == Stance.EVEN_AFTER_END || builtIn.stance() == Stance.MOVES_NOTHING);
    }

    /** Which action a deed asks for. */
    static String choose(TrialWorld world, ProcessTrial trial, Order order, TrialStep.Act act) {
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
        ActionDescription builtIn = BUILT_IN.action(action);
        if (action.equals(MONEY)) {
            money(world, order, builder, random);
        } else if (builtIn != null) {
            values(builtIn.payload(), order, random).forEach(builder::set);
        }
        return builder.build();
    }

    /** Values for some of the keys, and for all that are required, as far as the trial knows any. */
    private static Map<String, Object> values(List<PayloadKey> keys, Order order, Numbers random) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (PayloadKey key : keys) {
            PayloadKey.Case with = key.with();
            boolean isGiven = with == null
                    ? key.required() || random.nextInt(oneIn(key)) == 0
                    : with.value().equals(values.get(with.key()));
            Object value = isGiven ? value(key, order, random) : null;
            if (value != null) {
                values.put(key.name(), value);
            }
        }
        return values;
    }

    /** One in how many times a key is given that may be left out: most actions fit best when little goes with them. */
    private static int oneIn(PayloadKey key) {
        PayloadType type = key.type();
        if (type instanceof PayloadType.ListOf) {
            return key.otherwise() == null ? 1 : isOfQuantities(type) ? 2 : 8;
        }
        if (key.name().equals(LINE) || !(type instanceof PayloadType.Plain plain)) {
            return 1;
        }
        return switch (plain) {
            case COUNT, QUANTITY -> 1;
            case AMOUNT -> 2;
            case TEXT, REFERENCE, PROSE, FLAG, WHOLE, QUANTITY_OR_NONE -> 12;
            case ATTRIBUTES -> 4;
        };
    }

    private static boolean isOfQuantities(PayloadType type) {
        return type instanceof PayloadType.ListOf list
                && list.element() instanceof PayloadType.Members members
                && members.keys().stream().anyMatch(key -> key.type() == PayloadType.Plain.QUANTITY);
    }

    private static @Nullable Object value(PayloadKey key, Order order, Numbers random) {
        PayloadType type = key.type();
        Books books = order.books();
        if (type instanceof PayloadType.Plain plain) {
            return switch (plain) {
                case TEXT, REFERENCE, PROSE ->
                    key.name().equals(LINE) ? any(lines(books), random) : TEXTS.get(key.name());
                case FLAG -> true;
                case WHOLE, QUANTITY_OR_NONE -> (long) random.nextInt(8);
                case COUNT, QUANTITY -> 1L + Math.min(random.nextInt(3), random.nextInt(3));
                case AMOUNT -> books.money(1 + random.nextInt(500));
                case ATTRIBUTES -> Payload.of(Map.of("note", "n" + random.nextInt(9)));
            };
        } else if (type instanceof PayloadType.Word word) {
            return any(word.words(), random);
        } else if (type instanceof PayloadType.Part part) {
            return anyOrNone(parts(books, part.kind()), random);
        } else if (type instanceof PayloadType.ListOf list && list.element() instanceof PayloadType.Members members) {
            Map<String, Object> values = values(members.keys(), order, random);
            return isWhole(members.keys(), values) ? List.of(Payload.of(values)) : null;
        }
        return null;
    }

    /** Whether the trial knows a value for each key that is required. */
    private static boolean isWhole(List<PayloadKey> keys, Map<String, Object> values) {
        return keys.stream().filter(PayloadKey::required).allMatch(key -> values.containsKey(key.name()));
    }

    private static @Nullable String any(List<String> choice, Numbers random) {
        return choice.isEmpty() ? null : choice.get(random.nextInt(choice.size()));
    }

    private static @Nullable String anyOrNone(List<String> choice, Numbers random) {
        int chosen = random.nextInt(choice.size() + 1);
        return chosen < choice.size() ? choice.get(chosen) : null;
    }

    private static List<String> lines(Books books) {
        return books.lines().stream().map(Line::id).toList();
    }

    private static List<String> parts(Books books, ChildKind kind) {
        List<String> ids = new ArrayList<>();
        switch (kind) {
            case PAYMENT -> books.payments().stream().map(Payment::id).forEach(ids::add);
            case SHIPMENT -> books.shipments().stream().map(Shipment::id).forEach(ids::add);
            case RETURN -> books.returns().stream().map(Return::id).forEach(ids::add);
        }
        return ids;
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
