package org.orderengine.json;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.Command;
import org.orderengine.command.FireTimer;
import org.orderengine.command.MigrateOrder;
import org.orderengine.command.Migration;
import org.orderengine.command.Payload;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Address;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.Deadline;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.Origin;

/**
 * A 64-bit hash of what a command asks for, which tells the same command from another one under its id (D2). It is the same
 * in every JVM and version of the library, and does not count the command id, nor the order of a payload's names. It is
 * no protection against a search for two commands of one fingerprint.
 *
 * <p>The commands are walked field by field, nothing is copied. Texts go in by their UTF-16 units as FNV-1a takes octets
 * (Fowler, Noll, Vo, Eastlake: The FNV Non-Cryptographic Hash Algorithm, draft-eastlake-fnv; 64-bit offset basis and prime), each
 * after its length, so that no two sequences of texts run together. Numbers, and the result, are mixed by the finalizer of SplitMix64
 * (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014; its constants are David Stafford's mix 13).
 */
public final class Fingerprint {

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private static final int PLACE_ORDER = 1;
    private static final int ACTION = 2;
    private static final int FIRE_TIMER = 3;
    private static final int ANSWER_EFFECTS = 4;
    private static final int RESOLVE_EFFECT = 5;
    private static final int MIGRATE_ORDER = 6;

    private static final int NOTHING = 0;
    private static final int TEXT = 1;
    private static final int NUMBER = 2;
    private static final int FLAG = 3;
    private static final int MONEY = 4;
    private static final int PAYLOAD = 5;
    private static final int LIST = 6;

    private static final int DELIVERY_ADDRESS = 1;
    private static final int BILLING_ADDRESS = 2;
    private static final int DEADLINE = 3;

    private Fingerprint() {}

    /** The fingerprint of a command. */
    public static long of(Command command) {
        long hash = text(OFFSET_BASIS, command.orderId());
        if (command instanceof Action action) {
            hash = text(number(hash, ACTION), action.name());
            hash = payload(hash, action.payload());
        } else if (command instanceof PlaceOrder order) {
            hash = placing(number(hash, PLACE_ORDER), order);
        } else if (command instanceof FireTimer timer) {
            hash = number(text(number(hash, FIRE_TIMER), timer.timer()), timer.epoch());
        } else if (command instanceof AnswerEffects answers) {
            hash = answers(number(hash, ANSWER_EFFECTS), answers.answers());
        } else if (command instanceof ResolveEffect resolve) {
            hash = resolving(number(hash, RESOLVE_EFFECT), resolve);
        } else if (command instanceof MigrateOrder migrate) {
            hash = migration(number(hash, MIGRATE_ORDER), migrate.migration());
        }
        return mixed(hash);
    }

    private static long placing(long start, PlaceOrder order) {
        Origin origin = order.origin();
        long hash = text(start, origin.buyer());
        hash = text(hash, origin.business());
        hash = text(hash, origin.channel());
        hash = text(hash, origin.merchant());
        hash = number(hash, order.lines().size());
        for (PlaceOrder.RequestedLine line : order.lines()) {
            hash = text(hash, line.line());
            hash = text(hash, line.sku());
            hash = number(hash, line.quantity());
            hash = money(hash, line.price());
        }
        hash = texts(hash, order.coupons());
        hash = number(hash, order.points());
        hash = text(hash, order.shippingMethod());
        hash = money(hash, order.shippingPrice());
        hash = text(hash, order.process());
        hash = address(hash, DELIVERY_ADDRESS, order.customer().deliveryAddress());
        hash = address(hash, BILLING_ADDRESS, order.customer().billingAddress());
        for (Deadline deadline : order.deadlines()) {
            hash = text(number(hash, DEADLINE), deadline.timer());
            hash = text(hash, String.valueOf(deadline.in() == null ? deadline.at() : deadline.in()));
        }
        return hash;
    }

    /** An address that there is not leaves the hash as it is, as it was before orders had addresses. */
    private static long address(long start, int which, @Nullable Address address) {
        if (address == null) {
            return start;
        }
        long hash = text(number(start, which), address.recipient());
        hash = texts(text(hash, address.company()), address.lines());
        hash = text(text(hash, address.postalCode()), address.city());
        hash = text(text(hash, address.region()), address.country());
        return text(text(hash, address.phone()), address.email());
    }

    private static long resolving(long start, ResolveEffect resolve) {
        long hash = text(start, resolve.effect());
        if (resolve.resolution() instanceof Resolution.Done done) {
            hash = text(number(hash, 1), done.reference());
        } else if (resolve.resolution() instanceof Resolution.Declined declined) {
            hash = text(text(number(hash, 2), declined.code()), declined.message());
        } else if (resolve.resolution() instanceof Resolution.Reverse reverse) {
            hash = text(number(hash, 3), reverse.reference());
        }
        return text(text(hash, resolve.operator()), resolve.evidence());
    }

