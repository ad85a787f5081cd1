package org.orderengine.verification.architecture;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A type with a bit of everything that can be seen of types. */
public sealed interface Shop {

    <T extends Number & Comparable<T>> Optional<T> most(Function<? super Shop, ? extends T> by) throws IOException;

    default @Nullable String name(List<@Nullable String> ofAll) {
        return ofAll.get(0);
    }

    @Deprecated
    static int count(String... names) {
        int letters = 0;
        for (String name : names) {
            letters += name.length();
        }
        return letters;
    }

    /** A record with a constant and with a constructor of its own. */
    record Good(String name, @Nullable Long weight) implements Shop {

        public static final int HEAVY = 10;

        public Good(String name) {
            this(name, null);
        }

        @Override
        public <T extends Number & Comparable<T>> Optional<T> most(Function<? super Shop, ? extends T> by) {
            return Optional.empty();
        }
    }

    /** An enum, whose order says something. */
    enum Place {
        LEFT,
        ABOVE
    }

    /** A class to be extended, which extends a package-private one. */
    abstract non-sealed class Shelf<T> extends HiddenShelf implements Shop {

        protected Shelf() {}

        protected abstract T[] all();

        abstract T unseen();
    }
}

abstract class HiddenShelf implements AutoCloseable {

    public static void handedDown() {}

    @Override
    public final void close() {}

    void unseen(int shelf) {}
}
