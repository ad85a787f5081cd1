package org.orderengine.dispatch;

import org.orderengine.model.OwedEffect;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.AnswerEffects.Answer;

/**
 * The result of performing effects.
 *
 * @param answers what services answered
 * @param unbegun what is to be begun once the answers are booked
 * @param heldUntil when to come back for effects whose service is left alone for now; null where there are none
 */
record Performed(List<Answer> answers, List<OwedEffect> unbegun, @Nullable Instant heldUntil) {

    Performed {
        answers = List.copyOf(answers);
        unbegun = List.copyOf(unbegun);
    }
}
