package org.orderengine.testkit.property;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.action.BuiltIns;
import org.orderengine.effect.EffectResult;
import org.orderengine.machine.MachineException;
import org.orderengine.machine.Step;
import org.orderengine.model.Flow;
import org.orderengine.model.Order;
import org.orderengine.model.Position;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessObserver;
import org.orderengine.process.compiled.CompiledProcess;
import org.orderengine.process.compiled.Subject;
import org.orderengine.process.vocabulary.Registry;
import org.orderengine.spi.rule.Guard;
import org.orderengine.spi.rule.InstantRule;

/**
 * Finds where a process can go from a position, whatever its guards answer. It takes each step again with every combination of answers
 * that makes a difference. A guard that is asked twice in one step answers alike. Only the position of an order matters.
 *
 * <p>Results are kept. Safe for any number of threads.
 */
final class Explorer {

    /** More combinations of answers than this within one step are not tried. */
    private static final int MAX_TRIES = 4096;

    /**
     * Where a step leads.
     *
     * @param to the position
     * @param taken the places of the transitions taken
     * @param entered the states entered, even if left again
     */
    record Landing(Position to, List<String> taken, List<String> entered) {}

    private record Asked(Position from, String event) {}

    private final CompiledProcess process;
    private final Order order = AnyOrder.make();
    private final Recorder recorder = new Recorder();
    private final Map<Asked, Set<Landing>> known = new HashMap<>();
    private final Map<String, Boolean> assumed = new LinkedHashMap<>();
    private List<Boolean> script = List.of();

    Explorer(ProcessDefinition definition) {
        Names names = Names.of(definition);
        Map<String, Guard> guards = new HashMap<>();
        names.guards().forEach(name -> guards.put(name, (asked, now) -> answer(name) ? null : "assumed"));
        Map<String, InstantRule> rules = new HashMap<>();
        names.rules().forEach(name -> rules.put(name, (asked, now) -> now));
        this.process = CompiledProcess.compile(
                definition,
                new Registry(guards, names.effects(), rules, BuiltIns.names().actions(), false),
                recorder);
    }

    CompiledProcess process() {
        return process;
    }

    Set<Landing> start() {
        return all(Position.NONE, "start", process::start);
    }

    Set<Landing> act(Position from, String action) {
        return all(from, "act " + action, subject -> process.act(subject, action));
    }

    /** Where an order goes by itself because its books changed. */
    Set<Landing> goOn(Position from) {
        return all(from, "go on", process::settle);
    }

    Set<Landing> timer(Position from, String timer) {
        return all(from, "timer " + timer, subject -> process.timer(subject, timer));
    }

    Set<Landing> ending(Position from, String state, Ending ending) {
        return all(from, ending + " " + state, subject -> switch (ending) {
            case DONE -> process.done(subject, state);
            case DECLINED -> process.declined(subject, state);
            case FAILED -> process.failed(subject, state);
        });
    }

    /** What ends a busy state. */
    enum Ending {
        DONE,
        DECLINED,
        FAILED
    }

    private synchronized Set<Landing> all(
            Position from, String event, Function<Subject, Step<String, String, Subject>> fire) {
        Asked asked = new Asked(from, event);
        Set<Landing> landings = known.get(asked);
        if (landings == null) {
            landings = tryAll(Subject.of(order.withFlow(Flow.NONE.withPosition(from)), Instant.EPOCH), fire);
            known.put(asked, landings);
        }
        return landings;
    }

    private Set<Landing> tryAll(Subject subject, Function<Subject, Step<String, String, Subject>> fire) {
        Set<Landing> found = new LinkedHashSet<>();
        List<Boolean> next = List.of();
        for (int tries = 0; next != null && tries < MAX_TRIES; tries++) {
            script = next;
            assumed.clear();
            try {
                Step<String, String, Subject> step = fire.apply(subject);
                if (step.accepted()) {
                    found.add(recorder.landing(process, step));
                }
            } catch (MachineException endless) {
                // guards that answer so for ever go round in circles: an engine would refuse, and land nowhere
            }
            next = following(List.copyOf(assumed.values()));
        }
        return found;
    }

    private boolean answer(String guard) {
        return assumed.computeIfAbsent(guard, name -> assumed.size() < script.size() && script.get(assumed.size()));
    }

    /** The next answers to try: the last no becomes a yes, and what was asked after it is open again; null when there is no no. */
    private static @Nullable List<Boolean> following(List<Boolean> answers) {
        int last = answers.lastIndexOf(false);
        if (last < 0) {
            return null;
        }
        List<Boolean> next = new ArrayList<>(answers.subList(0, last));
        next.add(true);
        return next;
    }

    /** Keeps the transitions and states of one step. */
    private static final class Recorder implements ProcessObserver {
        private final List<String> taken = new ArrayList<>();
        private final List<String> entered = new ArrayList<>();

        Landing landing(CompiledProcess process, Step<String, String, Subject> step) {
            taken.clear();
            entered.clear();
            process.observe(step);
            return new Landing(CompiledProcess.position(step.instance()), List.copyOf(taken), List.copyOf(entered));
        }

        @Override
        public void entered(String state) {
            entered.add(state);
        }

        @Override
        public void taken(String transition) {
            taken.add(transition);
        }

        @Override
        public void asked(String transition, String guard, boolean held) {
            // nothing is decided here: it is not called
        }

        @Override
        public void answered(String state, String effect, EffectResult result) {
            // no service is asked here
        }
    }

    /** Positions that follow one of some by themselves, or by the answers to busy states. */
    Set<Position> settled(Set<Position> from) {
        Set<Position> all = new LinkedHashSet<>(from);
        List<Position> open = new ArrayList<>(from);
        Set<String> busy = new HashSet<>();
        while (!open.isEmpty()) {
            Position at = open.remove(open.size() - 1);
            busy.clear();
            at.states().stream().filter(state -> process.state(state).isBusy()).forEach(busy::add);
            for (String state : busy) {
                for (Ending ending : Ending.values()) {
                    for (Landing landing : ending(at, state, ending)) {
                        if (all.add(landing.to())) {
                            open.add(landing.to());
                        }
                    }
                }
            }
        }
        return all;
    }
}
