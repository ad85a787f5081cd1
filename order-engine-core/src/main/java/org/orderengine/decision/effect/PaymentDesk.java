package org.orderengine.decision.effect;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.ChildEvent;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.HostPolicy;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.Payments;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.event.Event;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Intent;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.Run;
import org.orderengine.model.TenderCode;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.spi.payment.Captures;

/** The effects of the host's payment providers. Payment actions want these effects, so no definition has to. */
final class PaymentDesk implements Desk {

    /** The method under which the gateway is asked to give money back as credit with the shop. */
    private static final String STORE_CREDIT = "store-credit";

    @Override
    public List<Duty> duties() {
        return List.of(
                moving(EffectKind.PAYMENT_AUTHORIZE, Effect.AuthorizePayment::new, Event.PaymentAuthorized::new)
                        .planned(draft -> {})
                        .booked(PaymentDesk::authorized),
                moving(EffectKind.PAYMENT_CAPTURE, Effect.CapturePayment::new, booking(Event.PaymentCaptured::new))
                        .planned(draft -> {})
                        .booked(PaymentDesk::captured),
                moving(EffectKind.PAYMENT_VOID, Effect.VoidPayment::new, booking(Event.PaymentVoided::new)),
                moving(EffectKind.PAYMENT_REFUND, Effect.RefundPayment::new, Event.PaymentRefunded::new)
                        .booked(PaymentDesk::refunded),
                moving(
                                EffectKind.PAYMENT_CREDIT,
                                (payment, method, amount, reference, code) ->
                                        new Effect.RefundPayment(payment, STORE_CREDIT, amount, reference),
                                Event.PaymentRefunded::new)
                        .booked(PaymentDesk::refunded));
    }

    /** Books a promise. Where it is less than was asked, no more than it is captured. */
    private static void authorized(Draft draft, OwedEffect effect, EffectResult.Done done) {
        if (effect.subject() == null || effect.amount() == null) {
            return;
        }
        Money promised = done.amount() == null ? effect.amount() : done.amount();
        draft.apply(new Event.PaymentAuthorized(effect.subject(), promised, done.reference()));
        for (OwedEffect capture : draft.flow().effects()) {
            if (EffectKind.PAYMENT_CAPTURE.is(capture)
                    && effect.subject().equals(capture.subject())
                    && capture.amount() != null
                    && capture.amount().compareTo(promised) > 0) {
                draft.apply(new Event.EffectDropped(capture.id()));
                draft.owe(capture.run(), capture.intent().of(promised));
            }
        }
    }

    /**
     * Books a capture. What it leaves of what it was to take is not promised any more, and what it leaves of a promise that can be captured
     * once is let go by the provider.
     */
    private static void captured(Draft draft, OwedEffect effect, EffectResult.Done done) {
        if (effect.subject() == null || effect.amount() == null) {
            return;
        }
        Money taken = done.amount() == null ? effect.amount() : done.amount();
        draft.apply(new Event.PaymentCaptured(effect.subject(), taken));
        if (taken.compareTo(effect.amount()) < 0) {
            draft.apply(
                    new Event.PaymentVoided(effect.subject(), effect.amount().minus(taken)));
        }
        Payment payment = draft.books().payment(effect.subject());
        if (payment == null || !payment.capturable().isPositive() || isCapturedOften(draft, payment)) {
            return;
        }
        Money rest = payment.capturable();
        draft.apply(new Event.PaymentVoided(payment.id(), rest));
        if (draft.process().effects().contains(EffectKind.SHIPMENT_LEAVE.word())) {
            promiseAnew(draft, payment.method(), rest.min(Payments.payable(draft.order())));
        }
    }

    private static boolean isCapturedOften(Draft draft, Payment payment) {
        return HostPolicy.ask(
                () -> draft.policy().services().captures().apply(payment.method()) == Captures.MANY, true);
    }

    private static void promiseAnew(Draft draft, String method, Money amount) {
        if (amount.isPositive()) {
            String id = Names.next(
                    "p", draft.books().payments().size(), taken -> draft.books().payment(taken) != null);
            draft.apply(new Event.PaymentRequested(
                    Payment.requested(id, method, Children.initial(draft, ChildKind.PAYMENT), amount)));
            draft.want(EffectKind.PAYMENT_AUTHORIZE.money(id, amount));
        }
    }

    /** Books a refund, as far as the payment has not given everything back already. */
    private static void refunded(Draft draft, OwedEffect effect, EffectResult.Done done) {
        Payment payment = effect.subject() == null ? null : draft.books().payment(effect.subject());
        if (payment != null && effect.amount() != null) {
            Money left = payment.captured().minus(payment.refunded());
            Money amount = effect.amount().min(left);
            if (amount.isPositive()) {
                draft.apply(new Event.PaymentRefunded(payment.id(), amount, done.reference()));
            }
        }
    }

    /** Asks a provider to move an amount of a payment. */
    @FunctionalInterface
    private interface Moving {
        Effect.Charge of(
                String payment, String method, Money amount, @Nullable String reference, @Nullable TenderCode code);
    }

    /** Makes the entry of a moved amount. */
    @FunctionalInterface
    private interface Booking {
        Event of(String payment, Money amount, @Nullable String reference);
    }

    /** The same where the provider's reference is known already. */
    @FunctionalInterface
    private interface Plain {
        Event of(String payment, Money amount);
    }

    private static Booking booking(Plain event) {
        return (payment, amount, reference) -> event.of(payment, amount);
    }

    private static Duty moving(EffectKind kind, Moving request, Booking event) {
        return Duty.of(kind, (order, effect) -> request(order, effect, request)).booked((draft, effect, done) -> {
            if (effect.subject() != null && effect.amount() != null) {
                draft.apply(event.of(effect.subject(), effect.amount(), done.reference()));
            }
        });
    }

