package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Chargeback;
import org.orderengine.model.IssuedDocument;
import org.orderengine.model.Money;
import org.orderengine.model.Payment;
import org.orderengine.model.ProviderNotice;

/** What each event of the money enters into the books. */
final class MoneyFolds {

    static final Folds<Books, Event.OfMoney> FOLDS = new Folds<Books, Event.OfMoney>()
            .on(
                    Event.CreditGranted.class,
                    (books, granted) -> books.withCredit(books.credit().plus(granted.amount())))
            .on(Event.FeeCharged.class, (books, charged) -> costs(books, charged.amount()))
            .on(Event.DepositKept.class, (books, kept) -> costs(books, kept.amount()))
            .on(
                    Event.PaymentRequested.class,
                    (books, requested) -> books.withPayments(Folds.with(books.payments(), requested.payment())))
            .on(
                    Event.PaymentAuthorized.class,
                    (books, event) -> books.withPayment(
                            event.payment(), payment -> payment.authorize(event.amount(), event.reference())
                                    .in(PaymentStates.AUTHORIZED)))
            .on(
                    Event.PaymentCaptured.class,
                    (books, event) -> books.withPayment(event.payment(), payment -> payment.capture(event.amount())
                            .in(PaymentStates.CAPTURED)))
            .on(
                    Event.PaymentVoided.class,
                    (books, event) -> books.withPayment(
                            event.payment(), payment -> PaymentStates.afterVoid(payment.letGo(event.amount()))))
            .on(
                    Event.PaymentRefunded.class,
                    (books, event) -> books.withPayment(
                            event.payment(), payment -> PaymentStates.afterRefund(refunded(payment, event))))
            .on(
                    Event.PaymentReversed.class,
                    (books, event) -> books.withPayment(
                            event.payment(), payment -> PaymentStates.afterReversal(payment.told(event.notice()))))
            .on(
                    Event.PaymentChargedBack.class,
                    (books, event) -> books.withPayment(event.payment(), chargedBack(event)))
            .on(
                    Event.DocumentDrawn.class,
                    (books, drawn) -> books.withDocuments(Folds.with(books.documents(), drawn.document())))
            .on(Event.DocumentIssued.class, MoneyFolds::issued)
            .on(Event.DocumentDropped.class, MoneyFolds::dropped)
            .on(
                    Event.PaymentMoved.class,
                    (books, moved) -> books.withPayment(moved.payment(), payment -> payment.in(moved.state())));

    private MoneyFolds() {}

    private static Books issued(Books books, Event.DocumentIssued event) {
        List<IssuedDocument> documents = new ArrayList<>(books.documents());
        documents.replaceAll(
                document -> document.id().equals(event.document()) ? document.numbered(event.number()) : document);
        return books.withDocuments(documents);
    }

    private static Books dropped(Books books, Event.DocumentDropped event) {
        return books.withDocuments(books.documents().stream()
                .filter(document -> !document.id().equals(event.document()))
                .toList());
    }

    private static Payment refunded(Payment payment, Event.PaymentRefunded event) {
        Payment after = payment.refund(event.amount());
        return event.reference() == null
                ? after
                : after.told(new ProviderNotice(ProviderNotice.Kind.REFUNDED, event.reference(), event.amount()));
    }

    private static Books costs(Books books, Money more) {
        return books.withSurcharge(books.surcharge().plus(more));
    }

    private static UnaryOperator<Payment> chargedBack(Event.PaymentChargedBack event) {
        Chargeback chargeback = new Chargeback(event.reference(), event.amount());
        return payment -> payment.chargeBack(chargeback).in(PaymentStates.CHARGED_BACK);
    }
}
