package org.orderengine.machine;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.definition.Verdict;

/**
 * What one event does in one configuration: its candidates, and the trails they lead to.
 *
 * <p>Guards are asked here, each at most once per selection. For example, where {@code pay} has the candidates {@code [fully-paid] to paid} and
 * {@code stay}, the first decision asks {@code fully-paid}; yes leads to the trail into {@code paid}, no to the trail that stays. Both are kept
 * once they are worked out.
 *
 * <p>Threads share a row without locks: the one field that changes holds a value that every thread would work out alike.
 */
final class EventRow<S, E, C> {

    private final KnownConfiguration<S, E, C> node;
    private final int event;
    private final Edge<S, E, C>[] candidates;
    private final Function<C, Verdict>[] conditions;
    private final int[][] slots;
    private final boolean certain;
    private final Refusals<S, E, C> refusals;
    private @Nullable GuardDecision<S, E, C> first;

    EventRow(KnownConfiguration<S, E, C> node, int event) {
        Candidates<S, E, C> found = new Candidates<>(node.kernel().chart(), node, event);
        this.node = node;
        this.event = event;
        this.candidates = found.edges();
        this.conditions = found.conditions();
        this.slots = found.slots();
        this.certain = found.isCertain();
        this.refusals = new Refusals<>(node, candidates, conditions);
    }

    /** Whether the event may be accepted, depending on guards. */
    boolean isOpen() {
        for (Function<C, Verdict> condition : conditions) {
            if (!GuardCompiler.isNever(condition)) {
                return true;
            }
        }
        return false;
    }

    /** The candidates, in the order their guards are asked. */
    List<Edge<S, E, C>> candidates() {
        return List.of(candidates);
    }

    /**
     * Asks the guards and gives the first microstep that follows from their answers, or a refusal; nothing is performed.
     *
     * @param external the event as the caller gave it, for errors; null for one that the machine raised itself
     */
    MicrostepChain<S, E, C> select(C context, @Nullable Object external) {
        return select(first(), context, external, null);
    }

    /** The same, with each answer that mattered put where its candidate stands in {@link #candidates()}. */
    MicrostepChain<S, E, C> select(C context, @Nullable Object external, @Nullable Verdict[] heard) {
        MicrostepChain<S, E, C> selected = select(first(), context, external, heard);
        addConstants(heard);
        return selected;
    }

    /** The same, with all guards already asked that the given decision follows from. */
    MicrostepChain<S, E, C> select(
            GuardDecision<S, E, C> from, C context, @Nullable Object external, @Nullable Verdict @Nullable [] heard) {
        GuardDecision<S, E, C> decision = from;
        Refusals.Noes<S, E, C> noes = refusals.usual();
        for (Function<C, Verdict> condition = decision.condition();
                condition != null;
                condition = decision.condition()) {
            int candidate = decision.candidate();
            Verdict verdict = ask(condition, candidate, context, external);
            if (heard != null) {
                heard[candidate] = verdict;
            }
            if (!certain && !verdict.allowed()) {
                noes = refusals.with(noes, candidate, verdict);
            }
            decision = after(decision, verdict.allowed());
        }
        MicrostepChain<S, E, C> trail = decision.trail();
        return trail != null ? trail : refusals.trail(noes);
    }

    private void addConstants(@Nullable Verdict[] heard) {
        for (int[] slot : slots) {
            for (int candidate : slot) {
                if (conditions[candidate] instanceof GuardCompiler.Constant<C> constant) {
                    heard[candidate] = constant.verdict();
                }
                Verdict verdict = heard[candidate];
                if (verdict != null && verdict.allowed()) {
                    break;
                }
            }
        }
    }

    private Verdict ask(Function<C, Verdict> condition, int candidate, C context, @Nullable Object external) {
        try {
            Verdict verdict = condition.apply(context);
            if (verdict == null) {
                throw new NullPointerException("the guard answered null");
            }
            return verdict;
        } catch (RuntimeException failure) {
            throw failure(candidate, external, failure);
        }
    }

    /** What to throw when a candidate's guard threw. */
    MachineException failure(int candidate, @Nullable Object external, RuntimeException failure) {
        return node.kernel().failures().ofGuard(candidates[candidate].transition(), event, external, failure);
    }

    /** What is known before any guard was asked. */
    GuardDecision<S, E, C> first() {
        GuardDecision<S, E, C> known = first;
        if (known == null) {
            boolean keep = node.takeRoom();
            known = decide(null, false, keep);
            first = keep ? known : null;
        }
        return known;
    }

    /** What is known after one more answer. */
    GuardDecision<S, E, C> after(GuardDecision<S, E, C> decision, boolean allowed) {
        GuardDecision<S, E, C> known = decision.known(allowed);
        if (known == null) {
            boolean keep = node.takeRoom();
            known = decide(decision, allowed, keep);
            if (keep) {
                decision.keep(allowed, known);
            }
        }
        return known;
    }

    private GuardDecision<S, E, C> decide(@Nullable GuardDecision<S, E, C> before, boolean allowed, boolean keep) {
        Function<C, Verdict>[] known = conditions.clone();
        if (before != null) {
            before.answer(allowed, known);
        }
        Set<Edge<S, E, C>> enabled = new LinkedHashSet<>();
        for (int[] slot : slots) {
            for (int candidate : slot) {
                Function<C, Verdict> condition = known[candidate];
                if (GuardCompiler.isAlways(condition)) {
                    enabled.add(candidates[candidate]);
                    break;
                }
                if (!GuardCompiler.isNever(condition)) {
                    return GuardDecision.open(before, allowed, candidate, condition);
                }
            }
        }
        return GuardDecision.made(
                before, allowed, enabled.isEmpty() ? refusals.same() : trail(List.copyOf(enabled), keep));
    }

    private MicrostepChain<S, E, C> trail(List<Edge<S, E, C>> enabled, boolean keep) {
        Microstepper<S, E, C> microstepper = node.kernel().microstepper();
        MicrostepResult<S, E, C> change = microstepper.take(microstepper.withoutConflicts(enabled, node), node);
        return node.kernel().trail(change, keep);
    }
}