    private static long answers(long start, List<AnswerEffects.Answer> answers) {
        long hash = number(start, answers.size());
        for (AnswerEffects.Answer answer : answers) {
            hash = result(number(text(hash, answer.effect().toString()), answer.part()), answer.result());
        }
        return hash;
    }

    /** The order in which a migration names things does not count. */
    private static long migration(long start, Migration migration) {
        long hash =
                number(text(start, migration.from().name()), migration.from().version());
        hash = number(text(hash, migration.to().name()), migration.to().version());
        hash = number(hash, migration.states().size());
        for (Map.Entry<String, List<String>> state : new TreeMap<>(migration.states()).entrySet()) {
            hash = texts(text(hash, state.getKey()), state.getValue());
        }
        hash = names(names(hash, migration.timers()), migration.effects());
        hash = texts(hash, migration.endedTimers().stream().sorted().toList());
        hash = texts(hash, migration.droppedEffects().stream().sorted().toList());
        return number(hash, migration.endedToo() ? 1 : 0);
    }

    private static long names(long start, Map<String, String> names) {
        long hash = number(start, names.size());
        for (Map.Entry<String, String> name : new TreeMap<>(names).entrySet()) {
            hash = text(text(hash, name.getKey()), name.getValue());
        }
        return hash;
    }

    private static long result(long start, EffectResult result) {
        if (result instanceof EffectResult.Done done) {
            long hash = number(
                    text(number(start, 1), done.reference()), done.backordered().size());
            for (LineQuantity quantity : done.backordered()) {
                hash = number(text(hash, quantity.line()), quantity.quantity());
            }
            return hash;
        }
        if (result instanceof EffectResult.Declined declined) {
            return text(text(number(start, 2), declined.code()), declined.message());
        }
        if (result instanceof EffectResult.Unknown unknown) {
            return text(number(start, 3), unknown.message());
        }
        if (result instanceof EffectResult.Allocated allotted) {
            long hash = number(number(start, 5), allotted.parts().size());
            for (AllocatedPart part : allotted.parts()) {
                hash = allotment(hash, part);
            }
            return allotted.rest() == null ? number(hash, NOTHING) : allotment(hash, allotted.rest());
        }
        EffectResult.Failed failed = (EffectResult.Failed) result;
        return number(text(number(start, 4), failed.message()), failed.retryable() ? 1 : 0);
    }

    private static long allotment(long start, AllocatedPart part) {
        long hash = number(text(start, part.location()), part.lines().size());
        for (LineQuantity quantity : part.lines()) {
            hash = number(text(hash, quantity.line()), quantity.quantity());
        }
        return hash;
    }

    /** The sum over the entries' own hashes does not depend on their order. */
    private static long payload(long hash, Payload payload) {
        long sum = 0;
        for (String key : payload.keys()) {
            sum += mixed(value(text(OFFSET_BASIS, key), payload.get(key)));
        }
        return number(number(hash, payload.keys().size()), sum);
    }

    private static long value(long hash, @Nullable Object value) {
        if (value instanceof String text) {
            return text(number(hash, TEXT), text);
        }
        if (value instanceof Long number) {
            return number(number(hash, NUMBER), number);
        }
        if (value instanceof Boolean flag) {
            return number(number(hash, FLAG), flag ? 1 : 0);
        }
        if (value instanceof Money money) {
            return money(number(hash, MONEY), money);
        }
        if (value instanceof Payload payload) {
            return payload(number(hash, PAYLOAD), payload);
        }
        if (value instanceof List<?> list) {
            long inner = number(number(hash, LIST), list.size());
            for (Object element : list) {
                inner = value(inner, element);
            }
            return inner;
        }
        throw new IllegalArgumentException("a payload holds " + value);
    }

    private static long money(long hash, @Nullable Money money) {
        return money == null
                ? number(hash, NOTHING)
                : number(text(number(hash, MONEY), money.currency().getCurrencyCode()), money.minorUnits());
    }

    private static long texts(long start, List<String> texts) {
        long hash = number(start, texts.size());
        for (String text : texts) {
            hash = text(hash, text);
        }
        return hash;
    }

    private static long text(long start, @Nullable String text) {
        if (text == null) {
            return number(start, -1);
        }
        long hash = number(start, text.length());
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return hash;
    }

    private static long number(long hash, long number) {
        return (hash ^ mixed(number)) * PRIME;
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
