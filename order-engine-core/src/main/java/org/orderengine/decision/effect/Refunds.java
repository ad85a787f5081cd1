package org.orderengine.decision.effect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.HostPolicy;
import org.orderengine.decision.draft.Payments;
import org.orderengine.event.Event;
import org.orderengine.model.Intent;
import org.orderengine.model.Money;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.Problem;
import org.orderengine.model.ProviderNotice;
import org.orderengine.policy.RefundPolicy;
import org.orderengine.process.vocabulary.EffectKind;

/** Refunds: how much goes back, from which payments, in which form, and what fee is kept. */
public final class Refunds {

    private Refunds() {}

    /** Wants refunds of the money captured beyond what the order costs, less refunds that are already owed. */
    static void wantExcess(Draft draft) {
        if (!draft.order().books().payments().isEmpty()) {
            want(draft, excess(draft));
        }
    }

    /** Wants refunds of an amount, from the payments that the policy says. */
    public static void want(Draft draft, Money amount) {
        List<RefundPolicy.Room> rooms = rooms(draft);
        if (!amount.isPositive() || rooms.isEmpty()) {
            return;
        }
        RefundPolicy policy = draft.policy().reversal().refunds();
        RefundPolicy.Refund refund = new RefundPolicy.Refund(draft.order(), amount, rooms);
        Money left = amount;
        Map<String, Money> given = new HashMap<>();
        for (RefundPolicy.Part part : HostPolicy.ask(() -> policy.spread(refund), List.<RefundPolicy.Part>of())) {
            left = want(draft, part, rooms, given, left);
        }
        for (RefundPolicy.Room room : rooms) {
            String id = room.payment().id();
            left = want(draft, new RefundPolicy.Part(id, left, RefundPolicy.Target.TENDER), rooms, given, left);
        }
    }

    /** Wants one part as far as it is owed and its payment has room; says what is left. */
    private static Money want(
            Draft draft, RefundPolicy.Part part, List<RefundPolicy.Room> rooms, Map<String, Money> given, Money left) {
        for (RefundPolicy.Room room : rooms) {
            String id = room.payment().id();
            if (id.equals(part.payment())) {
                Money before = given.getOrDefault(id, draft.books().money(0));
                Money amount = left.min(part.amount()).min(room.amount().minus(before));
                if (amount.isPositive()) {
                    boolean asCredit = part.target() == RefundPolicy.Target.STORE_CREDIT || hasComeBack(room.payment());
                    EffectKind kind = asCredit ? EffectKind.PAYMENT_CREDIT : EffectKind.PAYMENT_REFUND;
                    draft.want(kind.money(id, amount));
                    given.put(id, before.plus(amount));
                    return left.minus(amount);
                }
            }
        }
        return left;
    }

    /** Whether a refund of a payment came back to the shop, so that money of it goes out by another way. */
    private static boolean hasComeBack(Payment payment) {
        return payment.notices().stream().anyMatch(notice -> notice.kind() == ProviderNotice.Kind.REFUND_FAILED);
    }

    /**
     * The money captured beyond what the order costs, and not about to go back. While a change may still be declined, the order
     * counts as costing what it would cost without the change.
     */
    private static Money excess(Draft draft) {
        Money excess = draft.order().totals().outstanding().negated();
        if (draft.isChanging()) {
            Money otherwise = draft.otherwise().totals().total();
            Money stays = otherwise.minus(draft.order().totals().total());
            excess = stays.isPositive() ? excess.minus(stays) : excess;
        }
        for (OwedEffect effect : draft.flow().effects()) {
            if (EffectKind.of(effect).isRefund() && effect.amount() != null) {
                excess = excess.minus(effect.amount());
            }
        }
        for (Intent wanted : draft.wanted()) {
            if (EffectKind.of(wanted).isRefund() && wanted.amount() != null) {
                excess = excess.minus(wanted.amount());
            }
        }
        return excess;
    }

    /** The money that is to go back and is not about to, as far as payments can give it back; never negative. */
    public static Money owedBack(Draft draft) {
        Money room = draft.books().money(0);
        for (RefundPolicy.Room one : rooms(draft)) {
            room = room.plus(one.amount());
        }
        return excess(draft).min(room).max(draft.books().money(0));
    }

    /** The refund of a payment and amount that is unknown or may be under way; null if there is none. */
    public static @Nullable OwedEffect underWay(Draft draft, String payment, Money amount) {
        for (OwedEffect effect : draft.flow().effects()) {
            if (EffectKind.of(effect).isRefund()
                    && payment.equals(effect.subject())
                    && amount.equals(effect.amount())
                    && !hasSurelyNotStarted(draft, effect)) {
                return effect;
            }
        }
        return null;
    }

