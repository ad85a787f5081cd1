package org.orderengine.json;

import org.orderengine.model.Chargeback;
import org.orderengine.model.Payment;

/** Payments. */
final class PaymentCodec {

    private static final Shape<Chargeback> CHARGEBACK = Shape.of(
            Field.REFERENCE.text(Chargeback::reference),
            Field.AMOUNT.requiredAmount(Chargeback::amount),
            Chargeback::new);

    private static final Shape<Payment> PAYMENT_SHAPE = Shape.of(
            Field.PAYMENT.text(Payment::id),
            Field.METHOD.text(Payment::method),
            Field.STATE.text(Payment::state),
            Field.REQUESTED.requiredAmount(Payment::requested),
            Field.AUTHORIZED.amount(Payment::authorized),
            Field.CAPTURED.amount(Payment::captured),
            Field.VOIDED.amount(Payment::voided),
            Field.REFUNDED.amount(Payment::refunded),
            Field.REFERENCE.optionalText(Payment::reference),
            Field.NOTIFIED.flag(Payment::isNotified),
            Field.CHARGEBACKS.objects(CHARGEBACK, Payment::chargebacks),
            Payment::new);

    static final Codec<Payment> PAYMENT =
            Codec.of((out, payment) -> PAYMENT_SHAPE.write(out, payment), in -> PAYMENT_SHAPE.read(in));

    private PaymentCodec() {}
}
