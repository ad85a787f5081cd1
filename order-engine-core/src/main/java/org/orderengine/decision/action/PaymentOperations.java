package org.orderengine.decision.action;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.Names;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
import org.orderengine.decision.draft.Wanted;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Payment;
import org.orderengine.process.ActionNames;
import org.orderengine.model.ChildKind;
import org.orderengine.process.EffectNames;

/** What the actions around payments enter into the books. */
public final class PaymentOperations {

    private static final String DEFAULT_METHOD = "card";

    private PaymentOperations() {}

    /** Asks for a payment; authorized and taken, or authorized only. */
    record Pay(boolean capture) implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Money payable = Payments.payable(draft.order());
            Money asked = payload.amount("amount");
            if (!payable.isPositive()) {
                throw Draft.refuse(
                        Codes.NOTHING_OUTSTANDING, "Order " + draft.order().id() + " has nothing outstanding");
            }
            Money amount = asked == null ? payable : asked;
            if (amount.compareTo(payable) > 0) {
                throw Draft.refuse(
                        Codes.AMOUNT_EXCEEDED, "amount is " + amount + ", and " + payable + " is outstanding");
            }
            String id = newId(draft.books(), payload.text("payment"));
            draft.apply(new Event.PaymentRequested(Payment.requested(
                    id, payload.text("method", DEFAULT_METHOD), Children.initial(draft, ChildKind.PAYMENT), amount)));
            draft.want(Wanted.money(EffectNames.PAYMENT_AUTHORIZE, id, amount));
            if (capture) {
                draft.want(Wanted.money(EffectNames.PAYMENT_CAPTURE, id, amount));
            }
            return id;
        }

        @Override
        public boolean isPossible(Order order) {
            return Payments.payable(order).isPositive();
        }
    }

    /** Takes what was promised. */
    record Capture() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Payment payment = promised(draft, ActionNames.CAPTURE, payload.text("payment"));
            Money room = Payments.room(draft.order(), payment);
            Money asked = payload.amount("amount");
            Money amount = asked == null ? room : asked;
            if (!room.isPositive() || amount.compareTo(room) > 0) {
                throw Draft.refuse(
                        Codes.AMOUNT_EXCEEDED,
                        "amount is " + amount + ", and payment " + payment.id() + " has " + room + " to capture");
            }
            Children.permit(draft, ChildKind.PAYMENT, payment.id(), ActionNames.CAPTURE);
            draft.want(Wanted.money(EffectNames.PAYMENT_CAPTURE, payment.id(), amount));
            return payment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return order.books().payments().stream()
                    .anyMatch(payment -> Payments.room(order, payment).isPositive());
        }
    }

    /** Lets go of what was promised. */
    record LetGo() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            Payment payment = promised(draft, ActionNames.VOID, payload.text("payment"));
            Money room = Payments.room(draft.order(), payment);
            Money asked = payload.amount("amount");
            Money amount = asked == null ? room : asked;
            if (!room.isPositive() || amount.compareTo(room) > 0) {
                throw Draft.refuse(
                        Codes.AMOUNT_EXCEEDED,
                        "amount is " + amount + ", and payment " + payment.id() + " has " + room + " to void");
            }
            Children.permit(draft, ChildKind.PAYMENT, payment.id(), ActionNames.VOID);
            draft.want(Wanted.money(EffectNames.PAYMENT_VOID, payment.id(), amount));
            return payment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return new Capture().isPossible(order);
        }
    }

    /** Books money that arrived by the provider's notification. */
    record Received() implements Operation {

        @Override
        public @Nullable String apply(Draft draft, PayloadReader payload) {
            String reference = payload.text("reference");
            PaymentNotice notice = PaymentNotice.of(draft.order(), payload);
            if (notice != null && notice.isFirst()) {
                return first(draft, notice);
            }
            Money asked = payload.amount("amount");
            Money amount = asked == null ? draft.order().totals().outstanding() : asked;
            if (!amount.isPositive()) {
                throw Draft.refuse(
                        Codes.NOTHING_OUTSTANDING,
                        "Order " + draft.order().id() + " has nothing outstanding; say the amount that arrived");
            }
            String id = newId(draft.books(), payload.text("payment"));
            draft.apply(new Event.PaymentRequested(Payment.requested(
                    id, payload.text("method", "transfer"), Children.initial(draft, ChildKind.PAYMENT), amount)));
            draft.apply(new Event.PaymentAuthorized(id, amount, reference));
            draft.apply(new Event.PaymentCaptured(id, amount));
            return id;
        }

        /** The first money of a payment that was only promised, or that nobody believed in any more. */
        private static String first(Draft draft, PaymentNotice notice) {
            Payment payment = notice.payment();
            Money amount = notice.amount() == null ? payment.requested() : notice.amount();
            Money beyond = amount.minus(payment.capturable());
            if (beyond.isPositive()) {
                draft.apply(new Event.PaymentAuthorized(payment.id(), beyond, notice.reference()));
            }
            draft.apply(new Event.PaymentCaptured(payment.id(), amount));
            return payment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return true;
        }
    }

    /** Books money that the provider took back on the buyer's word. */
    public record ChargeBack() implements Operation {

        @Override
        public String apply(Draft draft, PayloadReader payload) {
            String reference = payload.text("reference");
            if (reference == null) {
                throw Draft.refuse(
                        Codes.BAD_PAYLOAD, "reference is missing: say the provider's name of the chargeback");
            }
            Payment payment = taken(draft.books(), payload.text("payment"));
            Money room = payment.captured().minus(payment.chargedBack());
            Money asked = payload.amount("amount");
            Money amount = asked == null ? room : asked;
            if (!room.isPositive() || amount.compareTo(room) > 0) {
                throw Draft.refuse(
                        Codes.AMOUNT_EXCEEDED,
                        "amount is " + amount + ", and of payment " + payment.id() + " " + room + " can be taken back");
            }
            draft.apply(new Event.PaymentChargedBack(payment.id(), amount, reference));
            dropNeedless(draft, payment.id());
            return payment.id();
        }

        @Override
        public boolean isPossible(Order order) {
            return order.books().payments().stream()
                    .anyMatch(payment -> payment.captured().compareTo(payment.chargedBack()) > 0);
        }

        public static boolean isBooked(Books books, String reference) {
            return books.payments().stream()
                    .flatMap(payment -> payment.chargebacks().stream())
                    .anyMatch(chargeback -> chargeback.reference().equals(reference));
        }

        private static Payment taken(Books books, @Nullable String id) {
            if (id != null) {
                return known(books, id);
            }
            List<Payment> taken = books.payments().stream()
                    .filter(payment -> payment.captured().isPositive())
                    .toList();
            if (taken.size() != 1) {
                throw Draft.refuse(Codes.UNKNOWN_PAYMENT, "say which payment was charged back");
            }
            return taken.get(0);
        }

        /** Gives up refunds that surely were not done yet: what is still owed back is settled anew, so that none goes twice. */
        private static void dropNeedless(Draft draft, String payment) {
            for (OwedEffect effect : draft.flow().effects()) {
                boolean isRefund = Payments.REFUNDING.contains(effect.name()) && payment.equals(effect.subject());
                boolean waits = effect.status() == OwedEffect.Status.OWED
                        && effect.attempts() > 0
                        && effect.due().isAfter(draft.now());
                if (isRefund && waits) {
                    draft.apply(new Event.EffectDropped(effect.id()));
                }
            }
        }
    }

    /** Gives money back out of goodwill. */
    public record Refund() implements Operation {

        @Override
        public @Nullable String apply(Draft draft, PayloadReader payload) {
            Money amount = payload.amount("amount");
            if (amount == null) {
                throw Draft.refuse(Codes.BAD_PAYLOAD, "amount is missing: say how much to give back");
            }
            String from = payload.text("payment");
            Money room = from == null
                    ? Payments.refundable(draft.order())
                    : Payments.refundable(draft.order(), known(draft.books(), from));
            if (amount.compareTo(room) > 0) {
                throw Draft.refuse(
                        Codes.AMOUNT_EXCEEDED, "amount is " + amount + ", and " + room + " can be given back");
            }
            draft.apply(new Event.CreditGranted(amount));
            if (from != null) {
                draft.want(Wanted.money(EffectNames.PAYMENT_REFUND, from, amount));
            }
            return from;
        }

        @Override
        public boolean isPossible(Order order) {
            return Payments.refundable(order).isPositive();
        }
    }

    /** The payment that is named, or the first that has money promised and takes the action; then the first that has. */
    private static Payment promised(Draft draft, String action, @Nullable String id) {
        Order order = draft.order();
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

    private static Payment known(Books books, String id) {
        Payment payment = books.payment(id);
        if (payment == null) {
            throw Draft.refuse(Codes.UNKNOWN_PAYMENT, "there is no payment \"" + id + "\"");
        }
        return payment;
    }

    private static String newId(Books books, @Nullable String asked) {
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
