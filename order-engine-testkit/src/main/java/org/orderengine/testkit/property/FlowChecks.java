package org.orderengine.testkit.property;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.engine.Outcome;
import org.orderengine.event.Event;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.model.Problem;
import org.orderengine.model.Timer;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessState;
import org.orderengine.process.vocabulary.EffectKind;

/** Checks the rules of the flow against what happens to one order. */
final class FlowChecks {

    /** What an action is refused with whose definition, guards or rules are broken. */
    private static final Set<String> BROKEN = Set.of(Codes.GUARD_FAILED, Codes.RULE_FAILED, Codes.STEP_ENDLESS);

    private final ProcessTrial trial;
    private final TrialWorld world;
    private final Set<FlowRule> rules;
    private final Set<String> fired = new HashSet<>();
    private int seen;
    private long revision;

    FlowChecks(ProcessTrial trial, TrialWorld world, Set<FlowRule> rules) {
        this.trial = trial;
        this.world = world;
        this.rules = Set.copyOf(rules);
    }

    /** After anything: looks at the commits that came since. */
    void afterDeed() {
        List<TimelineEntry> timeline = world.timeline();
        Order order = world.order().orElse(null);
        long now = order == null ? 0 : order.revision();
        require(
                FlowRule.F4,
                timeline.size() >= seen && now >= revision && now == timeline.size(),
                () -> "the order is at revision " + now + " after " + timeline.size() + " commits; before it was at "
                        + revision);
        for (int i = Math.min(seen, timeline.size()); i < timeline.size(); i++) {
            TimelineEntry entry = timeline.get(i);
            int number = i + 1;
            require(
                    FlowRule.F4,
                    entry.revision() == number && entry.order().revision() == number,
                    () -> "commit " + number + " made revision " + entry.revision());
            check(i == 0 ? null : timeline.get(i - 1).order(), entry);
        }
        seen = timeline.size();
        revision = now;
    }

    private void check(@Nullable Order before, TimelineEntry entry) {
        Order after = entry.order();
        require(
                FlowRule.F1,
                after.process().equals(trial.definition().reference()) && isExplained(before, entry),
                () -> "revision " + entry.revision() + " came from " + (before == null ? "nothing" : before.position())
                        + " to " + after.position() + " of " + after.process()
                        + ", where no transition of " + trial.definition().reference() + " leads on "
                        + entry.events().get(0));
        if (before != null && before.position().ended()) {
            require(
                    FlowRule.F2,
                    after.position().equals(before.position()),
                    () -> "the order had ended in " + before.position() + " and came to " + after.position());
        }
        for (Event event : entry.events()) {
            if (event instanceof Event.TimerFired firing) {
                check(before, entry, firing.timer().toString());
            }
        }
        for (Timer timer : after.flow().timers()) {
            if (timer.isOfChild()) {
                continue;
            }
            ProcessState state = trial.names().states().get(timer.state());
            require(
                    FlowRule.F7,
                    state != null
                            && state.after().containsKey(timer.name())
                            && trial.names()
                                    .isActive(timer.state(), after.position().states()),
                    () -> "timer " + timer.name() + " of " + timer.state() + " runs in " + after.position());
        }
    }

    private void check(@Nullable Order before, TimelineEntry entry, String name) {
        Timer timer = before == null ? null : before.flow().timer(name);
        require(
                FlowRule.F7,
                timer != null && !timer.due().isAfter(entry.at()) && !entry.at().isAfter(world.now()),
                () -> "timer " + name + " fired at " + entry.at() + ", when it was " + world.now() + " and it was "
                        + (timer == null ? "not running" : "due at " + timer.due()));
        if (timer != null) {
            require(
                    FlowRule.F7,
                    fired.add(name + " " + timer.epoch()),
                    () -> "timer " + name + " of revision " + timer.epoch() + " fired twice");
        }
    }

    private boolean isExplained(@Nullable Order before, TimelineEntry entry) {
        Explorer explorer = trial.explorer();
        Position to = entry.order().position();
        Position from = before == null ? Position.NONE : before.position();
        Event cause = entry.events().get(0);
        Set<Position> possible = new LinkedHashSet<>();
        if (cause instanceof Event.ActionTaken taken) {
            explorer.act(from, taken.action()).forEach(landing -> possible.add(landing.to()));
            if (TrialActions.isBookedAnywhere(taken.action())
                    || (from.ended() && TrialActions.isBookedAfterwards(taken.action()))) {
                possible.add(from);
            }
        } else if (cause instanceof Event.TimerFired timer) {
            explorer.timer(from, timer.timer().toString()).forEach(landing -> possible.add(landing.to()));
            possible.add(from);
        } else if (cause instanceof Event.OrderPlaced) {
            explorer.start().forEach(landing -> possible.add(landing.to()));
        } else {
            possible.add(from);
        }
        return possible.contains(to)
                || explorer.settled(onwards(deferred(explorer.settled(possible))))
                        .contains(to);
    }

    /** These positions, and those that they lead on to by themselves once the books changed. */
    private Set<Position> onwards(Set<Position> settled) {
        Set<Position> all = new LinkedHashSet<>(settled);
        for (Position at : settled) {
            trial.explorer().goOn(at).forEach(landing -> all.add(landing.to()));
        }
        return all;
    }

