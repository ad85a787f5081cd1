package org.orderengine.process;

import org.orderengine.process.finding.ReadFinding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.model.Phase;
import org.orderengine.model.ProcessReference;
import org.orderengine.process.finding.ProcessPlaces;
import org.orderengine.source.JsonSource.Place;

/**
 * The flow that a type of order follows, as plain data: states, and what actions, timers and answers do in each.
 *
 * <p>It is the same value whether it was written in Java, in JSON ({@link ProcessJson}) or as a table ({@link ProcessTable}). An
 * order lives by it in these steps:
 *
 * <ol>
 *   <li>The engine verifies it and compiles it when it is built, and refuses one with errors.
 *   <li>An order that is placed enters its initial state, and keeps to this name and version from then on.
 *   <li>Each action, timer and answer takes the first transition of the active states whose guards hold.
 *   <li>An order that enters a busy state owes the effects that the state runs. Their answers lead on.
 * </ol>
 *
 * <p>For example
 *
 * <pre>{@code
 * ProcessDefinition tickets = ProcessDefinition.named("tickets", 1).initial("open")
 *         .state("open", s -> s.on("pay").to("paying").after("unpaid", Duration.ofMinutes(10)).to("expired"))
 *         .state("paying", s -> s.run("payment.capture").done("paid").declined("open"))
 *         .state("paid", s -> s.end())
 *         .state("expired", s -> s.end())
 *         .build();
 * }</pre>
 *
 * <p>Any combination of states can be written down; verification says what is wrong with it. A definition that was read from
 * a text remembers where each of its parts stands, for the sake of findings. That takes no part in {@link #equals}.
 *
 * <p>Immutable, and safe for any number of threads.
 */
public final class ProcessDefinition {

    private final String name;
    private final int version;
    private final String initial;
    private final Map<String, ProcessState> states;
    private final ProcessPlaces places;
    private final StatePhases phases;
    private final List<ReadFinding> unread;

    /**
     * A definition of these parts.
     *
     * @param name its name, not blank
     * @param version its version, from 1: an order keeps to the version that it was placed under
     * @param initial the state it begins in; when empty, the first that is no history
     * @param states its states by name, in document order
     */
    public ProcessDefinition(String name, int version, String initial, Map<String, ProcessState> states) {
        this(name, version, initial, states, ProcessPlaces.NONE, List.of());
    }

    ProcessDefinition(
            String name,
            int version,
            String initial,
            Map<String, ProcessState> states,
            ProcessPlaces places,
            List<ReadFinding> unread) {
        ProcessReference reference = new ProcessReference(name, version);
        this.name = reference.name();
        this.version = reference.version();
        String first = initial.isEmpty() ? ProcessState.firstOf(states) : initial;
        this.initial = first == null ? "" : first;
        this.states = Collections.unmodifiableMap(new LinkedHashMap<>(states));
        this.places = places;
        this.phases = new StatePhases(states);
        this.unread = List.copyOf(unread);
    }

