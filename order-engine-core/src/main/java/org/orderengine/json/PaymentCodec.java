package org.orderengine.json;

import static org.orderengine.json.Part.amount;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.optionalText;
import static org.orderengine.json.Part.requiredAmount;
import static org.orderengine.json.Part.text;

import org.orderengine.model.Chargeback;
import org.orderengine.model.Payment;

/** Payments. */
final class PaymentCodec {

    private static final Shape<Chargeback> CHARGEBACK = Shape.of(
            text(Field.REFERENCE, Chargeback::reference),
            requiredAmount(Field.AMOUNT, Chargeback::amount),
            Chargeback::new);

    private static final Shape<Payment> PAYMENT_SHAPE = Shape.of(
            text(Field.PAYMENT, Payment::id),
            text(Field.METHOD, Payment::method),
            text(Field.STATE, Payment::state),
            requiredAmount(Field.REQUESTED, Payment::requested),
            amount(Field.AUTHORIZED, Payment::authorized),
            amount(Field.CAPTURED, Payment::captured),
            amount(Field.VOIDED, Payment::voided),
            amount(Field.REFUNDED, Payment::refunded),
            optionalText(Field.REFERENCE, Payment::reference),
            objects(Field.CHARGEBACKS, CHARGEBACK, Payment::chargebacks),
            Payment::new);

    static final Codec<Payment> PAYMENT =
            Codec.of((out, payment) -> PAYMENT_SHAPE.write(out, payment), in -> PAYMENT_SHAPE.read(in));

    private PaymentCodec() {}
}