    /** These positions, and those that actions kept by a busy state lead on to. */
    private Set<Position> deferred(Set<Position> settled) {
        Set<Position> all = new LinkedHashSet<>(settled);
        for (String action : trial.names().deferred()) {
            for (Position at : Set.copyOf(all)) {
                trial.explorer().act(at, action).forEach(landing -> all.add(landing.to()));
            }
        }
        return all;
    }

    /** After an action: what a refusal left behind, and what an end let through. */
    void afterAction(Order before, int commits, String action, Outcome outcome) {
        if (outcome instanceof Outcome.Rejected no && no.kind() == Outcome.Kind.REFUSED) {
            Order after = world.order().orElse(null);
            require(
                    FlowRule.F8,
                    !BROKEN.contains(no.code()),
                    () -> "the engine broke instead of bringing the order on: " + action + " was refused as "
                            + no.code() + ": " + no.message());
            require(
                    FlowRule.F3,
                    before.equals(after) && world.timeline().size() == commits,
                    () -> action + " was refused as " + no.code() + ", and the order changed from " + before + " to "
                            + after);
        }
        if (before.position().ended() && !TrialActions.isBookedAfterwards(action)) {
            require(
                    FlowRule.F2,
                    !outcome.isAccepted(),
                    () -> action + " was taken although the order had ended in " + before.position());
        }
    }

    /** After a timer was fired from outside: it changes something only if it runs, is the one that was meant, and is due. */
    void afterRinging(Order before, Timer rang) {
        Timer running = before.flow().timer(rang.name());
        boolean mayFire = running != null
                && running.epoch() == rang.epoch()
                && !running.due().isAfter(world.now());
        require(
                FlowRule.F7,
                mayFire || Objects.equals(world.order().orElse(null), before),
                () -> "timer " + rang.name() + " of revision " + rang.epoch() + " had an effect at " + world.now()
                        + ", when " + (running == null ? "it was not running" : running + " was"));
    }

    /** After time has passed: no timer is left that was due, unless a busy state or an uncertain payment holds it back. */
    void afterWaiting() {
        Order order = world.order().orElse(null);
        if (order != null && !order.flow().isBusy()) {
            for (Timer timer : order.flow().timers()) {
                require(
                        FlowRule.F7,
                        timer.due().isAfter(world.now()) || awaitsPayment(order, timer),
                        () -> "at " + world.now() + " " + timer + " has not fired");
            }
        }
    }

    /** Whether a timer would take an order back while nobody knows whether it was paid: then it waits for the answer. */
    private boolean awaitsPayment(Order order, Timer timer) {
        return order.flow().effects().stream().anyMatch(FlowChecks::isUncertainPayment)
                && trial.explorer().timer(order.position(), timer.name()).stream()
                        .flatMap(landing -> landing.entered().stream())
                        .anyMatch(this::takesBack);
    }

    private static boolean isUncertainPayment(OwedEffect effect) {
        Problem problem = effect.problem();
        boolean isForPerson = effect.status() == OwedEffect.Status.PARKED
                && problem != null
                && problem.code().equals(Codes.OUTCOME_UNKNOWN);
        return EffectKind.of(effect).isCharge() && (effect.status() == OwedEffect.Status.UNKNOWN || isForPerson);
    }

    private boolean takesBack(String state) {
        ProcessState entered = trial.names().states().get(state);
        return entered != null
                && (entered.run().contains(EffectKind.REVERSE.word())
                        || entered.entry().contains(EffectKind.REVERSE.word()));
    }

    /** At the end of a life, when nothing is wrong any more. */
    void atRest() {
        Order order = world.order().orElseThrow(() -> new AssertionError("F8: the order is gone"));
        List<OwedEffect> effects = order.flow().effects();
        boolean parked = effects.stream()
                .anyMatch(effect -> effect.status() == OwedEffect.Status.PARKED && effect.problem() != null);
        require(
                FlowRule.F8,
                parked || effects.isEmpty(),
                () -> "nothing is wrong any more, and the order still owes " + effects);
        if (parked) {
            return;
        }
        Position position = order.position();
        require(
                FlowRule.F8,
                !order.flow().isBusy(),
                () -> "the order is busy in " + position + " and owes nothing that it could wait for");
        if (position.ended()) {
            require(
                    FlowRule.F2,
                    !order.totals().outstanding().isNegative(),
                    () -> "the order ended in " + position + ", and what was paid too much is not given back: "
                            + order.totals());
        } else {
            require(
                    FlowRule.F8,
                    !order.flow().timers().isEmpty() || waitsForSomebody(position),
                    () -> "the order waits in " + position
                            + ", where no timer runs and no action is taken: it is stuck");
        }
    }

    /** Whether some action is taken where an order is, whatever guards answer. */
    private boolean waitsForSomebody(Position position) {
        Set<String> actions = trial.names().active(position.states()).stream()
                .map(state -> trial.names().states().get(state))
                .filter(Objects::nonNull)
                .flatMap(state -> state.on().keySet().stream())
                .collect(Collectors.toSet());
        return actions.stream()
                .anyMatch(action -> !trial.explorer().act(position, action).isEmpty());
    }

    private void require(FlowRule rule, boolean holds, Supplier<String> broken) {
        if (rules.contains(rule) && !holds) {
            throw new AssertionError(rule + ": " + broken.get());
        }
    }
}