    /** A definition to be completed. */
    public static Builder named(String name, int version) {
        return new Builder(name, version);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its version, from 1. */
    public int version() {
        return version;
    }

    /** The state it begins in. */
    public String initial() {
        return initial;
    }

    /** Its states by name, in document order. */
    public Map<String, ProcessState> states() {
        return states;
    }

    /**
     * The phase of an order's life that an order in these states is in: that of the first of them that has one, or is inside one that has.
     * Null where none has.
     *
     * @param active the innermost active states, in document order
     */
    public @Nullable Phase phase(List<String> active) {
        return phases.of(active);
    }

    /** Its name and version. */
    public ProcessReference reference() {
        return new ProcessReference(name, version);
    }

    /**
     * A hash of everything that it says: SHA-256 of its shortest JSON, in 64 hexadecimal digits. Equal definitions have the same
     * one in every version of the library, whether they were written in Java, in JSON or as a table, and however they were laid out;
     * others do not.
     */
    public String fingerprint() {
        return sha256(new ProcessWriter(this).canonical());
    }

    static String sha256(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] hash = digest.digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * Findings about it, with line and column before their places and in the order of the text that it was read from. Where it was
     * not read from a text they come back as they are.
     *
     * @param findings what was found, each at a path such as {@code states.created.on.pay[0]}; one at a path that is not in the
     *     text gets the place of the nearest part around it
     */
    public List<Finding> located(List<Finding> findings) {
        return places.located(findings, unread);
    }

    /** What could not be understood of it when it was read as a {@link ProcessJson#draft draft}: no engine runs it then. */
    public List<Finding> unread() {
        return unread.stream().map(ReadFinding::finding).toList();
    }

    /** Where a part of it stands in the text that it was read from; empty if it was not read from a text. */
    Optional<Place> placeOf(String path) {
        return Optional.ofNullable(places.of(path));
    }

    /** Whether the other one says the same, states in the same order. Where it was written does not matter. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ProcessDefinition definition
                && name.equals(definition.name)
                && version == definition.version
                && initial.equals(definition.initial)
                && OrderedMaps.equal(states, definition.states);
    }

    @Override
    public int hashCode() {
        return 31 * name.hashCode() + version + states.hashCode();
    }

    @Override
    public String toString() {
        return reference() + " " + states.keySet();
    }

    /**
     * A definition in the making: states are added in document order, and {@link #build} gives the value.
     *
     * <p>It can be gone on with after that. The definitions that it gave stay as they are. For one thread.
     */
    public static final class Builder {
        private final String name;
        private final int version;
        private final Map<String, ProcessStateBuilder> states = new LinkedHashMap<>();
        private final List<String> taken = new ArrayList<>();
        private @Nullable ProcessDefinition base;
        private String initial = "";

        private Builder(String name, int version) {
            this.name = name;
            this.version = version;
        }

        /**
         * Makes it another definition with changes; without it a definition of its own.
         *
         * <p>A state of the base is then changed by {@link #state}, on whatever level it lies: actions and timers that are named take
         * the place of those of that name, lists and everything else that is said take the place of what was there, and the rest stays.
         * A state that the base does not have is added where it is written. What is built is the whole.
         *
         * <pre>{@code
         * ProcessDefinition.named("gift-shop", 1).extending(StandardProcesses.physicalGoods())
         *         .state("paid", s -> s.on("wrap").to("wrapping"))
         *         .state("active", s -> s.state("wrapping", w -> w.run("gift.wrap").done("paid").declined("paid")))
         *         .build();
         * }</pre>
         */
        public Builder extending(ProcessDefinition definition) {
            this.base = definition;
            return this;
        }

        /** Takes away states of the definition that is extended, on whatever level they lie. */
        public Builder without(String... extendedStates) {
            taken.addAll(List.of(extendedStates));
            return this;
        }

        /** Sets the state that orders begin in; without it the first. */
        public Builder initial(String state) {
            this.initial = state;
            return this;
        }

        /**
         * Adds a state.
         *
         * @throws IllegalArgumentException if there is one of that name already
         */
        public Builder state(String state, UnaryOperator<ProcessStateBuilder> content) {
            ProcessStateBuilder.add(states, state, content);
            return this;
        }

        /**
         * The definition.
         *
         * @throws DefinitionException if it takes away what the definition that it extends does not have, or names a state of it in
         *     another place
         */
        public ProcessDefinition build() {
            ProcessDefinition extended = base;
            if (extended == null) {
                return new ProcessDefinition(name, version, initial, ProcessStateBuilder.build(states));
            }
            Map<String, Object> changes = new LinkedHashMap<>();
            changes.put("process", name);
            changes.put("version", version);
            if (!initial.isEmpty()) {
                changes.put("initial", initial);
            }
            changes.put("states", ProcessStateBuilder.changes(states, taken));
            return ProcessJson.extended(changes, extended);
        }
    }
}
