package org.orderengine.decision.action;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.event.Event;
import org.orderengine.model.Annotations;
import org.orderengine.model.Order;
import org.orderengine.policy.Limits;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/** Changes the host's own data on the order: attributes one by one, tags all together. */
final class Annotate implements BuiltInAction {

    private static final PayloadKey ATTRIBUTES =
            PayloadKey.attributes("attributes", "texts that are set on the order; null removes one");
    private static final PayloadKey TAGS = PayloadKey.texts(
                    "tags", "the words that the order has then; null removes all")
            .orNull()
            .orElse("those that it has");

    private final ActionDescription description = ActionDescription.of(
                    "annotate",
                    "the host's own data on the order changes; taken in every state, final ones too, and named by no definition",
                    ATTRIBUTES,
                    TAGS)
            .standing(Stance.ANYWHERE);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        if (!payload.isGiven(ATTRIBUTES) && !payload.isGiven(TAGS)) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "annotate changes nothing: give attributes, tags or both");
        }
        Map<String, @Nullable String> changes = payload.attributes(ATTRIBUTES);
        Annotations before = draft.order().annotations();
        Annotations after = before.with(changes);
        if (payload.isGiven(TAGS)) {
            after = after.tagged(payload.texts(TAGS));
        }
        Limits limits = draft.policy().limits();
        require("attributes", before.attributes().size(), after.attributes().size(), limits.attributes());
        require("tags", before.tags().size(), after.tags().size(), limits.tags());
        draft.apply(new Event.OrderAnnotated(after));
        return null;
    }

    private static void require(String what, int before, int after, int limit) {
        if (after > limit && after > before) {
            throw Draft.refuse(
                    Codes.LIMIT_EXCEEDED,
                    "the order would have " + after + " " + what + "; at most " + limit + " are taken");
        }
    }

    @Override
    public boolean isPossible(Order order) {
        return true;
    }
}
