package org.orderengine.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.spi.store.OrderColumn;
import org.orderengine.spi.store.OrderCondition;
import org.orderengine.spi.store.OrderCondition.Operator;
import org.orderengine.spi.store.OrderIndex;

/**
 * A subscription of the feed: a listener that gets every commit, or those that it asks for, whatever node made them.
 *
 * <pre>{@code
 * OrderEngine engine = OrderEngine.builder()
 *         .store(store).catalog(catalog)
 *         .subscribe(Subscription.named("search")
 *                 .fromBeginning()
 *                 .deliver(entry -> search.put(entry.orderId(), entry.columns())))
 *         .build();
 * }</pre>
 *
 * <p>Its place in the feed is kept in the store under its name, so that it goes on after a restart, and on another node when this one dies.
 * Unless said otherwise it begins with what is committed after it was first made known, and gets all commits.
 *
 * <p>Immutable, so safe for any number of threads.
 */
public final class Subscription {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]{1,100}");
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);
    private static final int ATTEMPTS = 20;

    private final Builder choices;
    private final FeedListener listener;

    private Subscription(Builder choices, FeedListener listener) {
        this.choices = new Builder(choices);
        this.listener = listener;
    }

    /**
     * Begins a subscription.
     *
     * @param name 1 to 100 letters, digits, dots, dashes and underscores; nodes that give the same name share its place
     */
    public static Builder named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no name of a subscription: give 1 to 100 letters, digits, '.', '-' and '_'");
        }
        return new Builder(name);
    }

    /** Its name. */
    public String name() {
        return choices.name;
    }

    /** What takes the commits. */
    public FeedListener listener() {
        return listener;
    }

    /** Whether it begins with the first commit there is, instead of the first after it was made known. */
    public boolean isFromBeginning() {
        return choices.isFromBeginning;
    }

    /** The tenant whose orders it follows; null for all. */
    public @Nullable String tenant() {
        return choices.tenant;
    }

    /** Whether it asks for a commit with these columns. */
    public boolean wants(OrderIndex columns) {
        for (OrderCondition<?> condition : choices.conditions) {
            if (!condition.matches(columns)) {
                return false;
            }
        }
        return true;
    }

    /** Whether it asks for a commit with these events. */
    public boolean wants(List<Event> events) {
        return choices.types.isEmpty()
                || events.stream().anyMatch(event -> choices.types.stream().anyMatch(type -> type.isInstance(event)));
    }

    /**
     * How long to wait after a delivery has failed so often; null when only a person sees to it.
     *
     * @param times from 1
     */
    public @Nullable Duration pauseAfter(long times) {
        if (times >= choices.attempts) {
            return null;
        }
        Duration pause = choices.firstPause;
        for (long done = 1; done < times && pause.compareTo(LONGEST_PAUSE) < 0; done++) {
            pause = pause.multipliedBy(2);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }

    @Override
    public String toString() {
        return "Subscription " + name();
    }

    /** Collects what a subscription is about. For one thread. */
    public static final class Builder {

        private final String name;
        private final List<Class<? extends Event>> types;
        private final List<OrderCondition<?>> conditions;
        private boolean isFromBeginning;
        private @Nullable String tenant;
        private int attempts = ATTEMPTS;
        private Duration firstPause = FIRST_PAUSE;

        private Builder(String name) {
            this.name = name;
            this.types = new ArrayList<>();
            this.conditions = new ArrayList<>();
        }

        private Builder(Builder other) {
            this.name = other.name;
            this.types = List.copyOf(other.types);
            this.conditions = List.copyOf(other.conditions);
            this.isFromBeginning = other.isFromBeginning;
            this.tenant = other.tenant;
            this.attempts = other.attempts;
            this.firstPause = other.firstPause;
        }

        /** Begins with the first commit there is. It counts when the subscription is first made known, and never again. */
        public Builder fromBeginning() {
            isFromBeginning = true;
            return this;
        }

        /** Asks for commits with an event of this type; with one of several, where it is called several times. */
        public Builder event(Class<? extends Event> type) {
            types.add(type);
            return this;
        }

        /** Asks for commits after which the order has one of these values in a column; all of several conditions have to hold. */
        @SafeVarargs
        @SuppressWarnings("varargs") // The values are copied, and nothing is written to them.
        public final <T> Builder where(OrderColumn<T> column, T... anyOf) {
            conditions.add(new OrderCondition<>(column, Operator.IS, List.of(anyOf)));
            return this;
        }

        /** Asks for the commits of one tenant's orders. */
        public Builder tenant(String id) {
            tenant = id;
            return this;
        }

        /**
         * How often a delivery is tried, and how long the first pause is; each further one is twice as long, up to 5 minutes. Unless given
         * these are 20 times, a second and with it about an hour. Then the subscription stops for a person to see to it.
         */
        public Builder retries(int times, Duration pause) {
            if (times < 1 || pause.isNegative()) {
                throw new IllegalArgumentException("Subscription " + name + " cannot be tried " + times
                        + " times after " + pause + ": give 1 or more times, and no less than no time");
            }
            attempts = times;
            firstPause = pause;
            return this;
        }

        /** The subscription, with what takes its commits. */
        public Subscription deliver(FeedListener listener) {
            return new Subscription(this, listener);
        }
    }
}
