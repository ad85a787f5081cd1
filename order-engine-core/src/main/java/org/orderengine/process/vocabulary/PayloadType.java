package org.orderengine.process.vocabulary;

import java.util.List;
import org.orderengine.model.ChildKind;

/** What a value that goes with an action looks like. */
public sealed interface PayloadType {

    /** A value without parts. */
    enum Plain implements PayloadType {
        /** A text that names something or says how much of it, as long as an id may be. */
        TEXT("text"),
        /** A provider's name of something, up to 500 characters. */
        REFERENCE("text"),
        /** What people write for people, up to 1000 characters. */
        PROSE("text"),
        /** True or false. */
        FLAG("true or false"),
        /** A whole number from 0. */
        WHOLE("whole number"),
        /** A whole number from 1. */
        COUNT("whole number from 1"),
        /** A whole number of units from 1, or a decimal as text of goods that are measured, more than zero. */
        QUANTITY("quantity"),
        /** A quantity that may be zero. */
        QUANTITY_OR_NONE("quantity from 0"),
        /** An amount of money, or its decimal as text, in the order's currency. */
        AMOUNT("amount"),
        /** Texts by names that the host chooses; null stands for none. */
        ATTRIBUTES("object of texts");

        private final String word;

        Plain(String word) {
            this.word = word;
        }

        @Override
        public String toString() {
            return word;
        }
    }

    /**
     * One of a few words.
     *
     * @param words the words
     */
    record Word(List<String> words) implements PayloadType {
        public Word {
            words = List.copyOf(words);
        }

        @Override
        public String toString() {
            return String.join(" or ", words);
        }
    }

    /**
     * The name of a payment, shipment or return that the order has.
     *
     * @param kind of which kind it is
     */
    record Part(ChildKind kind) implements PayloadType {
        @Override
        public String toString() {
            return "name of a " + kind;
        }
    }

    /**
     * A value that may also be null, which says that there is to be none.
     *
     * @param type what it looks like otherwise
     */
    record OrNull(PayloadType type) implements PayloadType {
        @Override
        public String toString() {
            return type + ", or null";
        }
    }

    /**
     * An object.
     *
     * @param keys what it can hold
     */
    record Members(List<PayloadKey> keys) implements PayloadType {
        public Members {
            keys = List.copyOf(keys);
        }

        @Override
        public String toString() {
            return "object of "
                    + String.join(", ", keys.stream().map(PayloadKey::name).toList());
        }
    }

    /**
     * A list.
     *
     * @param element what each of its elements looks like
     */
    record ListOf(PayloadType element) implements PayloadType {
        @Override
        public String toString() {
            return "list of " + element + "s";
        }
    }
}
