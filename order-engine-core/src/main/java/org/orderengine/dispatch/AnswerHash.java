package org.orderengine.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.AnswerEffects;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.LineQuantity;

/** Adds the answers of services to a fingerprint. */
final class AnswerHash {

    private AnswerHash() {}

    static void add(CommandHash hash, AnswerEffects answers) {
        hash.number(answers.answers().size());
        for (AnswerEffects.Answer answer : answers.answers()) {
            hash.text(answer.effect().toString()).number(answer.part());
            add(hash, answer.result());
        }
    }

    private static void add(CommandHash hash, EffectResult result) {
        if (result instanceof EffectResult.Done done) {
            add(hash.number(1).text(done.reference()), done.backordered());
            hash.amount(done.amount());
        } else if (result instanceof EffectResult.Declined declined) {
            hash.number(2).text(declined.code()).text(declined.message());
        } else if (result instanceof EffectResult.Unknown unknown) {
            hash.number(3).text(unknown.message());
        } else if (result instanceof EffectResult.Failed failed) {
            hash.number(4).text(failed.message()).flag(failed.retryable());
        } else if (result instanceof EffectResult.Pending pending) {
            hash.number(6).text(pending.until().toString());
        } else if (result instanceof EffectResult.Allocated allocated) {
            hash.number(5).number(allocated.parts().size());
            allocated.parts().forEach(part -> add(hash, part));
            add(hash, allocated.rest());
        }
    }

    private static void add(CommandHash hash, @Nullable AllocatedPart part) {
        if (part == null) {
            hash.nothing();
        } else {
            add(hash.text(part.location()), part.lines());
        }
    }

    private static void add(CommandHash hash, List<LineQuantity> quantities) {
        hash.number(quantities.size());
        quantities.forEach(quantity -> hash.text(quantity.line()).number(quantity.quantity()));
    }
}
