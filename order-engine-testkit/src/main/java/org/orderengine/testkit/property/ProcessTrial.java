package org.orderengine.testkit.property;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.orderengine.engine.OrderEngineBuilder;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.memory.MemoryOrderStore;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.spi.store.OrderStore;
import org.orderengine.testkit.coverage.Coverage;

/**
 * A trial of a process definition: orders live on the real engine, and the rules of the flow are checked against all that
 * happens.
 *
 * <p>Each life runs among the testkit's fake services and in virtual time. The {@link FlowRule}s are checked after every step
 * and at the end.
 *
 * <pre>{@code
 * ProcessTrial.of(tickets()).withWiring(engine -> engine.guard("vip", vip)).check(200);
 * }</pre>
 *
 * <p>Guards, effects and rules that the definition names and the wiring does not bring are played:
 *
 * <ul>
 *   <li>guards answer by chance, and alike while the order stays as it is;
 *   <li>effects are done, unless a step upsets them;
 *   <li>rules say a day.
 * </ul>
 *
 * <p>A broken rule is an {@link AssertionError}. It begins with the rule's number, and tells the whole life.
 *
 * <p>Immutable, so safe for any number of threads.
 */
public final class ProcessTrial {

    private static final int VARIANTS = 6;

    private final ProcessDefinition definition;
    private final Consumer<OrderEngineBuilder> wiring;
    private final Supplier<Supplier<OrderStore>> stores;
    private final Coverage coverage;
    private final Names names;
    private final Explorer explorer;
    private final Routes routes;

    private ProcessTrial(
            ProcessDefinition definition,
            Consumer<OrderEngineBuilder> wiring,
            Supplier<Supplier<OrderStore>> stores,
            Coverage coverage,
            Explorer explorer,
            Routes routes) {
        this.definition = definition;
        this.wiring = wiring;
        this.stores = stores;
        this.coverage = coverage;
        this.names = Names.of(definition);
        this.explorer = explorer;
        this.routes = routes;
    }

    /**
     * Puts a definition on trial.
     *
     * @throws DefinitionException if it has errors, with all of them
     */
    public static ProcessTrial of(ProcessDefinition definition) {
        Explorer explorer = new Explorer(definition);
        return new ProcessTrial(
                definition,
                engine -> {},
                () -> {
                    MemoryOrderStore store = new MemoryOrderStore();
                    return () -> store;
                },
                new Coverage(),
                explorer,
                new Routes(explorer, Names.of(definition)));
    }

    /** This trial with guards, effects, rules or services that the host adds to each engine, or replaces in it. */
    public ProcessTrial withWiring(Consumer<OrderEngineBuilder> added) {
        return new ProcessTrial(definition, added, stores, coverage, explorer, routes);
    }

    /**
     * This trial on other stores than in memory.
     *
     * @param newStore makes a new, empty store for each life, and returns what opens it: at the start and at every restart
     */
    public ProcessTrial withStores(Supplier<Supplier<OrderStore>> newStore) {
        return new ProcessTrial(definition, wiring, newStore, coverage, explorer, routes);
    }

    /** This trial, counting the parts of the definition that it exercises. */
    public ProcessTrial withCoverage(Coverage counting) {
        return new ProcessTrial(definition, wiring, stores, counting, explorer, routes);
    }

    /**
     * Runs the life of an order, and checks rules against it after every step and at the end.
     *
     * @param rules which
     * @throws AssertionError if one is broken; it begins with the rule's number, and tells the whole life
     */
    public void live(Life life, Set<FlowRule> rules) {
        try (TrialWorld world = new TrialWorld(this)) {
            new LifeRun(this, world, rules).run(life);
        }
    }

    /**
     * Leads an order along a path, with actions, time and services that answer as the path says, and checks rules against it. Several
     * payloads of the actions are tried, each with an order of its own, until one order gets to the end.
     *
     * @return whether an order could go it to the end; if not, the definition admits a path that the books of no order tried do
     * @throws AssertionError if a rule is broken
     */
    public boolean follow(ProcessPath path, Set<FlowRule> rules) {
        return whyNot(path, rules).isEmpty();
    }

    /**
     * Leads an order along a path as {@link #follow} does, and says why no order came to its end: the step at which the one that came
     * furthest stood still, and what the guards or the books say there.
     *
     * @return the reason; empty if an order went the path to the end
     * @throws AssertionError if a rule is broken
     */
    public Optional<String> whyNot(ProcessPath path, Set<FlowRule> rules) {
        LifeRun.Followed furthest = new LifeRun.Followed(-1, "no order was tried");
        for (int variant = 0; variant < VARIANTS; variant++) {
            try (TrialWorld world = new TrialWorld(this)) {
                LifeRun.Followed followed = new LifeRun(this, world, rules).follow(path, variant);
                if (followed.stuck().isEmpty()) {
                    return Optional.empty();
                }
                furthest = followed.steps() > furthest.steps() ? followed : furthest;
            }
        }
        return Optional.of(furthest.stuck());
    }

    /** The paths through the definition. */
    public ProcessPaths paths() {
        return new ProcessPaths(routes, names);
    }

    /**
     * Leads an order to each transition, runs the lives of the numbers from 0, and checks all rules against each.
     *
     * @param lives how many
     * @throws AssertionError if a rule is broken; it names the life
     */
    public void check(int lives) {
        Set<FlowRule> all = EnumSet.allOf(FlowRule.class);
        int goals = paths().transitions().size();
        for (int goal = 0; goal < goals; goal++) {
            check("way " + goal, new Life(goal, List.of(new TrialStep.Head(goal, goal)), 0), all);
        }
        for (int number = 0; number < lives; number++) {
            check("life " + number, Lives.number(number), all);
        }
    }

    private void check(String name, Life life, Set<FlowRule> rules) {
        try {
            live(life, rules);
        } catch (AssertionError broken) {
            throw new AssertionError(name + ": " + broken.getMessage(), broken);
        }
    }

    ProcessDefinition definition() {
        return definition;
    }

    Consumer<OrderEngineBuilder> wiring() {
        return wiring;
    }

    Supplier<Supplier<OrderStore>> stores() {
        return stores;
    }

    Coverage coverage() {
        return coverage;
    }

    Names names() {
        return names;
    }

    Explorer explorer() {
        return explorer;
    }

    Routes routes() {
        return routes;
    }
}
