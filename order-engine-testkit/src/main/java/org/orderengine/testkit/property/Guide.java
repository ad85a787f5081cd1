package org.orderengine.testkit.property;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.orderengine.event.Event;
import org.orderengine.model.Order;
import org.orderengine.model.Position;
import org.orderengine.process.ProcessState;
import org.orderengine.testkit.Answer;
import org.orderengine.testkit.property.PathStep.Cause;

/** Leads an order along a path: asks for actions, waits for timers, and has services answer as they have to. */
final class Guide {

    /** More than any effect is tried. */
    private static final int FOR_GOOD = 12;

    private static final int MAX_WAITS = 40;
    private static final int MAX_TRIES = 30;
    private static final int MAX_ASIDES = 6;

    private final TrialWorld world;
    private final Names names;
    private final Routes routes;
    private final Acting acting;
    private final Runnable afterWaiting;
    private int gone;
    private String stuck = "";

    /** Does an action; says whether it was taken. */
    interface Acting {
        boolean act(String action, int variant);
    }

    Guide(TrialWorld world, ProcessTrial trial, Acting acting, Runnable afterWaiting) {
        this.world = world;
        this.names = trial.names();
        this.routes = trial.routes();
        this.acting = acting;
        this.afterWaiting = afterWaiting;
    }

    /** Goes a path that begins where the order is; says whether it could be gone to its end. */
    boolean follow(ProcessPath path, int variant) {
        List<PathStep> left = path.steps();
        if (!isAt(path.from())) {
            left = left.subList(passed(left), left.size());
        }
        while (!left.isEmpty()) {
            gone = path.steps().size() - left.size();
            long before = order().revision();
            int done = step(left, variant);
            if (done == 0) {
                stuck = "step " + (gone + 1) + " of " + path.steps().size() + ", " + left.get(0) + ": "
                        + why(left.get(0), before);
                return false;
            }
            left = left.subList(done, left.size());
        }
        return true;
    }

    /** How many steps of the path were gone. */
    int gone() {
        return gone;
    }

    /** Why it went no further; empty if it came to its end. */
    String stuck() {
        return stuck;
    }

    private String why(PathStep step, long before) {
        boolean isRefused = step.cause() == Cause.ACTION && order().revision() == before;
        return isRefused
                ? world.engine().orders().explain(order().id(), step.name()).toString()
                : "the order is in " + order().position() + " then, since its books say so";
    }

    /**
     * Leads the order to a transition, by the shortest path that its books do not turn out to forbid. Where none is left, it does
     * something else that keeps the order where it is, in the hope that more is possible then.
     */
    void head(String transition, int variant) {
        Map<Position, Set<PathStep>> refuted = new HashMap<>();
        int asides = 0;
        for (int tries = 0; tries < MAX_TRIES; tries++) {
            Position at = order().position();
            ProcessPath path = routes.toward(at, transition, refuted);
            if (path != null) {
                int done = step(path.steps(), variant + tries);
                if (done == path.steps().size()) {
                    return;
                }
                if (done == 0) {
                    refuted.computeIfAbsent(at, position -> new HashSet<>())
                            .add(path.steps().get(0));
                }
            } else if (at.ended() || asides == MAX_ASIDES || !stepAside(at, variant + asides++)) {
                return;
            } else {
                refuted.clear();
            }
        }
    }

    private boolean stepAside(Position at, int variant) {
        List<String> keeping = world.engine().orders().allowed(order()).stream()
                .filter(action -> routes.stays(at, action))
                .toList();
        return !keeping.isEmpty() && acting.act(keeping.get(variant % keeping.size()), variant);
    }

    /** Takes the first of some steps; says how many were done by that, since answers to a busy state come in the same breath. */
    private int step(List<PathStep> steps, int variant) {
        PathStep step = steps.get(0);
        List<PathStep> next = steps.subList(1, steps.size());
        long since = order().revision();
        if (step.cause() == Cause.ACTION) {
            prepare(next, variant);
            if (!acting.act(step.name(), variant)) {
                return 0;
            }
        } else if (step.cause() == Cause.TIMER) {
            prepare(next, variant);
            waitFor(() -> order().flow().timer(step.name()) == null || isAt(step.to()));
        } else {
            waitFor(() -> order().flow().run(step.name()) == null);
        }
        int more = passed(next);
        return more > 0 || isAt(step.to()) || wasAt(step.to(), since) ? 1 + more : 0;
    }

    /** Whether the order was in a position since a revision: a busy state is left in the same breath. */
    private boolean wasAt(Position position, long since) {
        return world.timeline().stream()
                .filter(entry -> entry.revision() > since)
                .flatMap(entry -> entry.events().stream())
                .anyMatch(event -> event instanceof Event.PositionChanged changed
                        && changed.position().states().equals(position.states()));
    }

    /** How many of the next steps are done already: those up to the last answer that leads to where the order is. */
    private int passed(List<PathStep> next) {
        int passed = 0;
        for (int i = 0; i < next.size(); i++) {
            PathStep step = next.get(i);
            if (step.cause() == Cause.ACTION || step.cause() == Cause.TIMER) {
                return passed;
            }
            if (isAt(step.to())) {
                passed = i + 1;
            }
        }
        return passed;
    }

    /** Has services answer as the next steps need it, up to the next that is not an answer. */
    void prepare(List<PathStep> next, int variant) {
        for (PathStep step : next) {
            ProcessState busy = names.states().get(step.name());
            if (step.cause() == Cause.ACTION || step.cause() == Cause.TIMER || busy == null) {
                return;
            }
            answer(busy.run().get(variant % busy.run().size()), step.cause());
        }
    }

    private void answer(String effect, Cause cause) {
        if (cause == Cause.DECLINED) {
            world.answer(effect, Answer.DECLINED, 1);
        } else if (cause == Cause.FAILED) {
            world.answer(effect, Answer.FAILED, FOR_GOOD);
        }
    }

    private void waitFor(BooleanSupplier come) {
        for (int waits = 0; waits < MAX_WAITS && !come.getAsBoolean(); waits++) {
            world.advanceToNext();
            afterWaiting.run();
        }
    }

    private boolean isAt(Position position) {
        return order().position().states().equals(position.states());
    }

    private Order order() {
        return world.order().orElseThrow(() -> new AssertionError("F4: the order is gone"));
    }
}
