package org.orderengine.decision.child;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.draft.ChildEvent;
import org.orderengine.decision.draft.DecisionPolicy;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.machine.Refusal;
import org.orderengine.machine.Step;
import org.orderengine.model.ChildKind;
import org.orderengine.model.ChildRef;
import org.orderengine.model.Order;
import org.orderengine.model.Timer;
import org.orderengine.pricing.quote.PricingFacts;
import org.orderengine.process.compiled.CompiledChild;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Question;
import org.orderengine.process.compiled.Subject;

/**
 * Moves the machines of an order's payments, shipments and returns.
 *
 * <p>Each is in the state that its record says. Its timers run among the order's, under a key that names it. Its end is told to
 * the order's own machine.
 *
 * <p>It keeps no state of its own; the draft that it is given belongs to one thread.
 */
public final class Children {

    private Children() {}

    /** An order as the machine of one of its parts sees it. */
    private record PartSubject(Subject subject, String child) implements Subject {
        @Override
        public Order order() {
            return subject.order();
        }

        @Override
        public Order before() {
            return subject.before();
        }

        @Override
        public Question question() {
            return subject.question();
        }

        @Override
        public Instant now() {
            return subject.now();
        }
    }

    /** A decision in the making, whose payments, shipments and returns follow it. */
    public static Draft draft(Order order, Instant now, DecisionPolicy policy, CompiledProcess process) {
        return draft(order, now, policy, process, null);
    }

    /**
     * A decision in the making that may price anew.
     *
     * @param facts what the host's services know that pricing needs
     */
    public static Draft draft(
            Order order, Instant now, DecisionPolicy policy, CompiledProcess process, @Nullable PricingFacts facts) {
        return new Draft(order, now, policy, process, facts, Children::happen);
    }

    /** The state in which a child of a kind begins. */
    public static String initial(Draft draft, ChildKind kind) {
        return draft.process().child(kind).definition().initial();
    }

    /** Begins the machine of a child that was just entered into the books in its {@link #initial} state. */
    public static void begin(Draft draft, ChildKind kind, String id) {
        ChildSteps.follow(draft, kind, id, draft.process().child(kind).start(new PartSubject(draft, id)));
    }

    /**
     * Enters an event of a payment or shipment into the books, and tells its machine. The machine cannot refuse it: an event that it
     * does not take leaves it where it is, and a machine that has ended begins anew for an event that it takes then.
     *
     * @param entries enters the event into the books
     */
    public static void happen(Draft draft, ChildEvent happening, Runnable entries) {
        ChildKind kind = happening.kind();
        String id = happening.child();
        CompiledChild machine = draft.process().child(kind);
        Subject asking = new PartSubject(draft, id);
        String before = happening.begins() ? initial(draft, kind) : ChildBooks.state(draft.books(), kind, id);
        entries.run();
        Step<String, String, Subject> step = null;
        if (happening.begins()) {
            step = machine.start(asking);
            before = ChildSteps.place(step);
        }
        String name = happening.name();
        if (name != null) {
            if (step != null) {
                ChildSteps.pass(draft, kind, id, step);
            }
            step = machine.happen(asking, before, name);
            if (!step.accepted() && machine.isEnd(before)) {
                step = machine.happen(asking, ChildSteps.place(machine.start(asking)), name);
            }
        }
        if (step != null && step.accepted() && ChildSteps.isPossible(draft, kind, id, ChildSteps.place(step))) {
            ChildSteps.follow(draft, kind, id, step);
        } else {
            ChildSteps.put(draft, kind, id, before, machine.isEnd(before));
        }
    }

    /** Tells the machine of a payment or shipment of something that the books do not record otherwise. */
    public static void happen(Draft draft, ChildEvent happening) {
        happen(draft, happening, () -> {});
    }

