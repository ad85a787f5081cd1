package org.orderengine.decision.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Evolve;
import org.orderengine.decision.draft.Payments;
import org.orderengine.decision.effect.EffectOrder;
import org.orderengine.event.Event;
import org.orderengine.machine.Step;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Run;
import org.orderengine.model.Stuck;
import org.orderengine.model.Timer;
import org.orderengine.policy.EffectPolicy;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Subject;

/**
 * The agenda of an order: its work without a command, and when it is due.
 *
 * <p>The work is of three kinds, in this order:
 *
 * <ol>
 *   <li>effects to perform or to query;
 *   <li>an action that the order kept while it was busy;
 *   <li>timers to fire.
 * </ol>
 *
 * <pre>{@code
 * Instant next = agenda.nextDue(order, process, now);    // kept with the commit, for the workers
 * }</pre>
 *
 * <p>A timer that would cancel the order waits while the outcome of a payment is unknown. A timer that would leave a busy state
 * waits until that state is left.
 *
 * <p>Pure and immutable, so safe for any number of threads.
 */
public final class Agenda {

    private final Duration inlineFor;

    /** An agenda by a shop's policy on effects. */
    public Agenda(EffectPolicy policy) {
        this.inlineFor = policy.inlineFor();
    }

    /** The first action that an order kept; empty while it is busy, and where it keeps none. */
    public Optional<Action> kept(Order order) {
        return order.flow().isReadyForDeferred()
                ? Optional.of(
                        Deferral.action(order.id(), order.flow().deferred().get(0)))
                : Optional.empty();
    }

    /**
     * The effects of an order to perform or to query at an instant: those that are due and wait for no other. A payment whose outcome is
     * unknown is added while a due timer that would cancel the order waits for it.
     *
     * @param mayAsk whether payments may be queried before they are due
     */
    public List<OwedEffect> dueEffects(Order order, CompiledProcess process, Instant now, boolean mayAsk) {
        boolean asks = mayAsk
                && order.flow().timers().stream()
                        .anyMatch(timer -> !timer.due().isAfter(now) && awaitsPayment(order, timer, process));
        List<OwedEffect> due = new ArrayList<>(EffectOrder.heads(order));
        due.removeIf(effect -> effect.due().isAfter(now) && !(asks && isAskedEarly(effect)));
        return due;
    }

    /** Whether a timer that waits for a payment has it asked for before it is due; a buyer who is at the provider is left in peace. */
    private static boolean isAskedEarly(OwedEffect effect) {
        return effect.status() == OwedEffect.Status.UNKNOWN
                && Payments.isOfPayment(effect)
                && !UncertainPayments.isPending(effect);
    }

    /** The instant of the next work of an order, as it stands at an instant; null when there is none without a command. */
    public @Nullable Instant nextDue(Order order, CompiledProcess process, Instant now) {
        Instant next = null;
        if (owesStep(order) || Rest.owesErasure(order)) {
            Stuck stuck = order.flow().stuck();
            next = stuck == null ? now : stuck.due();
        }
        for (OwedEffect effect : EffectOrder.heads(order)) {
            next = earlier(next, effect.due());
        }
        if (order.flow().isReadyForDeferred()) {
            next = earlier(next, order.flow().deferred().get(0).since().plus(inlineFor));
        }
        for (Timer timer : order.flow().timers()) {
            if ((next == null || timer.due().isBefore(next))
                    && !isHeldBack(order, timer, process)
                    && (timer.due().isAfter(now) || !awaitsPayment(order, timer, process))) {
                next = timer.due();
            }
        }
        return next;
    }

    /** The decision that the due work of an order cannot be done, and why. */
    public static Decision.Accepted stuck(Order order, Stuck stuck) {
        Event event = new Event.WorkStuck(stuck);
        return new Decision.Accepted(Evolve.commit(order, List.of(event)), List.of(event));
    }

    /** Whether a busy state owes nothing any more and was not left: the step that leads out of it could not be taken. */
    public static boolean owesStep(Order order) {
        for (Run run : order.flow().runs()) {
            if (order.flow().effects().stream().noneMatch(effect -> run.state().equals(effect.run()))) {
                return true;
            }
        }
        return false;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /** Whether a timer would cancel the order while the outcome of a payment is unknown. */
    private static boolean awaitsPayment(Order order, Timer timer, CompiledProcess process) {
        return !timer.isOfChild() && UncertainPayments.holdBack(order, step(order, timer, process), process);
    }

    /** Whether a timer has to wait until a busy state is left. */
    private static boolean isHeldBack(Order order, Timer timer, CompiledProcess process) {
        return order.flow().isBusy()
                && (timer.isOfChild() || StepFollower.leavesBusy(order, step(order, timer, process)));
    }

    /** What a timer of the order's own machine will do. */
    private static Step<String, String, Subject> step(Order order, Timer timer, CompiledProcess process) {
        return process.timer(Subject.of(order, timer.due()), timer.key().name());
    }
}
