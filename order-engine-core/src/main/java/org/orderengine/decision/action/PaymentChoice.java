package org.orderengine.decision.action;

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
import org.orderengine.model.Payment;
import org.orderengine.process.vocabulary.PayloadKey;

/** Which payment an action is about, and how much of it. */
final class PaymentChoice {

    /** The name of a payment that is there. */
    static final PayloadKey PAYMENT = PayloadKey.part(ChildKind.PAYMENT, "which payment");

    /** The name of a payment that has money promised. */
    static final PayloadKey PROMISED = PAYMENT.orElse("the first with money authorized");

    /** The provider's name of what it tells of. */
    static final PayloadKey REFERENCE = PayloadKey.text("reference", "the provider's name of it");

    private PaymentChoice() {}

    /** The payment that is named, or the first that has money promised and takes the action; then the first that has. */
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

    /** Whether any payment has money promised. */
    static boolean isAnyPromised(Order order) {
        return order.books().payments().stream()
                .anyMatch(payment -> Payments.room(order, payment).isPositive());
    }

    /** The amount that is asked for of what was promised, or all of that. */
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

    static Payment known(Books books, String id) {
        Payment payment = books.payment(id);
        if (payment == null) {
            throw Draft.refuse(Codes.UNKNOWN_PAYMENT, "there is no payment \"" + id + "\"");
        }
        return payment;
    }

    /** The name of a new payment: the one that is asked for, or the next free one. */
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
