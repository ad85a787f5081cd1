package org.orderengine.decision.flow;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Payments;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.text.Texts;

/** What is wrong with an answer of a host's service, before it is booked: a host's code may answer anything. */
public final class AnswerCheck {

    private static final int MAX_CODE = 100;
    private static final int MAX_REFERENCE = 500;
    private static final int MAX_STEP = 20;
    private static final int MAX_STEP_TEXT = 8000;

    private AnswerCheck() {}

    /** Why an answer cannot be booked, or null. */
    static @Nullable Problem problem(Draft draft, OwedEffect effect, EffectResult result) {
        if (result instanceof EffectResult.Declined declined && !isText(declined.code(), MAX_CODE)) {
            return unbookable(effect, result, "a code of 1 to " + MAX_CODE + " characters is needed");
        }
        if (result instanceof EffectResult.Done done && !isReference(done)) {
            return unbookable(effect, result, "a reference has 1 to " + MAX_REFERENCE + " characters, none of control");
        }
        if (result instanceof EffectResult.Done done && !isMovable(draft, effect, done)) {
            return unbookable(effect, result, "of " + effect.amount() + " it says " + done.amount());
        }
        if (result instanceof EffectResult.Pending pending && !isPending(effect, pending)) {
            return unbookable(
                    effect,
                    result,
                    "only a payment waits for its buyer, with at most " + MAX_STEP + " texts of 1 to " + MAX_STEP_TEXT
                            + " characters");
        }
        if (result instanceof EffectResult.Allocated && !isAllocated(draft, effect)) {
            return unbookable(effect, result, "only the engine itself says which locations are asked");
        }
        return null;
    }

    /** Whether what was done is what was asked, under a reference that is one: what builds on it must not be begun otherwise. */
    public static boolean isBookable(OwedEffect effect, EffectResult.Done done) {
        return isReference(done) && isAsked(effect, done);
    }

    private static boolean isAsked(OwedEffect effect, EffectResult.Done done) {
        return done.amount() == null || done.amount().equals(effect.amount());
    }

    /** Whether what was done moves what was asked, or a part of it where that can be booked. */
    static boolean isMovable(Draft draft, OwedEffect effect, EffectResult.Done done) {
        return isAsked(effect, done) || isPart(draft, effect, done);
    }

    /** Whether less than was asked is promised or taken of a payment. A parcel does not leave on a part of what it costs. */
    private static boolean isPart(Draft draft, OwedEffect effect, EffectResult.Done done) {
        return Payments.isOfPayment(effect)
                && effect.amount() != null
                && done.amount() != null
                && done.amount().isPositive()
                && done.amount().currency().equals(effect.amount().currency())
                && done.amount().compareTo(effect.amount()) < 0
                && draft.flow().effects().stream().noneMatch(other -> isLeavingWith(other, effect));
    }

    private static boolean isLeavingWith(OwedEffect other, OwedEffect capture) {
        return EffectKind.SHIPMENT_LEAVE.is(other) && Objects.equals(other.run(), capture.run());
    }

    private static boolean isReference(EffectResult.Done done) {
        return done.reference() == null || isText(done.reference(), MAX_REFERENCE);
    }

    private static boolean isPending(OwedEffect effect, EffectResult.Pending pending) {
        return Payments.isOfPayment(effect)
                && pending.data().size() <= MAX_STEP
                && pending.data().entrySet().stream()
                        .allMatch(text -> isText(text.getKey(), MAX_CODE) && isText(text.getValue(), MAX_STEP_TEXT));
    }

    /** Whether the engine asked for locations: for a reservation that has none yet, of an inventory that has several. */
    private static boolean isAllocated(Draft draft, OwedEffect effect) {
        return EffectKind.of(effect).isReserving()
                && effect.nextPart() == 0
                && draft.policy().services().locations();
    }

    private static Problem unbookable(OwedEffect effect, EffectResult result, String right) {
        return new Problem(
                Codes.ANSWER_UNBOOKABLE,
                effect.name() + " was answered with " + inWords(result) + ", which cannot be booked: " + right);
    }

    /** An answer as a person reads it who has to resolve it. */
    static String inWords(EffectResult result) {
        if (result instanceof EffectResult.Done done) {
            return "done" + (done.reference() == null ? "" : ", reference " + Texts.quoted(done.reference()));
        }
        if (result instanceof EffectResult.Declined declined) {
            return "declined, code \"" + Texts.quoted(String.valueOf(declined.code())) + "\", "
                    + Texts.quoted(String.valueOf(declined.message()));
        }
        if (result instanceof EffectResult.Pending) {
            return "pending";
        }
        return result instanceof EffectResult.Allocated ? "locations" : "no answer";
    }

    private static boolean isText(@Nullable String text, int most) {
        return text != null
                && !text.isBlank()
                && text.length() <= most
                && text.chars().noneMatch(Character::isISOControl)
                && Texts.isKeepable(text);
    }
}
