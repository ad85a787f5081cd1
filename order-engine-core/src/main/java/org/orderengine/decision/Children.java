package org.orderengine.decision;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.machine.Refusal;
import org.orderengine.machine.Step;
import org.orderengine.model.Books;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.model.Return;
import org.orderengine.model.Shipment;
import org.orderengine.model.Timer;
import org.orderengine.process.ChildKind;
import org.orderengine.process.CompiledChild;
import org.orderengine.process.CompiledProcess;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.Subject;

/**
 * Moves the machines of an order's payments, shipments and returns: each is where its state says, its timers run among the
 * order's under a name that tells whose they are, and its end is told to the order's own machine.
 */
final class Children {

    private Children() {}

    /** An order as the machine of one of its parts sees it. */
    private record Asking(Subject subject, String child) implements Subject {
        @Override
        public Order order() {
            return subject.order();
        }

        @Override
        public Instant now() {
            return subject.now();
        }
    }

    /** The state in which one of a kind begins. */
    static String initial(Draft draft, ChildKind kind) {
        return draft.process().child(kind).definition().initial();
    }

    /** Begins the machine of a child that was just entered into the books in its {@link #initial} state. */
    static void begin(Draft draft, ChildKind kind, String id) {
        CompiledChild machine = draft.process().child(kind);
        follow(draft, kind, id, machine.start(new Asking(draft, id)));
    }

    /** Whether an action would be taken where a child is; its guards are not asked. */
    static boolean takes(CompiledProcess process, Subject subject, ChildKind kind, String id, String action) {
        Step<String, String, Subject> step = process.child(kind)
                .act(new Asking(subject, id), state(subject.order().books(), kind, id), action);
        return step.accepted() || step.refusal().orElse(null) instanceof Refusal.Guarded;
    }

    /** Whether any of a kind takes an action where it is. */
    static boolean anyTakes(CompiledProcess process, Subject subject, ChildKind kind, String action) {
        return ids(subject.order().books(), kind).stream().anyMatch(id -> takes(process, subject, kind, id, action));
    }

    /** Whether an action is about a payment, shipment or return that is still open although its order has ended (F2). */
    static boolean isLate(Subject subject, String action, CompiledProcess process) {
        ChildKind kind = process.childOf(action);
        return kind != null && anyTakes(process, subject, kind, action);
    }

    /** The one that a payload names, or else the only one that takes the action; refuses where it cannot be taken. */
    static String chosen(Draft draft, ChildKind kind, String action, PayloadReader payload) {
        String named = payload.text(kind.word());
        List<String> ids = ids(draft.books(), kind);
        if (named != null && !ids.contains(named)) {
            throw Draft.refuse(unknown(kind), "there is no " + kind + " \"" + named + "\"");
        }
        if (named == null) {
            List<String> taking = ids.stream()
                    .filter(id -> takes(draft.process(), draft, kind, id, action))
                    .toList();
            if (taking.size() != 1) {
                throw Draft.refuse(unknown(kind), "say which " + kind + "; " + action + " is possible for " + taking);
            }
            return taking.get(0);
        }
        if (!takes(draft.process(), draft, kind, named, action)) {
            throw Draft.refuse(
                    notThere(kind),
                    kind + " " + named + " is " + state(draft.books(), kind, named) + "; " + action
                            + " is not possible there");
        }
        return named;
    }

    /** Does an action on a child, after its entries were made; refuses where its machine does not take it. */
    static void act(Draft draft, ChildKind kind, String id, String action) {
        String state = state(draft.books(), kind, id);
        Step<String, String, Subject> step = draft.process().child(kind).act(new Asking(draft, id), state, action);
        if (!step.accepted()) {
            throw Draft.refuse(
                    notThere(kind),
                    kind + " " + id + " is " + state + "; " + action + " is not possible: "
                            + step.refusal().map(Refusal::message).orElse(""));
        }
        follow(draft, kind, id, step);
    }

