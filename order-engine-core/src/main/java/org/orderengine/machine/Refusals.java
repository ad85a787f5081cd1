package org.orderengine.machine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.chart.Edge;
import org.orderengine.machine.definition.Verdict;

/**
 * The refusals of one row. Guards mostly give the same answer objects again, and then the refusal is the same object again too.
 */
final class Refusals<S, E, C> {

    private final Configuration<S, E, C> configuration;
    private final Edge<S, E, C>[] candidates;
    private final boolean same;
    private Noes<S, E, C> usual;

    Refusals(Configuration<S, E, C> configuration, Edge<S, E, C>[] candidates, Function<C, Verdict>[] conditions) {
        this.configuration = configuration;
        this.candidates = candidates;
        this.usual = new Noes<>(fixed(conditions));
        this.same = Arrays.stream(usual.verdicts).allMatch(Objects::nonNull);
    }

    /** The answers of no that are the same each time. */
    private static @Nullable Verdict[] fixed(Function<?, Verdict>[] conditions) {
        @Nullable Verdict[] fixed = new Verdict[conditions.length];
        for (int candidate = 0; candidate < conditions.length; candidate++) {
            if (conditions[candidate] instanceof GuardCompiler.Constant<?> constant) {
                fixed[candidate] = constant.verdict();
            } else if (conditions[candidate] instanceof GuardCompiler.Question<?> question) {
                fixed[candidate] = question.no();
            }
        }
        return fixed;
    }

    /** The refusal, if its reasons are the same each time. */
    @Nullable
    MicrostepChain<S, E, C> same() {
        return same ? trail(usual) : null;
    }

    /** The answers of no heard last time, to compare the next ones with. */
    Noes<S, E, C> usual() {
        return usual;
    }

    /** Answers of no with that of one more candidate; the same object if it is the same answer. */
    @SuppressWarnings("ReferenceEquality")
    Noes<S, E, C> with(Noes<S, E, C> noes, int candidate, Verdict verdict) {
        if (noes.verdicts[candidate] == verdict) {
            return noes;
        }
        Noes<S, E, C> more = noes.with(candidate, verdict);
        usual = more;
        return more;
    }

    /** The refusal for answers of no from all candidates. */
    MicrostepChain<S, E, C> trail(Noes<S, E, C> noes) {
        MicrostepChain<S, E, C> known = noes.trail;
        if (known == null) {
            known = MicrostepChain.refused(configuration, refusal(noes));
            noes.trail = known;
        }
        return known;
    }

    private Refusal<S, E, C> refusal(Noes<S, E, C> noes) {
        if (configuration.isFinished()) {
            return new Refusal.Finished<>();
        }
        if (candidates.length == 0) {
            return new Refusal.NoCandidate<>();
        }
        List<Refusal.No<S, E, C>> reasons = new ArrayList<>();
        for (int candidate = 0; candidate < candidates.length; candidate++) {
            Verdict verdict = noes.verdicts[candidate];
            if (verdict != null) {
                reasons.add(new Refusal.No<>(candidates[candidate].transition(), verdict));
            }
        }
        return new Refusal.Guarded<>(reasons);
    }

    /** Answers of no by candidate, as far as they were heard; never changed once made, but for the refusal kept beside them. */
    static final class Noes<S, E, C> {

        private final @Nullable Verdict[] verdicts;
        private @Nullable MicrostepChain<S, E, C> trail;

        private Noes(@Nullable Verdict[] verdicts) {
            this.verdicts = verdicts;
        }

        private Noes<S, E, C> with(int candidate, Verdict verdict) {
            @Nullable Verdict[] changed = verdicts.clone();
            changed[candidate] = verdict;
            return new Noes<>(changed);
        }
    }
}
