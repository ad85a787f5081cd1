package org.orderengine.decision.child;

import java.time.Instant;
import java.util.Map;
import org.orderengine.decision.draft.Draft;
import org.orderengine.event.Event;
import org.orderengine.model.Child;
import org.orderengine.model.ChildKind;
import org.orderengine.model.ChildRef;
import org.orderengine.model.Timer;
import org.orderengine.model.TimerKey;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.compiled.CompiledChild;

/** The timers that fall due when an order is promised, where that date changes: they start, fall due otherwise, or stop. */
public final class PromisedTimers {

    private PromisedTimers() {}

    /** Sets the timers of the order, and of its payments, shipments and returns, by the date that the order is promised for now. */
    public static void follow(Draft draft) {
        if (!draft.order().position().ended()) {
            for (String state : draft.process().active(draft.order().position())) {
                for (Map.Entry<String, ProcessTimer> timer :
                        draft.process().state(state).after().entrySet()) {
                    boolean hasOwnTime = draft.flow().deadline(timer.getKey()) != null;
                    if (timer.getValue().isPromised() && !hasOwnTime) {
                        follow(draft, new Timer(TimerKey.own(timer.getKey()), state, due(draft), draft.revision()));
                    }
                }
            }
        }
        for (ChildKind kind : ChildKind.values()) {
            for (Child child : draft.books().children(kind)) {
                follow(draft, draft.process().child(kind), new ChildRef(kind, child.id()), child.state());
            }
        }
    }

    private static void follow(Draft draft, CompiledChild machine, ChildRef child, String current) {
        if (!machine.canBeIn(current)) {
            return;
        }
        for (String state : machine.active(current)) {
            machine.state(state).after().forEach((name, timer) -> {
                if (timer.isPromised()) {
                    follow(draft, Timer.ofChild(child, name, state, due(draft), draft.revision()));
                }
            });
        }
    }

    private static void follow(Draft draft, Timer timer) {
        boolean runs =
                draft.flow().timers().stream().anyMatch(running -> running.key().equals(timer.key()));
        if (draft.order().promisedAt() == null) {
            if (runs) {
                draft.enter(new Event.TimerStopped(timer.key()));
            }
        } else {
            draft.enter(runs ? new Event.TimerMoved(timer.key(), timer.due()) : new Event.TimerStarted(timer));
        }
    }

    private static Instant due(Draft draft) {
        Instant promised = draft.order().promisedAt();
        return promised == null ? draft.now() : promised;
    }
}
