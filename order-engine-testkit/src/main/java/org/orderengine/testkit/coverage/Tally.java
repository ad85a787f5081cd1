package org.orderengine.testkit.coverage;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.orderengine.effect.EffectResult;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessObserver;
import org.orderengine.testkit.coverage.CoverageItem.Kind;

/** Counts what orders do in one process. For any number of threads. */
final class Tally implements ProcessObserver {

    static final List<String> OUTCOMES = List.of("done", "declined", "unknown", "failed");

    private final Inventory inventory;
    private final Map<Inventory.Key, LongAdder> counts = new ConcurrentHashMap<>();
    private final Map<String, Inventory.Key> transitions = new ConcurrentHashMap<>();

    Tally(ProcessDefinition definition) {
        this.inventory = new Inventory(definition);
        for (Inventory.Key key : inventory.keys()) {
            counts.put(key, new LongAdder());
            if (key.kind() == Kind.TRANSITION) {
                transitions.put(key.place(), key);
            }
        }
    }

    @Override
    public void entered(String state) {
        count(inventory.state(state));
    }

    @Override
    public void taken(String transition) {
        Inventory.Key key = transitions.get(transition);
        if (key != null) {
            count(key);
        }
        timerOf(transition);
    }

    @Override
    public void asked(String transition, String guard, boolean held) {
        count(Inventory.guard(transition, guard, held));
        timerOf(transition);
    }

    @Override
    public void answered(String state, String effect, EffectResult result) {
        count(inventory.outcome(state, effect, outcome(result)));
    }

    /** What was counted so far, in the order of the definition. */
    List<CoverageItem> items() {
        return inventory.keys().stream()
                .map(key -> new CoverageItem(key.kind(), key.place(), key.what(), counts(key)))
                .toList();
    }

    private long counts(Inventory.Key key) {
        LongAdder count = counts.get(key);
        return count == null ? 0 : count.sum();
    }

    /** Neither names of states nor of timers have dots, so that a timer's place is the one of its transition without the number. */
    private void timerOf(String transition) {
        int list = transition.lastIndexOf('[');
        if (list > 0) {
            LongAdder timer = counts.get(Inventory.timer(transition.substring(0, list)));
            if (timer != null) {
                timer.increment();
            }
        }
    }

    private void count(Inventory.Key key) {
        LongAdder count = counts.get(key);
        if (count != null) {
            count.increment();
        }
    }

    private static String outcome(EffectResult result) {
        if (result instanceof EffectResult.Done) {
            return "done";
        } else if (result instanceof EffectResult.Declined) {
            return "declined";
        }
        return result instanceof EffectResult.Unknown || result instanceof EffectResult.Pending ? "unknown" : "failed";
    }
}
