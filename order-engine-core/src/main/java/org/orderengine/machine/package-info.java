/**
 * The running machine: instances, steps, refusals, and why an event is refused.
 *
 * <p>Its semantics are those of W3C SCXML. It knows nothing of orders and depends on the JDK and on its own rooms only: {@code definition} (what
 * is written down), {@code chart} (the same in numbers), {@code check} (what is wrong with it), each on those before it. Start at {@link
 * org.orderengine.machine.Machine}.
 *
 * <p>How a step runs, from {@code machine.fire(instance, event, context)} to its {@link org.orderengine.machine.Step}:
 *
 * <ol>
 *   <li>{@code Machine.own} finds the node that the instance is, and refuses an instance of another machine.
 *   <li>{@code EventTable.number} turns the event into a number.
 *   <li>{@code KnownConfiguration.shortcut} or {@code KnownConfiguration.row} gives what that event does there. The first time, {@code Candidates} collects the transitions it
 *       may set off, inner states before outer ones, and {@code GuardCompiler} compiles their guards.
 *   <li>{@code Shortcut.ask} or {@code EventRow.select} asks the guards, each at most once, and walks down the tree of {@code GuardDecision} by their
 *       answers.
 *   <li>At the end of the walk stands a {@code MicrostepChain}: a refusal, or a first microstep. When it is new, {@code Microstepper} works it out: the
 *       transitions that go together, the states they leave and enter, the actions and raised events in their order.
 *   <li>{@code Stepper.run} performs the actions of that microstep. One that throws ends the step with a {@code MachineException}.
 *   <li>{@code Stepper.following} selects the next microstep as in 4 and 5, eventless transitions before raised events, and performs it as in
 *       6, until nothing follows.
 *   <li>{@code MicrostepChain.step} gives the step that has come to rest. The caller's instance is as it was.
 * </ol>
 *
 * <p>Whatever 3 and 5 work out is kept in the node, so an event that was met before costs a look-up, its guards and its actions.
 */
@NullMarked
package org.orderengine.machine;

import org.jspecify.annotations.NullMarked;
