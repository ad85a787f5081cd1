package org.orderengine.decision.child;

import java.util.Map;
import java.util.Set;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Parcels;
import org.orderengine.event.Event;
import org.orderengine.machine.Step;
import org.orderengine.model.ChildKind;
import org.orderengine.model.ChildRef;
import org.orderengine.model.Shipment;
import org.orderengine.model.Shipment.Stage;
import org.orderengine.model.Timer;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.compiled.CompiledChild;
import org.orderengine.process.compiled.Subject;

/**
 * Follows steps of the machines of payments, shipments and returns.
 *
 * <ol>
 *   <li>Timers of states that were left stop, and timers of states that were entered start.
 *   <li>The payment, shipment or return is in another state.
 *   <li>When its machine ends, the order's own machine is told.
 * </ol>
 *
 * <p>A state of a shipment's machine that has the name of a stage stands for that stage. Where an action or a timer moves the
 * machine there, the books follow.
 *
 * <p>Belongs to one decision and one thread.
 */
public final class ChildSteps {

    private static final Set<Stage> BOOKED = Set.of(Stage.DELIVERED, Stage.RETURNED, Stage.LOST, Stage.CANCELLED);

    private ChildSteps() {}

    /** Where a machine is after a step. */
    public static String place(Step<String, String, Subject> step) {
        return step.instance().activeStates().get(0);
    }

    /** Whether the books allow that a child comes to a state. */
    public static boolean isPossible(Draft draft, ChildKind kind, String id, String state) {
        Shipment shipment = kind == ChildKind.SHIPMENT ? draft.books().shipment(id) : null;
        Stage stage = shipment == null ? null : Stage.named(state);
        if (shipment == null || stage == null || !BOOKED.contains(stage) || shipment.stage() == stage) {
            return true;
        }
        Stage before = stage == Stage.CANCELLED ? Stage.PREPARED : Stage.SHIPPED;
        return shipment.stage() == before && !draft.order().position().ended();
    }

    /** Follows a step that was accepted, and that the books allow. */
    public static void follow(Draft draft, ChildKind kind, String id, Step<String, String, Subject> step) {
        stopTimers(draft, kind, id, step);
        String state = place(step);
        boolean ends = step.instance().isFinished();
        if (kind == ChildKind.SHIPMENT) {
            book(draft, id, state);
        }
        put(draft, kind, id, state, ends);
        startTimers(draft, kind, id, step);
        if (ends && draft.process().hears(kind)) {
            draft.raise(ChildEvents.raised(kind));
        }
    }

    /** Starts and stops the timers of a step that a child comes through and does not stay at. */
    static void pass(Draft draft, ChildKind kind, String id, Step<String, String, Subject> step) {
        stopTimers(draft, kind, id, step);
        startTimers(draft, kind, id, step);
    }

    /** Has a child be in a state, whatever the books made of it. */
    public static void put(Draft draft, ChildKind kind, String id, String state, boolean ends) {
        boolean isNoted = ChildBooks.state(draft.books(), kind, id).equals(state);
        if (!isNoted || (ends && kind == ChildKind.RETURN)) {
            draft.enter(Event.moved(kind, id, state, ends));
        }
    }

    private static void book(Draft draft, String id, String state) {
        Shipment shipment = draft.books().shipment(id);
        Stage stage = Stage.named(state);
        if (shipment == null || stage == null || !BOOKED.contains(stage) || shipment.stage() == stage) {
            return;
        }
        draft.leading(() -> {
            switch (stage) {
                case DELIVERED -> draft.apply(new Event.ShipmentDelivered(id, draft.now()));
                case CANCELLED -> Parcels.open(draft, shipment);
                default -> Parcels.fail(draft, shipment, stage == Stage.LOST);
            }
        });
    }

    private static void stopTimers(Draft draft, ChildKind kind, String id, Step<String, String, Subject> step) {
        if (draft.flow().timers().isEmpty()) {
            return;
        }
        ChildRef child = new ChildRef(kind, id);
        for (String exited : step.exited()) {
            for (Timer timer : draft.flow().timers()) {
                if (timer.isOf(child, exited)) {
                    draft.enter(new Event.TimerStopped(timer.key()));
                }
            }
        }
    }

    private static void startTimers(Draft draft, ChildKind kind, String id, Step<String, String, Subject> step) {
        CompiledChild machine = draft.process().child(kind);
        for (String entered : step.entered()) {
            if (step.instance().isIn(entered)) {
                startTimers(draft, machine, new ChildRef(kind, id), entered);
            }
        }
    }

    private static void startTimers(Draft draft, CompiledChild machine, ChildRef child, String state) {
        for (Map.Entry<String, ProcessTimer> timer :
                machine.state(state).after().entrySet()) {
            if (!timer.getValue().isUnset(draft.order())) {
                draft.enter(new Event.TimerStarted(Timer.ofChild(
                        child,
                        timer.getKey(),
                        state,
                        machine.dueAt(timer.getValue(), draft.order(), draft.now()),
                        draft.revision())));
            }
        }
    }
}
