package org.orderengine.decision.migrate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Stranded;
import org.orderengine.event.Event;
import org.orderengine.machine.IllegalInstanceException;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.model.Run;
import org.orderengine.model.Timer;
import org.orderengine.model.TimerKey;
import org.orderengine.process.ProcessTimer;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.text.Suggestion;

/**
 * The landing of an order under another process: where its states, timers and effects go, or which of them have no place.
 *
 * <p>Pure: it writes nothing. Belongs to one thread.
 */
public final class MigrationLanding {

    private final Order order;
    private final MigrationPlan plan;
    private final Instant now;
    private final List<Stranded> stranded = new ArrayList<>();
    /** The places of each active state that holds no others. */
    private final Map<String, List<String>> places = new LinkedHashMap<>();

    private Event.@Nullable ProcessMigrated event;
    private List<Event> moves = List.of();

    private MigrationLanding(Order order, MigrationPlan plan, Instant now) {
        this.order = order;
        this.plan = plan;
        this.now = now;
    }

    /** The landing of an order of the process that the plan leads from. */
    public static MigrationLanding of(Order order, MigrationPlan plan, Instant now) {
        MigrationLanding landing = new MigrationLanding(order, plan, now);
        Position position = landing.position();
        List<Run> runs = landing.runs();
        List<OwedEffect> effects = landing.effects();
        ChildLanding children = new ChildLanding(order, plan, now, landing.stranded);
        List<Timer> timers = position == null ? new ArrayList<>() : landing.timers(position);
        if (landing.stranded.isEmpty() && position != null) {
            timers.addAll(children.timers());
            landing.moves = children.moves();
            landing.event = new Event.ProcessMigrated(
                    plan.migration().from(), plan.migration().to(), position, runs, effects, timers);
        }
        return landing;
    }

    /** Everything that has no landing place; when nothing, the order can be migrated. */
    public List<Stranded> stranded() {
        return List.copyOf(stranded);
    }

    /** The event of the migration. */
    public Event.ProcessMigrated event() {
        if (event == null) {
            throw new IllegalStateException("Order " + order.id() + " has no landing place: " + stranded);
        }
        return event;
    }

    /** The events that move its payments, shipments and returns. */
    public List<Event> moves() {
        return moves;
    }

    private @Nullable Position position() {
        Set<String> active = new LinkedHashSet<>();
        for (String state : order.position().states()) {
            places.put(state, place(Stranded.Kind.STATE, state));
            active.addAll(places.getOrDefault(state, List.of()));
        }
        Map<String, List<String>> history = new LinkedHashMap<>();
        if (!order.position().ended()) {
            order.position().history().forEach((name, recorded) -> remember(history, name, recorded));
        }
        if (!stranded.isEmpty()) {
            return null;
        }
        try {
            return plan.to().position(List.copyOf(active), history);
        } catch (IllegalInstanceException impossible) {
            String states = String.join(", ", order.position().states());
            impossible.problems().forEach(problem -> strand(Stranded.Kind.STATE, states, problem));
            return null;
        }
    }

    private void remember(Map<String, List<String>> history, String name, List<String> recorded) {
        List<String> named = plan.migration().states().getOrDefault(name, List.of(name));
        if (named.isEmpty()) {
            return;
        }
        String target = named.get(0);
        if (!plan.to().hasState(target) || plan.to().state(target).history() == null) {
            strand(Stranded.Kind.HISTORY, name, "there is no history \"" + target + "\" in " + to());
            return;
        }
        Set<String> remembered = new LinkedHashSet<>();
        recorded.forEach(state -> remembered.addAll(place(Stranded.Kind.HISTORY, state)));
        history.put(target, List.copyOf(remembered));
    }

    /** The states that take the place of one, without those that hold others. */
    private List<String> place(Stranded.Kind kind, String state) {
        List<String> found = new ArrayList<>();
        List<String> named = plan.migration().states().getOrDefault(state, List.of(state));
        if (named.isEmpty()) {
            strand(kind, state, "no state takes its place in " + to());
        }
        for (String target : named) {
            if (!plan.to().hasState(target)) {
                strand(
                        kind,
                        state,
                        "there is no state \"" + target + "\" in " + to()
                                + Suggestion.didYouMean(target, plan.to().stateNames()));
            } else if (plan.to().state(target).history() != null) {
                strand(kind, state, "\"" + target + "\" is a history in " + to());
            } else {
                found.addAll(plan.to().beginnings(target));
            }
        }
        if (kind == Stranded.Kind.STATE && !found.isEmpty()) {
            checkBusy(state, found);
        }
        return found;
    }

