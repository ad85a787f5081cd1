package org.orderengine.machine;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.orderengine.machine.chart.Chart;
import org.orderengine.machine.definition.Guard;
import org.orderengine.machine.definition.Verdict;

/**
 * Turns guards into code for one configuration: whatever asks for active states is answered here, once, and what is left asks the
 * context.
 */
final class GuardCompiler<S, E, C> {

    private final Chart<S, E, C> chart;
    private final BitSet active;

    GuardCompiler(Chart<S, E, C> chart, BitSet active) {
        this.chart = chart;
        this.active = active;
    }

    /** A condition whose answer is known. */
    record Constant<C>(Verdict verdict) implements Function<C, Verdict> {

        @Override
        public Verdict apply(C context) {
            return verdict;
        }
    }

    /**
     * A condition that asks a predicate.
     *
     * @param no the answer while it does not hold
     */
    record Question<C>(Predicate<? super C> predicate, Verdict no) implements Function<C, Verdict> {

        @Override
        public Verdict apply(C context) {
            return predicate.test(context) ? Verdict.yes() : no;
        }
    }

    static <C> Function<C, Verdict> always() {
        return new Constant<>(Verdict.yes());
    }

    static <C> Function<C, Verdict> never(String reason) {
        return new Constant<>(Verdict.no(reason));
    }

    static boolean isNever(Function<?, Verdict> condition) {
        return condition instanceof Constant<?> constant && !constant.verdict().allowed();
    }

    static boolean isAlways(Function<?, Verdict> condition) {
        return condition instanceof Constant<?> constant && constant.verdict().allowed();
    }

    Function<C, Verdict> fold(Guard<S, C> guard) {
        if (guard instanceof Guard.Check<S, C> check) {
            return check.condition();
        }
        if (guard instanceof Guard.Holds<S, C> holds) {
            String name = holds.name();
            return new Question<>(holds.predicate(), Verdict.no(name.isEmpty() ? "the guard says no" : "not " + name));
        }
        if (guard instanceof Guard.In<S, C> in) {
            return new Constant<>(
                    active.get(chart.number(in.state())) ? Verdict.yes() : Verdict.no("not in " + in.state()));
        }
        if (guard instanceof Guard.Not<S, C> not) {
            return negation(not.guard());
        }
        if (guard instanceof Guard.All<S, C> all) {
            return conjunction(all.guards());
        }
        if (guard instanceof Guard.AnyOf<S, C> anyOf) {
            return disjunction(anyOf.guards());
        }
        return always();
    }

    private Function<C, Verdict> negation(Guard<S, C> guard) {
        Function<C, Verdict> inner = fold(guard);
        Verdict no = Verdict.no(guard instanceof Guard.In<S, C> in ? "in " + in.state() : noOf(guard));
        if (inner instanceof Constant<C> constant) {
            return new Constant<>(constant.verdict().allowed() ? no : Verdict.yes());
        }
        return new Question<>(context -> !inner.apply(context).allowed(), no);
    }

    private static String noOf(Guard<?, ?> guard) {
        return guard.name().isEmpty() ? "the guard says no" : guard.name();
    }

    private Function<C, Verdict> conjunction(List<Guard<S, C>> guards) {
        List<Function<C, Verdict>> asked = new ArrayList<>();
        for (Guard<S, C> guard : guards) {
            Function<C, Verdict> condition = fold(guard);
            if (isNever(condition)) {
                return condition;
            }
            if (!isAlways(condition)) {
                asked.add(condition);
            }
        }
        if (asked.isEmpty()) {
            return always();
        }
        return asked.size() == 1 ? asked.get(0) : context -> allOf(asked, context);
    }

    private static <C> Verdict allOf(List<Function<C, Verdict>> conditions, C context) {
        for (int index = 0; index < conditions.size(); index++) {
            Verdict verdict = conditions.get(index).apply(context);
            if (!verdict.allowed()) {
                return verdict;
            }
        }
        return Verdict.yes();
    }

    private Function<C, Verdict> disjunction(List<Guard<S, C>> guards) {
        List<Function<C, Verdict>> asked = new ArrayList<>();
        for (Guard<S, C> guard : guards) {
            Function<C, Verdict> condition = fold(guard);
            if (isAlways(condition)) {
                return condition;
            }
            asked.add(condition);
        }
        if (asked.stream().allMatch(GuardCompiler::isNever)) {
            Verdict no = guards.isEmpty()
                    ? Verdict.no("none of no guards holds")
                    : Verdict.no("not " + new Guard.AnyOf<>(guards).name());
            return new Constant<>(no);
        }
        Verdict no = Verdict.no("not " + new Guard.AnyOf<>(guards).name());
        return new Question<>(context -> anyOf(asked, context), no);
    }

    private static <C> boolean anyOf(List<Function<C, Verdict>> conditions, C context) {
        for (int index = 0; index < conditions.size(); index++) {
            if (conditions.get(index).apply(context).allowed()) {
                return true;
            }
        }
        return false;
    }
}