    /**
     * Does a built-in action on a child where its machine names it, before its entries are made. Refuses where the machine does not
     * take it. An action that the machine does not name is left to the books.
     */
    public static void permit(Draft draft, ChildKind kind, String id, String action) {
        if (draft.process().childOf(action) == kind) {
            act(draft, kind, id, action);
        }
    }

    /** Whether the machine of a child permits a built-in action. */
    public static boolean isPermitted(Draft draft, ChildKind kind, String id, String action) {
        return draft.process().childOf(action) != kind || takes(draft.process(), draft, kind, id, action);
    }

    /** Whether an action would be taken where a child is; its guards are not asked. */
    public static boolean takes(CompiledProcess process, Subject subject, ChildKind kind, String id, String action) {
        Step<String, String, Subject> step = process.child(kind)
                .act(
                        new PartSubject(subject, id),
                        ChildBooks.state(subject.order().books(), kind, id),
                        action);
        return step.accepted() || step.refusal().orElse(null) instanceof Refusal.Guarded;
    }

    /** Whether any child of a kind takes an action where it is. */
    public static boolean anyTakes(CompiledProcess process, Subject subject, ChildKind kind, String action) {
        return ChildBooks.ids(subject.order().books(), kind).stream()
                .anyMatch(id -> takes(process, subject, kind, id, action));
    }

    /** The child that a payload names, or else the only one that takes the action; refuses where there is none. */
    public static String chosen(Draft draft, ChildKind kind, String action, PayloadReader payload) {
        String named = payload.text(kind.word());
        List<String> ids = ChildBooks.ids(draft.books(), kind);
        if (named != null && !ids.contains(named)) {
            throw Draft.refuse(ChildBooks.unknown(kind), "there is no " + kind + " \"" + named + "\"");
        }
        if (named == null) {
            List<String> taking = ids.stream()
                    .filter(id -> takes(draft.process(), draft, kind, id, action))
                    .toList();
            if (taking.size() != 1) {
                throw Draft.refuse(
                        ChildBooks.unknown(kind), "say which " + kind + "; " + action + " is possible for " + taking);
            }
            return taking.get(0);
        }
        if (!takes(draft.process(), draft, kind, named, action)) {
            throw Draft.refuse(
                    ChildBooks.notThere(kind),
                    kind + " " + named + " is " + ChildBooks.state(draft.books(), kind, named) + "; " + action
                            + " is not possible there");
        }
        return named;
    }

    /** Does an action on a child; refuses where its machine does not take it. */
    public static void act(Draft draft, ChildKind kind, String id, String action) {
        String state = ChildBooks.state(draft.books(), kind, id);
        Step<String, String, Subject> step = draft.process().child(kind).act(new PartSubject(draft, id), state, action);
        if (!step.accepted()) {
            throw Draft.refuse(
                    ChildBooks.notThere(kind),
                    kind + " " + id + " is " + state + "; " + action + " is not possible: "
                            + step.refusal().map(Refusal::message).orElse(""));
        }
        if (!ChildSteps.isPossible(draft, kind, id, ChildSteps.place(step))) {
            throw Draft.refuse(
                    ChildBooks.notThere(kind),
                    kind + " " + id + " is " + state + "; " + action + " would have it " + ChildSteps.place(step)
                            + ", which the order's books do not allow");
        }
        ChildSteps.follow(draft, kind, id, step);
    }

    /** Lets a child's timer fire. */
    public static void fire(Draft draft, Timer timer) {
        ChildRef child = timer.key().child();
        if (child == null || !ChildBooks.ids(draft.books(), child.kind()).contains(child.id())) {
            return;
        }
        ChildKind kind = child.kind();
        String id = child.id();
        String state = ChildBooks.state(draft.books(), kind, id);
        Step<String, String, Subject> step = draft.process()
                .child(kind)
                .timer(new PartSubject(draft, id), state, timer.key().name());
        if (step.accepted() && ChildSteps.isPossible(draft, kind, id, ChildSteps.place(step))) {
            ChildSteps.follow(draft, kind, id, step);
        }
    }
}