    /** A busy state lands in one busy state, since its effects answer to one. Other states do not land in a busy state. */
    private void checkBusy(String state, List<String> found) {
        List<String> busy = found.stream()
                .filter(target -> plan.to().state(target).isBusy())
                .toList();
        if (order.flow().run(state) != null) {
            if (found.size() != 1 || busy.size() != 1) {
                strand(
                        Stranded.Kind.STATE,
                        state,
                        "is at work, and " + found + " in " + to() + " is not one state that is busy");
            }
        } else if (!busy.isEmpty() && !plan.from().state(state).isBusy()) {
            strand(Stranded.Kind.STATE, state, "is not at work, and " + busy + " in " + to() + " would wait for ever");
        }
    }

    private List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        for (Run run : order.flow().runs()) {
            runs.add(new Run(inPlaceOf(run.state()), run.problem(), run.ending(), run.done(), run.asked()));
        }
        return runs;
    }

    private List<OwedEffect> effects() {
        List<OwedEffect> effects = new ArrayList<>();
        for (OwedEffect effect : order.flow().effects()) {
            if (EffectKind.isBuiltIn(effect.name())) {
                effects.add(moved(effect, effect.name()));
            } else if (!plan.migration().droppedEffects().contains(effect.name())) {
                effects.add(moved(effect, name(effect)));
            }
        }
        return effects;
    }

    /** The new name of an effect of the host's own. The new definition or the migration has to name it. */
    private String name(OwedEffect effect) {
        String name = plan.migration().effects().get(effect.name());
        if (name == null && !plan.to().effects().contains(effect.name())) {
            strand(
                    Stranded.Kind.EFFECT,
                    effect.name(),
                    "no state of " + to() + " has an effect \"" + effect.name() + "\"");
        } else if (name != null && !plan.effects().test(name)) {
            strand(Stranded.Kind.EFFECT, effect.name(), "the engine was given no effect \"" + name + "\"");
        }
        return name == null ? effect.name() : name;
    }

    private OwedEffect moved(OwedEffect effect, String name) {
        return new OwedEffect(
                effect.id(),
                effect.intent().renamed(name),
                effect.run() == null ? null : inPlaceOf(effect.run()),
                effect.progress(),
                effect.asked());
    }

    /** The busy state that takes the place of one; where there is none, it is listed as stranded already. */
    private String inPlaceOf(String busy) {
        List<String> found = places.getOrDefault(busy, List.of());
        return found.isEmpty() ? busy : found.get(0);
    }

    /** Running timers go on. Timers that the new definition adds begin. Timers that have fired do not begin again. */
    private List<Timer> timers(Position position) {
        List<Timer> timers = new ArrayList<>();
        List<String> active = plan.to().active(position);
        Set<String> known = new HashSet<>();
        for (String state : plan.from().active(order.position())) {
            plan.from().state(state).after().keySet().forEach(timer -> known.add(renamed(timer)));
        }
        for (Timer timer : order.flow().timers()) {
            if (!timer.isOfChild() && !plan.migration().endedTimers().contains(timer.name())) {
                String name = renamed(timer.name());
                String holder = active.stream()
                        .filter(state -> plan.to().state(state).after().containsKey(name))
                        .findFirst()
                        .orElse(null);
                if (holder == null) {
                    strand(
                            Stranded.Kind.TIMER,
                            timer.name(),
                            "none of " + active + " in " + to() + " has a timer \"" + name + "\"");
                } else {
                    timers.add(new Timer(TimerKey.own(name), holder, timer.due(), order.revision() + 1));
                }
            }
        }
        for (String state : active) {
            for (Map.Entry<String, ProcessTimer> timer :
                    plan.to().state(state).after().entrySet()) {
                if (!known.contains(timer.getKey()) && !timer.getValue().isUnset(order)) {
                    Instant due = plan.to().dueAt(timer.getValue(), order, now);
                    timers.add(new Timer(TimerKey.own(timer.getKey()), state, due, order.revision() + 1));
                }
            }
        }
        return timers;
    }

    private String renamed(String timer) {
        return plan.migration().timers().getOrDefault(timer, timer);
    }

    private String to() {
        return plan.migration().to().toString();
    }

    private void strand(Stranded.Kind kind, String name, String reason) {
        stranded.add(new Stranded(kind, name, reason));
    }
}
