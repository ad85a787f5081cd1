package org.orderengine.decision.action;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.ChildEvent;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.decision.effect.Refunds;
import org.orderengine.event.Event;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.model.ProviderNotice;
import org.orderengine.process.ChildEvents;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.Stance;

/** A provider takes back what it had said of a payment's money. It is booked wherever the order is, and once per reference (F2). */
final class TakenBack implements BuiltInAction {

    private static final PayloadKey PAYMENT = PaymentChoice.PAYMENT.orElse("the only one that brought money");
    private static final PayloadKey AMOUNT =
            PayloadKey.amount("amount", "how much of it").orElse("all that there is of it");
    private static final PayloadKey REFERENCE = PaymentChoice.REFERENCE.mandatory();

    private final ActionDescription description;
    private final ProviderNotice.Kind kind;

    TakenBack(String name, String meaning, ProviderNotice.Kind kind) {
        this.kind = kind;
        this.description =
                ActionDescription.of(name, meaning, PAYMENT, AMOUNT, REFERENCE).standing(Stance.EVEN_AFTER_END);
    }

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public boolean isBooked(Order order, PayloadReader payload) {
        return PaymentChoice.isKnown(order, kind, payload.text(REFERENCE), payload.amount(AMOUNT));
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        String reference = PaymentChoice.reference(payload, "notice");
        Payment payment = PaymentChoice.taken(draft.books(), payload.text(PAYMENT), "it is about");
        Money amount = PaymentChoice.within(
                room(payment), payload.amount(AMOUNT), "of payment " + payment.id() + " can be reversed");
        if (kind == ProviderNotice.Kind.CAPTURE_FAILED) {
            makeRoom(draft, payment, amount);
        }
        draft.apply(new Event.PaymentReversed(payment.id(), new ProviderNotice(kind, reference, amount)));
        String happens = happens(draft.books().payment(payment.id()));
        if (happens != null) {
            Children.happen(draft, ChildEvent.payment(payment.id(), happens));
        }
        return payment.id();
    }

    /** Gives up refunds of a payment that cannot be done any more. What may be on its way has to be known before. */
    private static void makeRoom(Draft draft, Payment payment, Money amount) {
        Refunds.dropUnstarted(draft, payment.id());
        Money left = Payments.refundable(draft.order(), payment);
        if (amount.compareTo(left) > 0) {
            throw Draft.refuse(
                    Codes.PAYMENT_PENDING,
                    "Order " + draft.order().id() + ": payment " + payment.id()
                            + " waits for the answer to a refund of "
                            + payment.kept().minus(left) + "; tell it again when that is known, or resolve it");
        }
    }

    /** What the payment's own machine is told: what its books now come to. */
    private static @Nullable String happens(@Nullable Payment after) {
        if (after == null || after.chargedBack().isPositive()) {
            return null;
        }
        if (after.captured().isZero()) {
            return ChildEvents.VOIDED;
        }
        return after.refunded().isPositive() ? ChildEvents.REFUNDED : ChildEvents.CAPTURED;
    }

    private Money room(Payment payment) {
        return switch (kind) {
            case CAPTURE_FAILED -> payment.kept();
            case REFUND_FAILED -> payment.refunded();
            case CHARGEBACK_REVERSED -> payment.chargedBack();
            case REFUNDED -> throw new IllegalStateException("a refund is no reversal");
        };
    }

    @Override
    public boolean isPossible(Order order) {
        return order.books().payments().stream()
                .anyMatch(payment -> room(payment).isPositive());
    }
}
