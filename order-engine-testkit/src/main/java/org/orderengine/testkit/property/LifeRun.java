package org.orderengine.testkit.property;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.orderengine.command.Action;
import org.orderengine.command.FireTimer;
import org.orderengine.engine.Outcome;
import org.orderengine.event.Event;
import org.orderengine.machine.MachineException;
import org.orderengine.model.Order;
import org.orderengine.model.Timer;
import org.orderengine.orders.TimelineEntry;

/** One run of a life on the engine, with the rules checked after every step. */
final class LifeRun {

    /** Longer than any retry or query goes on, so that faults have stopped and all answers are in. */
    private static final Duration TO_REST = Duration.ofDays(60);

    private final ProcessTrial trial;
    private final TrialWorld world;
    private final FlowChecks checks;
    private final StringBuilder story = new StringBuilder();

    LifeRun(ProcessTrial trial, TrialWorld world, Set<FlowRule> rules) {
        this.trial = trial;
        this.world = world;
        this.checks = new FlowChecks(trial, world, rules);
    }

    void run(Life life) {
        guard(() -> live(life));
    }

    private void guard(Runnable living) {
        try {
            living.run();
        } catch (AssertionError broken) {
            throw new AssertionError(broken.getMessage() + "\n" + story + history(), broken);
        } catch (MachineException | IllegalStateException broken) {
            throw new AssertionError(
                    "F8: the engine broke instead of bringing the order on: " + broken + "\n" + story + history(),
                    broken);
        }
    }

    /** Goes a path as far as it can be gone; says how far, and why no further. */
    Followed follow(ProcessPath path, int variant) {
        Followed[] followed = {new Followed(0, "the order could not be placed")};
        Life guided = new Life(variant, List.of(), 0);
        guard(() -> {
            Guide guide = new Guide(world, trial, this::act, checks::afterWaiting);
            guide.prepare(path.steps(), variant);
            place(guided);
            guide.follow(path, variant);
            followed[0] = new Followed(guide.gone(), guide.stuck());
            atTheEnd();
        });
        return followed[0];
    }

    /**
     * How far a path was gone.
     *
     * @param steps how many of its steps were gone before the one that was not
     * @param stuck why it went no further; empty if it came to its end
     */
    record Followed(int steps, String stuck) {}

    private void live(Life life) {
        int before = Math.min(life.upsetBefore(), life.deeds().size());
        for (TrialStep deed : life.deeds().subList(0, before)) {
            if (deed instanceof TrialStep.Upset upset) {
                tell(upset, "");
                world.upset(upset);
            }
        }
        place(life);
        for (TrialStep deed : life.deeds().subList(before, life.deeds().size())) {
            perform(deed);
            checks.afterDeed();
        }
        atTheEnd();
    }

    private void place(Life life) {
        Outcome placed = world.engine().execute(TrialWorld.order(life.order()));
        tell("placed", placed);
        if (world.order().isEmpty()) {
            throw new AssertionError("the order was not placed: " + placed);
        }
        checks.afterDeed();
    }

    /** Time passes until everything is at rest; what comes after an end is tried out; and again. */
    private void atTheEnd() {
        world.advance(TO_REST);
        checks.afterDeed();
        if (order().position().ended()) {
            for (String action : TrialActions.all(trial)) {
                act(action, 1);
                checks.afterDeed();
            }
            world.advance(TO_REST);
            checks.afterDeed();
        }
        checks.atRest();
    }

    private void perform(TrialStep deed) {
        if (deed instanceof TrialStep.Act act) {
            act(TrialActions.choose(world, trial, order(), act), act.variant());
        } else if (deed instanceof TrialStep.Head head) {
            head(head);
        } else if (deed instanceof TrialStep.Wait wait) {
            tell(wait, "");
            world.advance(wait.time());
            checks.afterWaiting();
        } else if (deed instanceof TrialStep.WaitForNext) {
            world.advanceToNext();
            tell("waited until " + world.now(), "");
            checks.afterWaiting();
        } else if (deed instanceof TrialStep.Ring ring) {
            ring(ring);
        } else if (deed instanceof TrialStep.Upset upset) {
            tell(upset, "");
            world.upset(upset);
        } else {
            tell("restarted", "");
            world.restart();
        }
    }

    private boolean act(String name, int variant) {
        Order before = order();
        int commits = world.timeline().size();
        Action action = TrialActions.of(world, before, name, variant);
        Outcome outcome = world.engine().execute(action);
        tell(action, outcome);
        checks.afterAction(before, commits, name, outcome);
        checks.afterDeed();
        return !(outcome instanceof Outcome.Rejected no) || no.kind() != Outcome.Kind.REFUSED;
    }

    private void head(TrialStep.Head head) {
        List<String> places = trial.routes().transitionsFrom(order().position());
        if (!places.isEmpty()) {
            String place = places.get(head.choice() % places.size());
            tell("heads for " + place, "");
            new Guide(world, trial, this::act, checks::afterWaiting).head(place, head.variant());
        }
    }

    private void ring(TrialStep.Ring ring) {
        List<Timer> ever = world.timeline().stream()
                .flatMap(entry -> entry.events().stream())
                .filter(Event.TimerStarted.class::isInstance)
                .map(event -> ((Event.TimerStarted) event).timer())
                .toList();
        if (ever.isEmpty()) {
            return;
        }
        Timer timer = ever.get(ring.choice() % ever.size());
        Order before = order();
        Outcome outcome = world.engine().execute(new FireTimer(TrialWorld.ORDER, timer.name(), timer.epoch()));
        tell("rang " + timer.name() + " of revision " + timer.epoch(), outcome);
        checks.afterRinging(before, timer);
    }

    private Order order() {
        return world.order().orElseThrow(() -> new AssertionError("F4: the order is gone"));
    }

    private void tell(Object deed, Object outcome) {
        String came = outcome instanceof Outcome.Rejected no
                ? no.kind() + " " + no.code()
                : outcome instanceof Outcome.Accepted yes
                        ? "accepted, " + yes.order().position()
                        : "";
        story.append(deed).append(came.isEmpty() ? "" : " -> ").append(came).append('\n');
    }

    private String history() {
        StringBuilder history = new StringBuilder();
        for (TimelineEntry entry : world.timeline()) {
            history.append(entry.revision())
                    .append(' ')
                    .append(entry.at())
                    .append(' ')
                    .append(entry.order().position())
                    .append(' ')
                    .append(entry.events())
                    .append('\n');
        }
        return history.toString();
    }
}
