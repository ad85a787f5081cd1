package org.orderengine.dispatch;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Payload;
import org.orderengine.model.Money;

/**
 * A 64-bit hash of values in their order. Nothing is copied.
 *
 * <p>Texts go in by their UTF-16 units as FNV-1a takes octets (Fowler, Noll, Vo, Eastlake: The FNV Non-Cryptographic Hash Algorithm,
 * draft-eastlake-fnv; 64-bit offset basis and prime), each after its length, so that no two sequences of texts run together. Numbers,
 * and the result, are mixed by the finalizer of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014;
 * its constants are David Stafford's mix 13).
 */
final class CommandHash {

    private static final long OFFSET_BASIS = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;

    private static final int NOTHING = 0;
    private static final int TEXT = 1;
    private static final int NUMBER = 2;
    private static final int FLAG = 3;
    private static final int MONEY = 4;
    private static final int PAYLOAD = 5;
    private static final int LIST = 6;

    private long hash = OFFSET_BASIS;

    /** The hash of what was added. */
    long value() {
        return mixed(hash);
    }

    CommandHash text(@Nullable String text) {
        if (text == null) {
            return number(-1);
        }
        number(text.length());
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * PRIME;
        }
        return this;
    }

    CommandHash number(long number) {
        hash = (hash ^ mixed(number)) * PRIME;
        return this;
    }

    CommandHash flag(boolean flag) {
        return number(flag ? 1 : 0);
    }

    CommandHash texts(List<String> texts) {
        number(texts.size());
        texts.forEach(this::text);
        return this;
    }

    /** Adds texts by name; the order of the names does not count. */
    CommandHash names(Map<String, String> names) {
        number(names.size());
        new TreeMap<>(names).forEach((name, text) -> text(name).text(text));
        return this;
    }

    /** An amount that there is not leaves the hash as it is, as it was before there were any. */
    CommandHash amount(@Nullable Money amount) {
        return amount == null ? this : text(amount.toString());
    }

    CommandHash money(@Nullable Money money) {
        return money == null
                ? nothing()
                : number(MONEY).text(money.currency().getCurrencyCode()).number(money.minorUnits());
    }

    CommandHash nothing() {
        return number(NOTHING);
    }

    /** Adds a payload. The sum over the hashes of its entries does not depend on their order. */
    CommandHash payload(Payload payload) {
        long sum = 0;
        for (String key : payload.keys()) {
            sum += new CommandHash().text(key).value(payload.get(key)).value();
        }
        return number(payload.keys().size()).number(sum);
    }

    private CommandHash value(@Nullable Object value) {
        if (value instanceof String text) {
            return number(TEXT).text(text);
        } else if (value instanceof Long number) {
            return number(NUMBER).number(number);
        } else if (value instanceof Boolean flag) {
            return number(FLAG).flag(flag);
        } else if (value instanceof Money money) {
            return number(MONEY).money(money);
        } else if (value instanceof Payload payload) {
            return number(PAYLOAD).payload(payload);
        } else if (value instanceof List<?> list) {
            number(LIST).number(list.size());
            list.forEach(this::value);
            return this;
        } else if (value == null) {
            return nothing();
        }
        throw new IllegalArgumentException("a payload holds " + value);
    }

    private static long mixed(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
