package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.MigrateOrder;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.ResolveEffect;
import org.orderengine.decision.draft.Decision;
import org.orderengine.event.Event;
import org.orderengine.model.EffectId;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.model.TimerKey;
import org.orderengine.spi.listener.EngineListener;
import org.orderengine.spi.listener.EngineListener.CommandDecided.Result;

/** What listeners are told of commits and commands. */
final class Told {

    private Told() {}

    /** Tells what a commit that is written says: a timer fired, or work waits for a person. */
    static void of(Decision.Accepted committed, Listeners listeners) {
        Order order = committed.order();
        for (Event event : committed.events()) {
            if (event instanceof Event.TimerFired fired) {
                listeners.tell(
                        EngineListener::timerFired, new EngineListener.TimerFired(order.id(), name(fired.timer())));
            } else if (event instanceof Event.EffectPostponed postponed
                    && postponed.status() == OwedEffect.Status.PARKED) {
                parked(order, postponed.effect(), postponed.problem(), listeners);
            } else if (event instanceof Event.WorkStuck stuck) {
                listeners.tell(
                        EngineListener::workParked,
                        new EngineListener.WorkParked(
                                order.id(),
                                null,
                                null,
                                stuck.stuck().problem().code(),
                                stuck.stuck().due()));
            }
        }
    }

    private static void parked(Order order, EffectId id, @Nullable Problem problem, Listeners listeners) {
        OwedEffect effect = order.flow().effect(id);
        if (effect != null && problem != null) {
            listeners.tell(
                    EngineListener::workParked,
                    new EngineListener.WorkParked(order.id(), id.toString(), effect.name(), problem.code(), null));
        }
    }

    private static String name(TimerKey timer) {
        return timer.toString();
    }

    /** Tells what became of a command. */
    static void of(Command command, Handled handled, long begun, Listeners listeners) {
        if (listeners.isEmpty()) {
            return;
        }
        Problem problem = problem(handled);
        listeners.tell(
                EngineListener::commandDecided,
                new EngineListener.CommandDecided(
                        command.orderId(),
                        name(command),
                        command.commandId(),
                        result(handled),
                        problem == null ? null : problem.code(),
                        listeners.since(begun)));
    }

    /** Tells what became of an action that an order had kept: it is decided like a command of its own. */
    static void kept(
            Action action, Decision.Accepted accepted, EffectWork.Finished finished, long begun, Listeners listeners) {
        Handled handled = new Handled.Taken(finished.order(), finished.declined(), false);
        for (Event event : accepted.events()) {
            if (event instanceof Event.DeferredActionRefused refused) {
                handled = new Handled.Refused(refused.problem(), finished.order());
            }
        }
        of(action, handled, begun, listeners);
    }

    private static @Nullable Problem problem(Handled handled) {
        if (handled instanceof Handled.Refused refused) {
            return refused.problem();
        }
        return handled instanceof Handled.Taken taken ? taken.declined() : null;
    }

    private static Result result(Handled handled) {
        if (handled instanceof Handled.Taken taken) {
            return taken.declined() != null ? Result.DECLINED : taken.deferred() ? Result.DEFERRED : Result.ACCEPTED;
        }
        return handled instanceof Handled.Refused ? Result.REFUSED : Result.UNCHANGED;
    }

    private static String name(Command command) {
        if (command instanceof Action action) {
            return action.name();
        }
        if (command instanceof PlaceOrder) {
            return "place";
        }
        if (command instanceof ResolveEffect) {
            return "resolve";
        }
        return command instanceof MigrateOrder ? "migrate" : "answer";
    }
}
