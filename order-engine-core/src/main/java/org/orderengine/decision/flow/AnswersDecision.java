package org.orderengine.decision.flow;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.orderengine.command.AnswerEffects;
import org.orderengine.command.AnswerEffects.Answer;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Draft;
import org.orderengine.event.Event;
import org.orderengine.model.EffectId;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.model.Problem;
import org.orderengine.model.Stuck;
import org.orderengine.process.compiled.CompiledProcess;

/**
 * What services answered to one order, on its way to a decision. Answers to what is not owed any more are passed over.
 *
 * <p>What was answered is a fact, and has to be booked whatever it leads to. So where booking throws:
 *
 * <ol>
 *   <li>each answer is tried by itself; one that cannot be booked is parked with what was answered, and the others are booked;
 *   <li>where the step that follows throws, since a guard does or the step comes to no end, the answers are booked without it; the order
 *       is stuck, and the step is tried again.
 * </ol>
 */
final class AnswersDecision {

    private final CompiledProcess process;
    private final Supplier<Draft> drafts;
    private final AnswerEffects command;

    /** A decision on answers; each attempt at it takes a draft of its own. */
    AnswersDecision(CompiledProcess process, Supplier<Draft> drafts, AnswerEffects command) {
        this.process = process;
        this.drafts = drafts;
        this.command = command;
    }

    Decision decide() {
        try {
            return withStep(Map.of());
        } catch (RuntimeException thrown) {
            Problem problem = Refusals.of(command.orderId(), thrown);
            if (command.answers().isEmpty() && problem != null) {
                return new Decision.Refused(problem);
            }
            if (command.answers().isEmpty()) {
                throw thrown;
            }
            return apart();
        }
    }

    private Decision apart() {
        Map<Answer, Problem> unbookable = new HashMap<>();
        List<Answer> tried = new ArrayList<>();
        for (Answer answer : command.answers()) {
            tried.add(answer);
            try {
                new Attempt(unbookable).take(tried);
            } catch (RuntimeException thrown) {
                unbookable.put(answer, unbookable(answer, thrown));
            }
        }
        try {
            return withStep(unbookable);
        } catch (RuntimeException thrown) {
            return withoutStep(unbookable, thrown);
        }
    }

    private Decision withStep(Map<Answer, Problem> unbookable) {
        Attempt attempt = new Attempt(unbookable);
        boolean owedStep = command.answers().isEmpty() && Agenda.owesStep(attempt.draft.order());
        return attempt.take(command.answers()) || owedStep ? attempt.goOn() : new Decision.Unchanged();
    }

    private Decision withoutStep(Map<Answer, Problem> unbookable, RuntimeException thrown) {
        Attempt attempt = new Attempt(unbookable);
        attempt.take(command.answers());
        if (attempt.draft.nextRaised() != null) {
            attempt = new Attempt(all(thrown));
            attempt.take(command.answers());
        }
        return attempt.stop(thrown);
    }

    private Map<Answer, Problem> all(RuntimeException thrown) {
        Map<Answer, Problem> all = new HashMap<>();
        command.answers().forEach(answer -> all.put(answer, unbookable(answer, thrown)));
        return all;
    }

    private Problem unbookable(Answer answer, RuntimeException thrown) {
        Problem problem = Refusals.of(command.orderId(), thrown);
        return new Problem(
                Codes.ANSWER_UNBOOKABLE,
                AnswerCheck.inWords(answer.result()) + " was answered, which cannot be booked: "
                        + (problem == null ? "it threw " + thrown.getClass().getName() : problem.message()));
    }

    /** One attempt at booking the answers, on a draft of its own. */
    private final class Attempt {
        private final Draft draft = drafts.get();
        private final StepFollower flowing = new StepFollower(process, draft);
        private final AnswerBooking booking = new AnswerBooking(process, draft, flowing);
        private final Position before = draft.order().position();
        private final List<EffectId> taken = new ArrayList<>();
        private final Map<Answer, Problem> unbookable;

        Attempt(Map<Answer, Problem> unbookable) {
            this.unbookable = unbookable;
        }

        /** Enters answers in the books; says whether any was waited for. */
        boolean take(List<Answer> answers) {
            for (Answer answer : answers) {
                OwedEffect effect = draft.flow().effect(answer.effect());
                if (effect != null && effect.nextPart() == answer.part()) {
                    take(effect, answer);
                    taken.add(effect.id());
                }
            }
            return !taken.isEmpty();
        }

        private void take(OwedEffect effect, Answer answer) {
            Problem problem = unbookable.get(answer);
            if (problem == null) {
                problem = AnswerCheck.problem(draft, effect, answer.result());
            }
            if (problem == null) {
                booking.take(effect, answer.result());
            } else {
                booking.park(effect, problem);
            }
        }

        /** Moves the order as the answers have it. */
        Decision goOn() {
            flowing.endDone();
            flowing.tell();
            if (draft.order().position().equals(before)) {
                flowing.goOn();
            }
            draft.cause(new Event.EffectsAnswered(taken));
            return StepFollower.finished(draft, process);
        }

        /** Leaves the order where it is, stuck, until its step can be taken. */
        Decision stop(RuntimeException thrown) {
            draft.owe(null, wanted -> true);
            draft.cause(new Event.EffectsAnswered(taken));
            draft.apply(new Event.WorkStuck(stuck(thrown)));
            return draft.accepted();
        }

        private Stuck stuck(RuntimeException thrown) {
            Problem problem = Refusals.of(command.orderId(), thrown);
            return Stuck.first(
                    problem == null
                            ? new Problem(
                                    Codes.WORK_STUCK,
                                    "the step after an answer threw "
                                            + thrown.getClass().getName())
                            : problem,
                    draft.now());
        }
    }
}
