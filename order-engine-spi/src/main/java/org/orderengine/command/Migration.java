package org.orderengine.command;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.ChildKind;
import org.orderengine.model.ProcessReference;

/**
 * A plan for moving orders from one process definition to another, usually from a version to the next.
 *
 * <p>For example
 *
 * <pre>{@code
 * Migration migration = Migration.between(v1.reference(), v2.reference())
 *         .state("waiting", "packing", "billing")
 *         .timer("unpaid", "payment-due")
 *         .withoutTimer("reminder")
 *         .build();
 * }</pre>
 *
 * <p>States and timers of payments, shipments and returns are named with their kind before: {@code state("shipment in-transit",
 * "shipped")}, {@code withoutTimer("return unsent")}.
 *
 * <p>What is not named keeps its name. Whatever then has no landing place in the new definition keeps its order from being
 * migrated, and is reported.
 *
 * <p>More than seven components: hosts build it with its builder.
 *
 * @param from the definition that orders follow before
 * @param to the one that they follow afterwards
 * @param states per state of the old definition the ones of the new definition that take its place: one as a rule, several where
 *     they are active together; per history the one that takes its place, or none, so that what it recorded is forgotten
 * @param timers per timer the new name; the instant that it is due stays
 * @param endedTimers timers that end
 * @param effects per pending effect of the host's own what it is called from now on, which may be its name; its id stays, so the
 *     host sees the same idempotency key
 * @param droppedEffects pending effects of the host's own that are not to be done any more
 * @param endedToo whether orders that have come to their end are migrated as well
 */
public record Migration(
        ProcessReference from,
        ProcessReference to,
        Map<String, List<String>> states,
        Map<String, String> timers,
        Set<String> endedTimers,
        Map<String, String> effects,
        Set<String> droppedEffects,
        boolean endedToo) {

    public Migration {
        if (from.equals(to)) {
            throw new IllegalArgumentException("a migration leads from " + from + " to itself; name another version");
        }
        Map<String, List<String>> copy = new LinkedHashMap<>();
        states.forEach((state, places) -> copy.put(state, List.copyOf(places)));
        states = Collections.unmodifiableMap(copy);
        timers = Collections.unmodifiableMap(new LinkedHashMap<>(timers));
        endedTimers = Collections.unmodifiableSet(new LinkedHashSet<>(endedTimers));
        effects = Collections.unmodifiableMap(new LinkedHashMap<>(effects));
        droppedEffects = Collections.unmodifiableSet(new LinkedHashSet<>(droppedEffects));
    }

    /** Begins a migration between two definitions. */
    public static Builder between(ProcessReference from, ProcessReference to) {
        return new Builder(from, to);
    }

    /** The definitions that it leads from and to. */
    @Override
    public String toString() {
        return "migration of " + from + " to " + to;
    }

    /**
     * The name of a state or timer in a migration.
     *
     * @param kind the kind of machine that has it: of payments, shipments or returns; null for the order's own machine
     * @param name its name in the definition of that machine
     */
    public record Name(@Nullable ChildKind kind, String name) {

        /** Reads what {@link #toString} writes; null if the text begins with no kind and is no name either. */
        public static @Nullable Name parse(String text) {
            int blank = text.indexOf(' ');
            if (blank < 0) {
                return new Name(null, text);
            }
            ChildKind kind = ChildKind.named(text.substring(0, blank));
            return kind == null ? null : new Name(kind, text.substring(blank + 1));
        }

        /** The name as text, with the kind before where there is one: {@code shipment in-transit}. */
        @Override
        public String toString() {
            return kind == null ? name : kind + " " + name;
        }
    }

    /** Builds a migration. For one thread. */
    public static final class Builder {
        private final ProcessReference from;
        private final ProcessReference to;
        private final Map<String, List<String>> states = new LinkedHashMap<>();
        private final Map<String, String> timers = new LinkedHashMap<>();
        private final Set<String> endedTimers = new LinkedHashSet<>();
        private final Map<String, String> effects = new LinkedHashMap<>();
        private final Set<String> droppedEffects = new LinkedHashSet<>();
        private boolean endedToo;

        private Builder(ProcessReference from, ProcessReference to) {
            this.from = from;
            this.to = to;
        }

        /** Sets what takes the place of a state: one state, or several that are active together. */
        public Builder state(String old, String... places) {
            if (places.length == 0) {
                throw new IllegalArgumentException("state " + old + " needs a place in " + to);
            }
            states.put(old, List.of(places));
            return this;
        }

        /** Forgets what a history recorded. */
        public Builder withoutHistory(String history) {
            states.put(history, List.of());
            return this;
        }

        /** Gives a running timer another name. */
        public Builder timer(String old, String name) {
            timers.put(old, name);
            return this;
        }

        /** Ends a running timer. */
        public Builder withoutTimer(String old) {
            endedTimers.add(old);
            return this;
        }

        /** Gives a pending effect of the host's own another name. Its own name keeps an effect that the new definition does not name. */
        public Builder effect(String old, String name) {
            effects.put(old, name);
            return this;
        }

        /** Drops a pending effect of the host's own: it is not to be done any more. */
        public Builder withoutEffect(String old) {
            droppedEffects.add(old);
            return this;
        }

        /** Migrates orders that have come to their end, too. */
        public Builder endedToo() {
            endedToo = true;
            return this;
        }

        /** The migration. */
        public Migration build() {
            return new Migration(from, to, states, timers, endedTimers, effects, droppedEffects, endedToo);
        }
    }
}
