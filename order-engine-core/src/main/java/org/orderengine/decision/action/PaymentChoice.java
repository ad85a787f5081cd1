package org.orderengine.decision.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.model.Books;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.model.ProviderNotice;
import org.orderengine.process.vocabulary.PayloadKey;

/** The payment that an action is about, and the amount of it. */
final class PaymentChoice {

    /** The key that names an existing payment. */
    static final PayloadKey PAYMENT = PayloadKey.part(ChildKind.PAYMENT, "which payment");

    /** The key that names a payment with an authorized amount. */
    static final PayloadKey PROMISED = PAYMENT.orElse("the first with money authorized");

    /** The provider's name of what it tells of. */
    static final PayloadKey REFERENCE = PayloadKey.reference("reference", "the provider's name of it");

    private PaymentChoice() {}

    /** The named payment, or the first with an authorized amount that takes the action, or else the first with one. */
    static Payment promised(Draft draft, String action, PayloadReader payload) {
        Order order = draft.order();
        String id = payload.text(PROMISED);
        if (id != null) {
            return known(order.books(), id);
        }
        Payment held = null;
        for (Payment payment : order.books().payments()) {
            if (Payments.room(order, payment).isPositive()) {
                if (Children.isPermitted(draft, ChildKind.PAYMENT, payment.id(), action)) {
                    return payment;
                }
                held = held == null ? payment : held;
            }
        }
        if (held != null) {
            return held;
        }
        throw Draft.refuse(Codes.UNKNOWN_PAYMENT, "Order " + order.id() + " has no authorized payment");
    }

    /** The named payment, or the first with an authorized amount, also where that is about to be voided. */
    static Payment expiring(Draft draft, PayloadReader payload) {
        String id = payload.text(PROMISED);
        if (id != null) {
            return known(draft.books(), id);
        }
        return draft.books().payments().stream()
                .filter(payment -> payment.capturable().isPositive())
                .findFirst()
                .orElseThrow(() -> Draft.refuse(
                        Codes.UNKNOWN_PAYMENT, "Order " + draft.order().id() + " has no authorized payment"));
    }

    /** Whether any payment has an authorized amount. */
    static boolean isAnyPromised(Order order) {
        return order.books().payments().stream()
                .anyMatch(payment -> Payments.room(order, payment).isPositive());
    }

    /** The amount asked for of the authorized amount, or all of it. */
    static Money ofPromised(Draft draft, Payment payment, @Nullable Money asked, String what) {
        Money room = Payments.room(draft.order(), payment);
        Money amount = asked == null ? room : asked;
        if (!room.isPositive() || amount.compareTo(room) > 0) {
            throw Draft.refuse(
                    Codes.AMOUNT_EXCEEDED,
                    "amount is " + amount + ", and payment " + payment.id() + " has " + room + " to " + what);
        }
        return amount;
    }

    /** Why a buyer has nothing to pay: nothing is outstanding, or the payments that cover it, and who frees them. */
    static String whyNothingIsPayable(Order order) {
        StringBuilder why = new StringBuilder("Order " + order.id() + " has nothing to pay: ");
        if (!order.totals().outstanding().isPositive()) {
            return why.append("nothing is outstanding").toString();
        }
        why.append(order.totals().outstanding()).append(" is outstanding");
        for (Payment payment : order.books().payments()) {
            OwedEffect charge = Payments.chargeUnderWay(order, payment);
            if (charge != null) {
                why.append("; payment ").append(payment.id());
                why.append(" waits for the answer to ")
                        .append(charge.name())
                        .append(' ')
                        .append(charge.id());
                why.append(charge.status() == OwedEffect.Status.PARKED ? ", which a person resolves" : "");
            } else if (Payments.room(order, payment).isPositive()) {
                why.append("; payment ").append(payment.id()).append(" promises ");
                why.append(Payments.room(order, payment));
                why.append(", which capture takes, and void or expire-authorization frees");
            }
        }
        return why.toString();
    }

    /** The named payment, or the only one that brought money. */
    static Payment taken(Books books, @Nullable String id, String what) {
        if (id != null) {
            return known(books, id);
        }
        List<Payment> taken = books.payments().stream()
                .filter(payment -> payment.captured().isPositive())
                .toList();
        if (taken.size() != 1) {
            throw Draft.refuse(Codes.UNKNOWN_PAYMENT, "say which payment " + what);
        }
        return taken.get(0);
    }

    /** The provider's name that a payload gives, which such a notice has to have. */
    static String reference(PayloadReader payload, String of) {
        String reference = payload.text(REFERENCE);
        if (reference == null) {
            throw Draft.refuse(Codes.BAD_PAYLOAD, "reference is missing: say the provider's name of the " + of);
        }
        return reference;
    }

    /** Whether a notice was booked. One reference names one thing, so another amount under it is refused. */
    static boolean isKnown(Order order, ProviderNotice.Kind kind, @Nullable String reference, @Nullable Money amount) {
        for (Payment payment : order.books().payments()) {
            ProviderNotice known = reference == null ? null : payment.notice(kind, reference);
            if (known != null && amount != null && !amount.equals(known.amount())) {
                throw Draft.refuse(
                        Codes.REFERENCE_USED,
                        "Order " + order.id() + ": the notice of " + amount + " has a reference that payment "
                                + payment.id() + " has for " + known.amount() + "; tell it under its own");
            }
            if (known != null) {
                return true;
            }
        }
        return false;
    }

    /** The amount of a notice, at most what there is room for; all of that where it says none. */
    static Money within(Money room, @Nullable Money asked, String what) {
        Money amount = asked == null ? room : asked;
        if (!room.isPositive() || amount.compareTo(room) > 0) {
            throw Draft.refuse(Codes.AMOUNT_EXCEEDED, "amount is " + amount + ", and " + room + " " + what);
        }
        return amount;
    }

    static Payment known(Books books, String id) {
        Payment payment = books.payment(id);
        if (payment == null) {
            throw Draft.refuse(Codes.UNKNOWN_PAYMENT, "there is no payment \"" + id + "\"");
        }
        return payment;
    }

    /** The id of a new payment: the one that the payload names, or the next free one. */
    static String newId(Books books, @Nullable String asked) {
        if (asked != null) {
            if (books.payment(asked) != null) {
                throw Draft.refuse(
                        Codes.PAYMENT_EXISTS, "there is a payment \"" + asked + "\" already; give it another name");
            }
            return asked;
        }
        return Names.next("p", books.payments().size(), id -> books.payment(id) != null);
    }
}
