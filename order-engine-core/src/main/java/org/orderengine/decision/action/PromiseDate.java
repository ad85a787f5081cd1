package org.orderengine.decision.action;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.PromisedTimers;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.event.Event;
import org.orderengine.model.Order;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/** Sets the date for which the order is promised to its buyer. Timers by the rule {@code promised} follow it. */
final class PromiseDate implements BuiltInAction {

    private static final PayloadKey AT = PayloadKey.text(
                    "at", "the new date, an instant like `2026-05-01T12:00:00Z`; null for none")
            .orNull()
            .mandatory();

    private final ActionDescription description = ActionDescription.of(
                    "promise-date",
                    "the order is promised for another date, and timers by the rule `promised` follow; taken in every state, and"
                            + " named by no definition",
                    AT)
            .standing(Stance.ANYWHERE);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public @Nullable String apply(Draft draft, PayloadReader payload) {
        draft.apply(new Event.OrderPromised(date(payload)));
        PromisedTimers.follow(draft);
        return null;
    }

    private static @Nullable Instant date(PayloadReader payload) {
        if (!payload.isGiven(AT)) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "at is missing: give an instant, or null for no date");
        }
        String text = payload.text(AT);
        try {
            return text == null ? null : Instant.parse(text).truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException wrong) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "at is no instant like 2026-05-01T12:00:00Z");
        }
    }

    @Override
    public boolean isPossible(Order order) {
        return true;
    }
}
