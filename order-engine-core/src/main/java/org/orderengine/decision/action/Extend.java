package org.orderengine.decision.action;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.event.Event;
import org.orderengine.model.Order;
import org.orderengine.model.Timer;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/** Gives a running timer more time. */
final class Extend implements BuiltInAction {

    private static final PayloadKey TIMER =
            PayloadKey.text("timer", "which timer").orElse("the only one that runs");
    private static final PayloadKey BY = PayloadKey.text("by", "how much longer, a duration like `PT24H`");
    private static final PayloadKey UNTIL =
            PayloadKey.text("until", "until when, an instant like `2026-05-01T12:00:00Z`; either this or by");

    private final ActionDescription description = ActionDescription.of(
                    "extend",
                    "a running timer gets more time; taken wherever a timer runs, whether the definition names it or not",
                    TIMER,
                    BY,
                    UNTIL)
            .standing(Stance.UNLESS_NAMED);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Timer timer = timer(draft, payload.text(TIMER));
        Instant due = due(timer, payload);
        Instant latest = draft.now().plus(draft.policy().deadlines().longest());
        if (!due.isAfter(timer.due())) {
            throw Draft.refuse(
                    Codes.DEADLINE_OUT_OF_BOUNDS,
                    timer.name() + " is due at " + timer.due() + ", and " + due + " is no later");
        }
        if (due.isAfter(latest)) {
            throw Draft.refuse(
                    Codes.DEADLINE_OUT_OF_BOUNDS,
                    timer.name() + " can be extended until " + latest + " now, not until " + due);
        }
        draft.apply(new Event.TimerMoved(timer.key(), due));
        return timer.name();
    }

    @Override
    public boolean isPossible(Order order) {
        return !order.flow().timers().isEmpty();
    }

    private static Timer timer(Draft draft, @Nullable String name) {
        if (name == null && draft.flow().timers().size() == 1) {
            return draft.flow().timers().get(0);
        }
        Timer timer = name == null ? null : draft.flow().timer(name);
        if (timer == null) {
            throw Draft.refuse(
                    Codes.UNKNOWN_TIMER,
                    name == null
                            ? "timer is missing: say which of the order's timers is meant"
                            : "no timer \"" + name + "\" runs");
        }
        return timer;
    }

    private static Instant due(Timer timer, PayloadReader payload) {
        String by = payload.text(BY);
        String until = payload.text(UNTIL);
        if ((by == null) == (until == null)) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "give either by, a duration, or until, an instant");
        }
        try {
            Instant due = by == null ? Instant.parse(until) : timer.due().plus(Duration.parse(by));
            return due.truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException | ArithmeticException wrong) {
            throw Draft.refuse(
                    Codes.BAD_PAYLOAD,
                    by == null
                            ? "until is no instant like 2026-05-01T12:00:00Z, or too far away"
                            : "by is no duration like PT24H, or too long");
        }
    }
}
