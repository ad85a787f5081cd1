package org.orderengine.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.By;
import org.orderengine.model.EffectId;

/**
 * The command that books what services answered to effects of an order.
 *
 * <p>The engine makes it after every round of calls. An answer to an effect that the order no longer owes is ignored.
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param orderId the order
 * @param answers the answers, in the order in which they came
 */
public record AnswerEffects(String orderId, List<Answer> answers) implements Command {

    /**
     * The answer of a service to one effect.
     *
     * @param effect the effect's id within its order
     * @param part the number of the effect's part that it is about, from 1; 0 for the whole
     * @param result the answer
     */
    public record Answer(EffectId effect, int part, EffectResult result) {
        public Answer {
            Given.given(effect, "the effect of an answer");
            Given.given(result, "what was answered");
        }

        /** An answer about the whole effect. */
        public Answer(EffectId effect, EffectResult result) {
            this(effect, 0, result);
        }
    }

    public AnswerEffects {
        Given.given(orderId, "the order's id");
        answers = Given.all(answers, "answers");
    }

    @Override
    public @Nullable String commandId() {
        return null;
    }

    @Override
    public By by() {
        return By.SYSTEM;
    }
}
