package org.orderengine.machine;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one event does in one place: its candidates, and the steps they lead to.
 *
 * <p>Guards are asked here, each at most once per selection.
 */
final class Row<S, E, C> {

    private static final byte YES = 1;
    private static final byte NO = 2;
    private static final byte[] NOT_SHARED = {};

    private final Node<S, E, C> node;
    private final int event;
    private final Edge<S, E, C>[] candidates;
    private final Condition<C>[] conditions;
    private final int[][] slots;
    private final boolean shared;
    private final boolean certain;
    private final Choice<S, E, C> first;
    private final Refusals<S, E, C> refusals;

    Row(Node<S, E, C> node, int event) {
        Candidates<S, E, C> found = new Candidates<>(node, event);
        this.node = node;
        this.event = event;
        this.candidates = found.edges();
        this.conditions = found.conditions();
        this.slots = found.slots();
        this.shared = found.isShared();
        this.certain = found.isCertain();
        this.first = Choice.first(waysOf(0));
        this.refusals = new Refusals<>(node, candidates);
    }

    /** Whether the event may be accepted, depending on guards. */
    boolean isOpen() {
        for (Condition<C> condition : conditions) {
            if (!Folding.isNever(condition)) {
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
    Trail<S, E, C> select(C context, @Nullable Object external) {
        return select(context, external, null);
    }

    /** The same, with each answer put where its candidate stands in {@link #candidates()}. */
    Trail<S, E, C> select(C context, @Nullable Object external, @Nullable Verdict @Nullable [] heard) {
        byte[] answers = shared ? new byte[candidates.length] : NOT_SHARED;
        Refusals.Noes<S, E, C> usual = refusals.usual();
        Refusals.Noes<S, E, C> noes = usual;
        Choice<S, E, C> choice = first;
        boolean any = false;
        for (int slot = 0; slot < slots.length; slot++) {
            int[] inSlot = slots[slot];
            int way = 0;
            for (; way < inSlot.length; way++) {
                int candidate = inSlot[way];
                if (shared && answers[candidate] != 0) {
                    if (answers[candidate] == YES) {
                        break;
                    }
                    continue;
                }
                Verdict verdict = ask(candidate, context, external);
                if (shared) {
                    answers[candidate] = verdict.allowed() ? YES : NO;
                }
                if (heard != null) {
                    heard[candidate] = verdict;
                }
                if (verdict.allowed()) {
                    break;
                }
                if (!certain && !any) {
                    noes = noes.with(candidate, verdict);
                }
            }
            any |= way < inSlot.length;
            choice = choose(choice, slot, way);
        }
        if (noes != usual) {
            refusals.remember(noes);
        }
        return any ? trail(choice) : refusals.trail(noes);
    }

    private Verdict ask(int candidate, C context, @Nullable Object external) {
        try {
            Verdict verdict = conditions[candidate].test(context);
            if (verdict == null) {
                throw new NullPointerException("the guard answered null");
            }
            return verdict;
        } catch (RuntimeException failure) {
            Transition<S, E, C> transition = candidates[candidate].transition();
            throw node.kernel()
                    .failure(
                            transition.source(),
                            event,
                            external,
                            "guard",
                            transition.guard().name(),
                            failure);
        }
    }

    private Choice<S, E, C> choose(Choice<S, E, C> choice, int slot, int way) {
        Choice<S, E, C> known = choice.known(way);
        if (known != null) {
            return known;
        }
        Edge<S, E, C> edge = way < slots[slot].length ? candidates[slots[slot][way]] : null;
        return choice.go(way, edge, waysOf(slot + 1), node.takeRoom());
    }

    private int waysOf(int slot) {
        return slot < slots.length ? slots[slot].length + 1 : 0;
    }

    private Trail<S, E, C> trail(Choice<S, E, C> choice) {
        Trail<S, E, C> known = choice.trail();
        if (known != null) {
            return known;
        }
        Microstepper<S, E, C> microstepper = node.kernel().microstepper();
        Change<S, E, C> change = microstepper.take(microstepper.withoutConflicts(choice.edges(), node), node);
        Trail<S, E, C> trail = Trail.first(change, node.takeRoom());
        if (trail.isKept()) {
            choice.keep(trail);
        }
        return trail;
    }
}
