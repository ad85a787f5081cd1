package org.orderengine.testkit.property;

import java.util.EnumSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.orderengine.process.ProcessDefinition;

/**
 * The invariants of the flow as jqwik properties of one process definition.
 *
 * <p>A definition proves that it keeps them by a test class of its own:
 *
 * <pre>{@code
 * class TicketsProperties extends ProcessProperties {
 *     protected ProcessDefinition definition() { return tickets(); }
 * }
 * }</pre>
 *
 * <p>Each property runs lives of orders on the real engine: actions with payloads that fit or do not, time, timers fired early
 * and twice, services that decline, fail and lose answers, and restarts. jqwik shortens a life that breaks a rule to the steps
 * that matter.
 *
 * <p>Properties of your own take {@code @ForAll("lives") Life}, or {@code @ForAll("walks") ProcessPath}: up to twenty actions,
 * timers and answers of services in an order that the definition admits.
 */
public abstract class ProcessProperties {

    private static final int TRIES = 60;
    private static final int LONGEST_WALK = 20;

    /** For the classes that extend it. */
    protected ProcessProperties() {}

    /** The definition. */
    protected abstract ProcessDefinition definition();

    /** How the definition is tried: with a host's own guards and effects, on another store, with coverage. By default with none of them. */
    protected ProcessTrial trial() {
        return ProcessTrial.of(definition());
    }

    /** F1. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void f1_only_transitions_of_the_definition_happen(@ForAll("lives") Life life) {
        trial().live(life, EnumSet.of(FlowRule.F1));
    }

    /** F2. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void f2_no_action_leaves_an_end_and_late_money_is_given_back(@ForAll("lives") Life life) {
        trial().live(life, EnumSet.of(FlowRule.F2));
    }

    /** F3. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void f3_a_refused_command_changes_nothing(@ForAll("lives") Life life) {
        trial().live(life, EnumSet.of(FlowRule.F3));
    }

    /** F4. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void f4_the_revision_rises_by_one_per_commit(@ForAll("lives") Life life) {
        trial().live(life, EnumSet.of(FlowRule.F4));
    }

    /** F7. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void f7_a_timer_never_fires_early_and_fires_once(@ForAll("lives") Life life) {
        trial().live(life, EnumSet.of(FlowRule.F7));
    }

    /** F8. */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE)
    void f8_every_order_ends_or_waits_or_is_parked(@ForAll("lives") Life life) {
        trial().live(life, EnumSet.of(FlowRule.F8));
    }

    @Provide
    Arbitrary<Life> lives() {
        return Lives.any();
    }

    @Provide
    Arbitrary<ProcessPath> walks() {
        return ProcessPaths.of(definition()).walks(LONGEST_WALK);
    }
}