    private static Effect.Charge request(Order order, OwedEffect effect, Moving request) {
        Payment payment = order.books().payment(Requests.subject(effect));
        if (payment == null) {
            throw new IllegalStateException("there is no payment " + effect.subject());
        }
        Money amount = effect.amount() == null ? payment.requested() : effect.amount();
        return request.of(payment.id(), payment.method(), amount, payment.reference(), payment.code());
    }

    /** A capture includes the authorization before it. */
    @Override
    public boolean belongs(Intent wanted, EffectKind named) {
        return named == EffectKind.PAYMENT_CAPTURE ? EffectKind.of(wanted).isCharge() : named.is(wanted);
    }

    @Override
    public void done(Draft draft, Duty duty, OwedEffect effect, EffectResult.Done done) {
        if (isBookedElsewhere(draft, effect, done)) {
            merge(draft, effect, done);
        } else {
            Desk.super.done(draft, duty, effect, done);
        }
    }

    /**
     * Whether a charge was booked before, by a notification that did not name the payment (P3). What the engine charged itself is another
     * charge, even under the same reference: a gateway may answer with the reference of its checkout.
     */
    private static boolean isBookedElsewhere(Draft draft, OwedEffect effect, EffectResult.Done done) {
        if (!Payments.isOfPayment(effect) || done.reference() == null || effect.amount() == null) {
            return false;
        }
        Money moved = done.amount() == null ? effect.amount() : done.amount();
        for (Payment payment : draft.books().payments()) {
            if (!payment.id().equals(effect.subject())
                    && payment.isNotified()
                    && done.reference().equals(payment.reference())
                    && payment.captured().equals(moved)) {
                return true;
            }
        }
        return false;
    }

    private static void merge(Draft draft, OwedEffect effect, EffectResult.Done done) {
        draft.apply(new Event.EffectDone(effect.id(), done.reference()));
        for (OwedEffect other : draft.flow().effects()) {
            if (isChargeOfOne(other, effect)) {
                draft.apply(new Event.EffectDropped(other.id()));
            }
        }
        if (effect.subject() != null) {
            Children.happen(draft, ChildEvent.payment(effect.subject(), ChildEvents.MERGED));
        }
    }

    /** Undoes as much as there is: an authorized amount that was captured meanwhile cannot be voided. */
    @Override
    public void undo(Draft draft, @Nullable String run, OwedEffect done) {
        EffectKind undoing = EffectKind.of(done).undoneBy();
        if (undoing == null || done.subject() == null || done.amount() == null) {
            return;
        }
        Payment payment = draft.books().payment(done.subject());
        Money amount = payment == null ? done.amount() : done.amount().min(room(draft.order(), payment, undoing));
        if (amount.isPositive()) {
            draft.owe(run, undoing.money(done.subject(), amount));
        }
    }

    private static Money room(Order order, Payment payment, EffectKind undoing) {
        return undoing == EffectKind.PAYMENT_VOID ? Payments.room(order, payment) : Payments.refundable(order, payment);
    }

    /** A payment that is not authorized is not captured either. */
    @Override
    public boolean fallsWith(OwedEffect effect, OwedEffect givenUp) {
        return Payments.isOfPayment(givenUp) && effect.run() == null && isChargeOfOne(effect, givenUp);
    }

    /** What a gift card does not take back is given as credit with the shop. */
    @Override
    public @Nullable Intent instead(Draft draft, OwedEffect declined) {
        Payment payment = declined.subject() == null ? null : draft.books().payment(declined.subject());
        return EffectKind.PAYMENT_REFUND.is(declined)
                        && declined.amount() != null
                        && payment != null
                        && payment.isGiftCard()
                ? EffectKind.PAYMENT_CREDIT.money(payment.id(), declined.amount())
                : null;
    }

    private static boolean isChargeOfOne(OwedEffect charge, OwedEffect like) {
        return Payments.isOfPayment(charge)
                && like.subject() != null
                && like.subject().equals(charge.subject());
    }

    @Override
    public void givenUp(Draft draft, OwedEffect effect) {
        if (Payments.isOfPayment(effect) && effect.subject() != null) {
            Children.happen(draft, ChildEvent.payment(effect.subject(), ChildEvents.DECLINED));
        }
        Run run = effect.run() == null ? null : draft.flow().run(effect.run());
        if (run != null && run.done().stream().noneMatch(done -> isChargeOfOne(done, effect))) {
            letGo(draft, effect).ifPresent(promise -> draft.owe(null, promise));
        }
    }

    /** The void of what a payment promises that could not be captured; empty where that is nothing. */
    private static Optional<Intent> letGo(Draft draft, OwedEffect effect) {
        Payment payment = EffectKind.PAYMENT_CAPTURE.is(effect) && effect.subject() != null
                ? draft.books().payment(effect.subject())
                : null;
        Money room = payment == null ? draft.books().money(0) : Payments.room(draft.order(), payment);
        return payment != null && room.isPositive()
                ? Optional.of(EffectKind.PAYMENT_VOID.money(payment.id(), room))
                : Optional.empty();
    }

    /** A promise that cannot be voided is gone. */
    @Override
    public void neverDone(Draft draft, OwedEffect effect) {
        if (EffectKind.PAYMENT_VOID.is(effect) && effect.subject() != null && effect.amount() != null) {
            draft.apply(new Event.PaymentVoided(effect.subject(), effect.amount()));
        }
    }

    /** Voids the authorized amount of a payment that could not be captured. */
    @Override
    public void letBe(Draft draft, OwedEffect effect) {
        letGo(draft, effect).ifPresent(draft::want);
    }
}
