package org.orderengine.decision.flow;

import java.util.ArrayList;
import java.util.List;
import org.orderengine.command.AnswerEffects;
import org.orderengine.decision.draft.Decision;
import org.orderengine.decision.draft.Draft;
import org.orderengine.event.Event;
import org.orderengine.model.EffectId;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.process.compiled.CompiledProcess;

/** Decides on the answers of services to one order. Answers to effects that are no longer owed are ignored. */
final class AnswersDecision {

    private final CompiledProcess process;
    private final Draft draft;
    private final AnswerEffects command;

    AnswersDecision(CompiledProcess process, Draft draft, AnswerEffects command) {
        this.process = process;
        this.draft = draft;
        this.command = command;
    }

    Decision decide() {
        Position before = draft.order().position();
        StepFollower flowing = new StepFollower(process, draft);
        List<EffectId> taken = take(new AnswerBooking(process, draft, flowing));
        if (taken.isEmpty()) {
            return new Decision.Unchanged();
        }
        flowing.endDone();
        flowing.tell();
        if (draft.order().position().equals(before)) {
            flowing.goOn();
        }
        draft.cause(new Event.EffectsAnswered(taken));
        return StepFollower.finished(draft, process);
    }

    private List<EffectId> take(AnswerBooking answers) {
        List<EffectId> taken = new ArrayList<>();
        for (AnswerEffects.Answer answer : command.answers()) {
            OwedEffect effect = draft.flow().effect(answer.effect());
            if (effect != null && effect.nextPart() == answer.part()) {
                answers.take(effect, answer.result());
                taken.add(effect.id());
            }
        }
        return taken;
    }
}
