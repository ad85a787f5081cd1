package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;
import org.orderengine.command.Action;
import org.orderengine.command.Command;
import org.orderengine.command.FireTimer;
import org.orderengine.command.PlaceOrder;
import org.orderengine.command.Resolution;
import org.orderengine.command.ResolveEffect;
import org.orderengine.decision.Codes;
import org.orderengine.model.Problem;
import org.orderengine.policy.Limits;
import org.orderengine.text.Texts;

/** Checks commands against the limits before anything is done for them. Immutable, so safe for any number of threads. */
public final class InputCheck {

    private static final int MAX_EVIDENCE = 4000;

    private final Limits limits;
    private final IdCheck ids;
    private final OwnDataCheck ownData;
    private final PlaceCheck placing;

    /**
     * A check against these limits.
     *
     * @param isAscii whether ids of new orders have to be ASCII
     */
    public InputCheck(Limits limits, boolean isAscii) {
        this.limits = limits;
        this.ids = new IdCheck(limits);
        this.ownData = new OwnDataCheck(limits);
        this.placing = new PlaceCheck(limits, ids, ownData, isAscii);
    }

    /** Why a command cannot be taken as it is, or null. */
    public @Nullable Problem problem(Command command) {
        Problem problem = ids.bad("order", command.orderId());
        if (problem == null && command.commandId() != null) {
            problem = ids.bad("command", command.commandId());
        }
        if (problem == null && command instanceof PlaceOrder place) {
            problem = placing.problem(place);
        }
        if (problem == null && command instanceof Action action) {
            problem = acting(action);
        }
        if (problem == null && command instanceof ResolveEffect resolve) {
            problem = resolving(resolve);
        }
        if (problem == null && command instanceof FireTimer timer) {
            problem = ids.bad("timer", timer.timer());
        }
        return problem == null ? ownData.by(command.by()) : problem;
    }

    private @Nullable Problem acting(Action action) {
        Problem problem = ids.bad("action", action.name());
        if (problem != null) {
            return problem;
        }
        return new PayloadCheck(limits, action).problem();
    }

    private @Nullable Problem resolving(ResolveEffect resolve) {
        Problem problem = ids.firstBad("effect", resolve.effect(), "operator", resolve.operator());
        if (problem == null) {
            problem = resolved(resolve.resolution());
        }
        String evidence = resolve.evidence();
        if (problem == null && evidence.isBlank()) {
            problem = new Problem(
                    Codes.EVIDENCE_MISSING,
                    "resolving " + resolve.effect() + " of order " + resolve.orderId()
                            + " needs evidence: say what the decision rests on");
        }
        if (problem == null && (evidence.length() > MAX_EVIDENCE || !Texts.isKeepable(evidence))) {
            problem = exceeded("characters of evidence", evidence.length(), MAX_EVIDENCE);
        }
        return problem;
    }

    private @Nullable Problem resolved(Resolution resolution) {
        if (resolution instanceof Resolution.Declined declined) {
            Problem problem = ids.bad("reason", declined.code());
            boolean isLong = declined.message().length() > MAX_EVIDENCE || !Texts.isKeepable(declined.message());
            return problem == null && isLong
                    ? exceeded("characters of the message", declined.message().length(), MAX_EVIDENCE)
                    : problem;
        }
        if (resolution instanceof Resolution.Done done) {
            return ids.firstBad("reference", done.reference());
        }
        return resolution instanceof Resolution.Reverse reverse ? ids.firstBad("reference", reverse.reference()) : null;
    }

    static Problem exceeded(String what, int actual, int limit) {
        return new Problem(
                Codes.LIMIT_EXCEEDED, "there are " + actual + " " + what + "; at most " + limit + " are taken");
    }
}
