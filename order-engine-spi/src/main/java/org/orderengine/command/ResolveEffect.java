package org.orderengine.command;

import org.jspecify.annotations.Nullable;
import org.orderengine.model.Actor;
import org.orderengine.model.By;
import org.orderengine.model.EffectId;

/**
 * The command by which a person resolves a parked effect.
 *
 * <pre>{@code
 * engine.execute(new ResolveEffect(
 *         "o-1", "4.1", Resolution.done("ch_17"), "kim", "bank statement of May 4th", "ticket-812"));
 * }</pre>
 *
 * <p>Operator and evidence are kept in the order's history. They may be personal, so the text form leaves them out.
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param orderId the order
 * @param effect the parked effect's id within its order
 * @param resolution what is to become of it
 * @param operator the person who decided it, as the host calls its staff
 * @param evidence the basis of the decision
 * @param commandId the idempotency key; null makes every call a new command
 * @param by who gave it, and why: the operator, unless another one is named
 */
public record ResolveEffect(
        String orderId,
        String effect,
        Resolution resolution,
        String operator,
        String evidence,
        @Nullable String commandId,
        By by)
        implements Command {

    public ResolveEffect {
        Given.given(orderId, "the order's id");
        Given.given(effect, "the effect's id");
        Given.given(resolution, "the resolution");
        Given.given(operator, "the operator");
        Given.given(evidence, "the evidence");
        Given.given(by, "who gave the command");
    }

    /** Given by the operator. */
    public ResolveEffect(
            String orderId,
            String effect,
            Resolution resolution,
            String operator,
            String evidence,
            @Nullable String commandId) {
        this(orderId, effect, resolution, operator, evidence, commandId, By.of(Actor.staff(operator)));
    }

    /** For an effect that the host has at hand. */
    public ResolveEffect(
            String orderId,
            EffectId effect,
            Resolution resolution,
            String operator,
            String evidence,
            @Nullable String commandId) {
        this(orderId, effect.toString(), resolution, operator, evidence, commandId);
    }

    /** Without operator and evidence, which may be personal. */
    @Override
    public String toString() {
        return "ResolveEffect[" + orderId + ", " + effect + ", " + resolution + "]";
    }
}
