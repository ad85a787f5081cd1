package org.orderengine.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.AnswerEffects.Answer;

/**
 * The result of performing effects.
 *
 * @param answers what services answered
 * @param heldUntil when to come back for effects whose service is left alone for now; null where there are none
 */
record Performed(List<Answer> answers, @Nullable Instant heldUntil) {

    Performed {
        answers = List.copyOf(answers);
    }
}
