package org.orderengine.dispatch;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.Command;
import org.orderengine.command.FireTimer;
import org.orderengine.command.MigrateOrder;
import org.orderengine.command.Migration;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.model.Address;
import org.orderengine.model.ChargeTerms;
import org.orderengine.model.Deadline;
import org.orderengine.model.Origin;
import org.orderengine.model.ProcessReference;

/**
 * A 64-bit hash of what a command asks for, which tells the same command from another one under its id (D2). It is the same
 * in every JVM and version of the library, and does not count the command id, who gave the command and why, nor the order of a payload's names. It is
 * no protection against a search for two commands of one fingerprint.
 */
public final class Fingerprint {

    private static final int PLACE_ORDER = 1;
    private static final int ACTION = 2;
    private static final int FIRE_TIMER = 3;
    private static final int ANSWER_EFFECTS = 4;
    private static final int RESOLVE_EFFECT = 5;
    private static final int MIGRATE_ORDER = 6;

    private static final int DELIVERY_ADDRESS = 1;
    private static final int BILLING_ADDRESS = 2;
    private static final int DEADLINE = 3;
    private static final int TAX_NUMBER = 6;
    private static final int PROMISED_AT = 7;
    private static final int DECIMAL = 9;
    private static final int ATTRIBUTES = 4;
    private static final int TAGS = 5;
    private static final int CHARGE = 8;

    private Fingerprint() {}

    /** The fingerprint of a command. */
    public static long of(Command command) {
        CommandHash hash = new CommandHash().text(command.orderId());
        if (command instanceof Action action) {
            hash.number(ACTION).text(action.name()).payload(action.payload());
        } else if (command instanceof PlaceOrder order) {
            add(hash.number(PLACE_ORDER), order);
        } else if (command instanceof FireTimer timer) {
            hash.number(FIRE_TIMER).text(timer.timer()).number(timer.epoch());
        } else if (command instanceof AnswerEffects answers) {
            AnswerHash.add(hash.number(ANSWER_EFFECTS), answers);
        } else if (command instanceof ResolveEffect resolve) {
            add(hash.number(RESOLVE_EFFECT), resolve);
        } else if (command instanceof MigrateOrder migrate) {
            add(hash.number(MIGRATE_ORDER), migrate.migration());
        }
        return hash.value();
    }

    private static void add(CommandHash hash, PlaceOrder order) {
        Origin origin = order.origin();
        hash.text(origin.buyer()).text(origin.business()).text(origin.channel()).text(origin.merchant());
        hash.number(order.lines().size());
        for (PlaceOrder.RequestedLine line : order.lines()) {
            quantity(hash.text(line.line()).text(line.sku()), line.quantity());
            hash.money(line.price());
            attributes(hash, line.attributes());
        }
        hash.texts(order.coupons()).number(order.points());
        hash.text(order.shippingMethod()).money(order.shippingPrice()).text(order.process());
        add(hash, DELIVERY_ADDRESS, order.customer().deliveryAddress());
        add(hash, BILLING_ADDRESS, order.customer().billingAddress());
        hash.optional(TAX_NUMBER, order.customer().taxNumber());
        hash.optional(
                PROMISED_AT,
                order.promisedAt() == null ? null : order.promisedAt().toString());
        for (Deadline deadline : order.deadlines()) {
            hash.number(DEADLINE).text(deadline.timer());
            hash.text(String.valueOf(deadline.in() == null ? deadline.at() : deadline.in()));
        }
        for (ChargeTerms charge : order.charges()) {
            hash.number(CHARGE).text(charge.charge()).money(charge.price());
            hash.text(charge.taxCategory()).text(charge.refund().name()).text(charge.line());
        }
        attributes(hash, order.annotations().attributes());
        if (!order.annotations().tags().isEmpty()) {
            hash.number(TAGS).texts(order.annotations().tags());
        }
    }

    /** Whole units count as before there were others. */
    private static void quantity(CommandHash hash, BigDecimal quantity) {
        if (quantity.scale() == 0 && quantity.unscaledValue().bitLength() < Long.SIZE) {
            hash.number(quantity.longValue());
        } else {
            hash.number(DECIMAL).text(quantity.toString());
        }
    }

    /** Attributes that there are none of leave the hash as it is, as it was before orders had any. */
    private static void attributes(CommandHash hash, Map<String, String> attributes) {
        if (!attributes.isEmpty()) {
            hash.number(ATTRIBUTES).names(attributes);
        }
    }

    /** An address that there is not leaves the hash as it is, as it was before orders had addresses. */
    private static void add(CommandHash hash, int which, @Nullable Address address) {
        if (address != null) {
            hash.number(which).text(address.recipient()).text(address.company()).texts(address.lines());
            hash.text(address.postalCode())
                    .text(address.city())
                    .text(address.region())
                    .text(address.country());
            hash.text(address.phone()).text(address.email());
        }
    }

    private static void add(CommandHash hash, ResolveEffect resolve) {
        hash.text(resolve.effect());
        if (resolve.resolution() instanceof Resolution.Done done) {
            hash.number(1).text(done.reference()).amount(done.amount());
        } else if (resolve.resolution() instanceof Resolution.Declined declined) {
            hash.number(2).text(declined.code()).text(declined.message());
        } else if (resolve.resolution() instanceof Resolution.Reverse reverse) {
            hash.number(3).text(reverse.reference()).amount(reverse.amount());
        }
        hash.text(resolve.operator()).text(resolve.evidence());
    }

    /** The order in which a migration names things does not count. */
    private static void add(CommandHash hash, Migration migration) {
        add(hash, migration.from());
        add(hash, migration.to());
        hash.number(migration.states().size());
        new TreeMap<>(migration.states())
                .forEach((state, targets) -> hash.text(state).texts(targets));
        hash.names(migration.timers()).names(migration.effects());
        hash.texts(migration.endedTimers().stream().sorted().toList());
        hash.texts(migration.droppedEffects().stream().sorted().toList());
        hash.flag(migration.endedToo());
    }

    private static void add(CommandHash hash, ProcessReference process) {
        hash.text(process.name()).number(process.version());
    }
}