    /** Lets a child's timer fire. */
    static void fire(Draft draft, Timer timer) {
        String name = timer.name();
        int first = name.indexOf(' ');
        int last = name.lastIndexOf(' ');
        String id = name.substring(first + 1, last);
        for (ChildKind kind : ChildKind.values()) {
            if (kind.word().equals(name.substring(0, first))
                    && ids(draft.books(), kind).contains(id)) {
                String state = state(draft.books(), kind, id);
                Step<String, String, Subject> step =
                        draft.process().child(kind).timer(new Asking(draft, id), state, name.substring(last + 1));
                if (step.accepted()) {
                    follow(draft, kind, id, step);
                }
            }
        }
    }

    private static void follow(Draft draft, ChildKind kind, String id, Step<String, String, Subject> step) {
        CompiledChild machine = draft.process().child(kind);
        String prefix = kind + " " + id + " ";
        for (String exited : step.exited()) {
            for (Timer timer : draft.flow().timers()) {
                if (timer.state().equals(prefix + exited)) {
                    draft.apply(new Event.TimerStopped(timer.name()));
                }
            }
        }
        String state = step.instance().activeStates().get(0);
        boolean ends = step.instance().isFinished();
        if (!state.equals(state(draft.books(), kind, id)) || ends) {
            draft.apply(moved(kind, id, state, ends));
        }
        for (String entered : step.entered()) {
            if (step.instance().isIn(entered)) {
                startTimers(draft, machine, prefix, entered);
            }
        }
        if (ends) {
            draft.raise(kind.raised());
        }
    }

    private static void startTimers(Draft draft, CompiledChild machine, String prefix, String state) {
        for (Map.Entry<String, ProcessTimer> timer :
                machine.state(state).after().entrySet()) {
            draft.apply(new Event.TimerStarted(new Timer(
                    prefix + timer.getKey(),
                    prefix + state,
                    machine.dueAt(timer.getValue(), draft.order(), draft.now()),
                    draft.revision())));
        }
    }

    private static List<String> ids(Books books, ChildKind kind) {
        return switch (kind) {
            case PAYMENT -> books.payments().stream().map(Payment::id).toList();
            case SHIPMENT -> books.shipments().stream().map(Shipment::id).toList();
            case RETURN -> books.returns().stream().map(Return::id).toList();
        };
    }

    private static String state(Books books, ChildKind kind, String id) {
        String state =
                switch (kind) {
                    case PAYMENT -> {
                        Payment payment = books.payment(id);
                        yield payment == null ? null : payment.state();
                    }
                    case SHIPMENT -> {
                        Shipment shipment = books.shipment(id);
                        yield shipment == null ? null : shipment.state();
                    }
                    case RETURN -> {
                        Return returned = books.returnOf(id);
                        yield returned == null ? null : returned.state();
                    }
                };
        return known(state, kind, id);
    }

    private static String known(@Nullable String state, ChildKind kind, String id) {
        if (state == null) {
            throw new IllegalArgumentException("there is no " + kind + " " + id);
        }
        return state;
    }

    private static Event moved(ChildKind kind, String id, String state, boolean ends) {
        return switch (kind) {
            case PAYMENT -> new Event.PaymentMoved(id, state);
            case SHIPMENT -> new Event.ShipmentMoved(id, state);
            case RETURN -> new Event.ReturnMoved(id, state, ends);
        };
    }

    private static String unknown(ChildKind kind) {
        return switch (kind) {
            case PAYMENT -> Codes.UNKNOWN_PAYMENT;
            case SHIPMENT -> Codes.UNKNOWN_SHIPMENT;
            case RETURN -> Codes.UNKNOWN_RETURN;
        };
    }

    private static String notThere(ChildKind kind) {
        return switch (kind) {
            case PAYMENT -> Codes.PAYMENT_STATE;
            case SHIPMENT -> Codes.SHIPMENT_STATE;
            case RETURN -> Codes.RETURN_STATE;
        };
    }
}
