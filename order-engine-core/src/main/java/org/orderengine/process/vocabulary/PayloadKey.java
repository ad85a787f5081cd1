package org.orderengine.process.vocabulary;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.ChildKind;
import org.orderengine.process.vocabulary.PayloadType.ListOf;
import org.orderengine.process.vocabulary.PayloadType.Members;
import org.orderengine.process.vocabulary.PayloadType.Plain;

/**
 * A key of a payload, described once: actions read by it, and documents and tools show it.
 *
 * @param name the key
 * @param type what its value looks like
 * @param required whether it has to be there
 * @param otherwise what counts where it is left out, for people; null where nothing does
 * @param with the only case in which it goes with an action, where it then has to be there; null for any case
 * @param meaning what it says, for people
 */
public record PayloadKey(
        String name,
        PayloadType type,
        boolean required,
        @Nullable String otherwise,
        @Nullable Case with,
        String meaning) {

    /**
     * A value of another key of the same payload.
     *
     * @param key the other key
     * @param value its value
     */
    public record Case(String key, String value) {
        @Override
        public String toString() {
            return key + " " + value;
        }
    }

    /** A key that may be left out. */
    public static PayloadKey of(String name, PayloadType type, String meaning) {
        return new PayloadKey(name, type, false, null, null, meaning);
    }

    /** A key with a text that names something. */
    public static PayloadKey text(String name, String meaning) {
        return of(name, Plain.TEXT, meaning);
    }

    /** A key with a provider's name of something. */
    public static PayloadKey reference(String name, String meaning) {
        return of(name, Plain.REFERENCE, meaning);
    }

    /** A key with what people write for people. */
    public static PayloadKey prose(String name, String meaning) {
        return of(name, Plain.PROSE, meaning);
    }

    /** A key with true or false. */
    public static PayloadKey flag(String name, String meaning) {
        return of(name, Plain.FLAG, meaning);
    }

    /** A key with a whole number from 1. */
    public static PayloadKey count(String name, String meaning) {
        return of(name, Plain.COUNT, meaning);
    }

    /** A key with a whole number from 0. */
    public static PayloadKey whole(String name, String meaning) {
        return of(name, Plain.WHOLE, meaning);
    }

    /** A key with a quantity of units or of measured goods, more than zero. */
    public static PayloadKey quantity(String name, String meaning) {
        return of(name, Plain.QUANTITY, meaning);
    }

    /** A key with a quantity of units or of measured goods, which may be zero. */
    public static PayloadKey quantityOrNone(String name, String meaning) {
        return of(name, Plain.QUANTITY_OR_NONE, meaning);
    }

    /** A key with an amount of money. */
    public static PayloadKey amount(String name, String meaning) {
        return of(name, Plain.AMOUNT, meaning);
    }

    /** A key with texts by names that the host chooses. */
    public static PayloadKey attributes(String name, String meaning) {
        return of(name, Plain.ATTRIBUTES, meaning);
    }

    /** A key with one of a few words. */
    public static PayloadKey word(String name, List<String> words, String meaning) {
        return of(name, new PayloadType.Word(words), meaning);
    }

    /** The key by which a payload names a payment, shipment or return that is there. */
    public static PayloadKey part(ChildKind kind, String meaning) {
        return of(kind.word(), new PayloadType.Part(kind), meaning);
    }

    /** A key with a list of texts. */
    public static PayloadKey texts(String name, String meaning) {
        return of(name, new ListOf(Plain.TEXT), meaning);
    }

    /** A key with an object. */
    public static PayloadKey object(String name, String meaning, List<PayloadKey> members) {
        return of(name, new Members(members), meaning);
    }

    /** A key with a list of objects. */
    public static PayloadKey objects(String name, String meaning, List<PayloadKey> members) {
        return of(name, new ListOf(new Members(members)), meaning);
    }

    /** The same key, which can also be given as null, to say that there is to be none. */
    public PayloadKey orNull() {
        return new PayloadKey(name, new PayloadType.OrNull(type), required, otherwise, with, meaning);
    }

    /** The same key, which has to be there. */
    public PayloadKey mandatory() {
        return new PayloadKey(name, type, true, otherwise, with, meaning);
    }

    /** The same key, which goes with one value of another and has to be there then. */
    public PayloadKey only(PayloadKey key, String value) {
        return new PayloadKey(name, type, required, otherwise, new Case(key.name(), value), meaning);
    }

    /** The same key, with what counts where it is left out. */
    public PayloadKey orElse(String what) {
        return new PayloadKey(name, type, required, what, with, meaning);
    }
}