    /** What refunds that are owed give back. */
    public static Money pending(Draft draft) {
        Money pending = draft.books().money(0);
        for (OwedEffect effect : draft.flow().effects()) {
            if (EffectKind.of(effect).isRefund() && effect.amount() != null) {
                pending = pending.plus(effect.amount());
            }
        }
        return pending;
    }

    /** Takes an amount off refunds that surely have not started: those of the payment first, and the earliest first. */
    public static void makeRoom(Draft draft, String payment, Money amount) {
        List<OwedEffect> free = new ArrayList<>(draft.flow().effects());
        free.removeIf(effect -> !EffectKind.of(effect).isRefund() || !hasSurelyNotStarted(draft, effect));
        free.sort(Comparator.comparing(effect -> !payment.equals(effect.subject())));
        Money left = amount;
        for (OwedEffect effect : free) {
            Money refund = effect.amount();
            if (refund != null && effect.subject() != null && left.isPositive()) {
                draft.apply(new Event.EffectDropped(effect.id()));
                Money rest = refund.minus(refund.min(left));
                if (rest.isPositive()) {
                    draft.owe(effect.run(), EffectKind.of(effect).money(effect.subject(), rest));
                }
                left = left.minus(refund.min(left));
            }
        }
    }

    /** Drops refunds of a payment that surely have not started. What is still owed then is settled anew. */
    public static void dropUnstarted(Draft draft, String payment) {
        for (OwedEffect effect : draft.flow().effects()) {
            if (EffectKind.of(effect).isRefund()
                    && payment.equals(effect.subject())
                    && hasSurelyNotStarted(draft, effect)) {
                draft.apply(new Event.EffectDropped(effect.id()));
            }
        }
    }

    /** Whether no call for an effect is under way and none was done: it waits for its next try, or a person, after a certain no. */
    private static boolean hasSurelyNotStarted(Draft draft, OwedEffect effect) {
        Problem problem = effect.problem();
        return switch (effect.status()) {
            case OWED -> effect.attempts() > 0 && effect.due().isAfter(draft.now());
            case UNKNOWN -> false;
            case PARKED -> problem != null && !Doubts.areIn(problem.code());
        };
    }

    /** Parks refunds under way that give back more than is owed, since the provider gave it back by itself. */
    public static void parkGivenTwice(Draft draft) {
        Money owed = draft.order().totals().outstanding().negated();
        for (OwedEffect effect : draft.flow().effects()) {
            if (EffectKind.of(effect).isRefund() && effect.amount() != null) {
                owed = owed.minus(effect.amount());
                if (owed.isNegative() && effect.status() != OwedEffect.Status.PARKED) {
                    Problem twice = new Problem(
                            Codes.REFUNDED_TWICE,
                            "the provider gave money of the order back by itself, and " + effect.amount()
                                    + " of payment " + effect.subject()
                                    + " may go back besides; say whether they did");
                    draft.apply(new Event.EffectPostponed(
                            effect.id(),
                            OwedEffect.Status.PARKED,
                            effect.attempts(),
                            effect.streak(),
                            draft.now(),
                            twice));
                }
            }
        }
    }

    private static List<RefundPolicy.Room> rooms(Draft draft) {
        List<RefundPolicy.Room> rooms = new ArrayList<>();
        for (Payment payment : draft.books().payments()) {
            Money room = Payments.refundable(draft.order(), payment);
            for (Intent wanted : draft.wanted()) {
                if (EffectKind.of(wanted).isRefund()
                        && payment.id().equals(wanted.subject())
                        && wanted.amount() != null) {
                    room = room.minus(wanted.amount());
                }
            }
            if (room.isPositive()) {
                rooms.add(new RefundPolicy.Room(payment, room));
            }
        }
        return rooms;
    }

    /**
     * Keeps a fee of what a reversal is about to give back: never more than that, and never of money that was not captured.
     *
     * @param before what the order cost before
     */
    public static void charge(Draft draft, RefundPolicy.Cause cause, Money before) {
        Money less = before.minus(draft.order().totals().total());
        Money owedBack = excess(draft).min(less);
        if (!owedBack.isPositive()) {
            return;
        }
        RefundPolicy policy = draft.policy().reversal().refunds();
        RefundPolicy.Reversal reversal = new RefundPolicy.Reversal(draft.order(), cause, less);
        Money fee = HostPolicy.ask(
                () -> policy.fee(reversal).min(owedBack), draft.books().money(0));
        if (fee.isPositive()) {
            draft.apply(new Event.FeeCharged(fee));
        }
    }
}
