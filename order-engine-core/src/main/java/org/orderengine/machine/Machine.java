package org.orderengine.machine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.chart.EventTable;
import org.orderengine.machine.check.Verifier;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.machine.definition.Finding;
import org.orderengine.machine.definition.MachineDefinition;
import org.orderengine.machine.definition.Severities;

/**
 * A compiled statechart: moves instances, and says what would move them.
 *
 * <p>A step runs to completion. The machine takes the transitions that the event sets off, then eventless transitions, then those that raised
 * events set off, until nothing more follows. The note of this package lists the eight stations of a step.
 *
 * <pre>{@code
 * Machine<Door, Move, Log> machine = Machine.compile(door);
 * Instance<Door> closed = machine.start(log).instance();
 * Step<Door, Move, Log> step = machine.fire(closed, Move.OPEN_UP, log);
 * if (step.accepted()) {
 *     save(step.instance().activeStates());
 * }
 * }</pre>
 *
 * <p>The instance given never changes. A step is the caller's to keep, commit or drop.
 *
 * <p>Immutable and safe for any number of threads. A call runs on the thread that makes it, guards and actions included.
 *
 * @param <S> the states
 * @param <E> the events
 * @param <C> the context
 */
public final class Machine<S, E, C> {

    private final MachineDefinition<S, E, C> definition;
    private final Kernel<S, E, C> kernel;
    private final EventTable<S, E> events;
    private final Stepper<S, E, C> stepper;
    private final MicrostepChain<S, E, C> start;
    private final @Nullable Step<S, E, C> started;

    Machine(MachineDefinition<S, E, C> definition, Kernel<S, E, C> kernel) {
        this.definition = definition;
        this.kernel = kernel;
        this.events = kernel.chart().events();
        this.stepper = new Stepper<>(kernel, definition.maximumMicrosteps());
        this.start = kernel.trail(kernel.microstepper().start(), true);
        this.started = start.isResting() && start.deeds() == null ? start.step() : null;
    }

    /**
     * The machine that runs a definition.
     *
     * @throws DefinitionException with all findings, if any of them is an error
     */
    public static <S, E, C> Machine<S, E, C> compile(MachineDefinition<S, E, C> definition) {
        return compile(definition, Severities.standard());
    }

    /**
     * The machine that runs a definition, its findings weighed as the caller likes.
     *
     * @throws DefinitionException with all findings, if any of them is an error
     */
    public static <S, E, C> Machine<S, E, C> compile(MachineDefinition<S, E, C> definition, Severities severities) {
        List<Finding> findings = verify(definition, severities);
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new DefinitionException("Machine " + definition.name(), findings);
        }
        return new Machine<>(definition, new Kernel<>(definition.name(), Chart.of(definition)));
    }

    /**
     * Everything that is wrong with a definition, at once; empty when nothing is. What follows from its structure, such as reachability, is
     * only looked at where the structure is sound.
     */
    public static List<Finding> verify(MachineDefinition<?, ?, ?> definition) {
        return verify(definition, Severities.standard());
    }

    /** Everything that is wrong with a definition, weighed as the caller likes. */
    public static List<Finding> verify(MachineDefinition<?, ?, ?> definition, Severities severities) {
        return new Verifier<>(definition, severities).findings();
    }

    /** What this machine was compiled from. */
    public MachineDefinition<S, E, C> definition() {
        return definition;
    }

    /**
     * Enters the initial states and performs what happens on the way.
     *
     * @throws MachineException if a guard or an action throws, or no rest is reached
     */
    public Step<S, E, C> start(C context) {
        return started != null ? started : stepper.run(start, "start", context);
    }

    /**
     * Lets an event happen: takes the transitions that it sets off and performs their actions, or refuses it.
     *
     * <p>If this throws, nothing has happened to the instance; what actions have done to the context by then is the caller's to drop.
     *
     * @throws MachineException if a guard or an action throws, or no rest is reached
     * @throws IllegalArgumentException if the instance belongs to another machine
     */
    public Step<S, E, C> fire(Instance<S> instance, E event, C context) {
        KnownConfiguration<S, E, C> node = own(instance);
        int number = events.number(event);
        Shortcut<S, E, C> shortcut = node.shortcut(number);
        return shortcut != null
                ? stepper.run(shortcut, event, context)
                : stepper.run(node.row(number).select(context, event), event, context);
    }

    /**
     * Takes eventless transitions whose guards hold by now, because the context changed since the instance came to rest. Refused if there are
     * none.
     *
     * @throws MachineException if a guard or an action throws, or no rest is reached
     * @throws IllegalArgumentException if the instance belongs to another machine
     */
    public Step<S, E, C> settle(Instance<S> instance, C context) {
        return stepper.run(own(instance).row(EventTable.EVENTLESS).select(context, null), "none", context);
    }

    /**
     * What {@link #fire} would give, without performing anything: which states would be left and entered.
     *
     * <p>Guards are asked of the context as it is. The first microstep is therefore exact; later ones are as far as no action changes a
     * guard's answer, and if they go round in a circle that way, the step given ends at the definition's bound.
     *
     * @throws MachineException if a guard throws
     * @throws IllegalArgumentException if the instance belongs to another machine
     */
    public Step<S, E, C> preview(Instance<S> instance, E event, C context) {
        return stepper.preview(own(instance).row(events.number(event)).select(context, event), context);
    }

    /**
     * What an event would do and why: each candidate with what becomes of it, and the preview. Each guard is asked at most once.
     *
     * @throws MachineException if a guard throws
     * @throws IllegalArgumentException if the instance belongs to another machine
     */
    public Explanation<S, E, C> explain(Instance<S> instance, E event, C context) {
        return new Explainer<>(own(instance), events.number(event)).explain(stepper, event, context);
    }

    /**
     * The events for which the instance has a candidate, in the order the definition names them. Whether one is accepted is still up to
     * guards, except for those on active states, which are taken into account. Where any event is handled, these are all that the definition
     * names, or all constants of their enum.
     *
     * @throws IllegalArgumentException if the instance belongs to another machine
     */
    public List<E> events(Instance<S> instance) {
        return own(instance).events();
    }

    /**
     * Brings back an instance from what was stored of it.
     *
     * @param activeStates what {@link Instance#activeStates()} gave, in any order
     * @param history what {@link Instance#history()} gave
     * @throws IllegalInstanceException if this machine cannot be in those states or cannot have recorded that history
     */
    public Instance<S> instance(Collection<S> activeStates, Map<S, ? extends Collection<S>> history) {
        return new Restorer<>(kernel).restore(activeStates, history);
    }

    /** Brings back an instance without history. */
    public Instance<S> instance(Collection<S> activeStates) {
        return instance(activeStates, Map.of());
    }

    @SuppressWarnings("unchecked")
    private KnownConfiguration<S, E, C> own(Instance<S> instance) {
        KnownConfiguration<S, ?, ?> node = (KnownConfiguration<S, ?, ?>) instance;
        if (node.kernel() != (Object) kernel) {
            throw new IllegalArgumentException("Instance (" + instance + ") does not belong to machine "
                    + definition.name() + " as compiled here; bring it back with instance(activeStates, history)");
        }
        return (KnownConfiguration<S, E, C>) node;
    }

    @Override
    public String toString() {
        return "machine " + definition.name();
    }
}
