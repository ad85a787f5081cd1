package org.orderengine.json;

import java.io.IOException;
import java.util.List;
import org.orderengine.model.Chargeback;
import org.orderengine.model.Money;
import org.orderengine.model.Payment;

/** Payments. */
final class PaymentCodec {

    private PaymentCodec() {}

    static void write(FieldWriter out, Payment payment) throws IOException {
        out.text(Field.PAYMENT, payment.id());
        out.text(Field.METHOD, payment.method());
        out.text(Field.STATE, payment.state());
        out.amount(Field.REQUESTED, payment.requested());
        out.amount(Field.AUTHORIZED, payment.authorized());
        out.amount(Field.CAPTURED, payment.captured());
        out.amount(Field.VOIDED, payment.voided());
        out.amount(Field.REFUNDED, payment.refunded());
        out.text(Field.REFERENCE, payment.reference());
        out.objects(Field.CHARGEBACKS, payment.chargebacks(), PaymentCodec::writeChargeback);
    }

    static Payment read(FieldReader in) throws IOException {
        String id = null;
        String method = null;
        String state = null;
        Money requested = null;
        Money authorized = null;
        Money captured = null;
        Money voided = null;
        Money refunded = null;
        String reference = null;
        List<Chargeback> chargebacks = List.of();
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case PAYMENT -> id = in.text();
                case METHOD -> method = in.text();
                case STATE -> state = in.text();
                case REQUESTED -> requested = in.amount();
                case AUTHORIZED -> authorized = in.amount();
                case CAPTURED -> captured = in.amount();
                case VOIDED -> voided = in.amount();
                case REFUNDED -> refunded = in.amount();
                case REFERENCE -> reference = in.text();
                case CHARGEBACKS -> chargebacks = in.objects(PaymentCodec::readChargeback);
                default -> throw in.unexpected(field);
            }
        }
        return new Payment(
                in.required(id, Field.PAYMENT),
                in.required(method, Field.METHOD),
                in.required(state, Field.STATE),
                in.required(requested, Field.REQUESTED),
                in.orZero(authorized),
                in.orZero(captured),
                in.orZero(voided),
                in.orZero(refunded),
                reference,
                chargebacks);
    }

    static void writeChargeback(FieldWriter out, Chargeback chargeback) throws IOException {
        out.text(Field.REFERENCE, chargeback.reference());
        out.amount(Field.AMOUNT, chargeback.amount());
    }

    private static Chargeback readChargeback(FieldReader in) throws IOException {
        String reference = null;
        Money amount = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case REFERENCE -> reference = in.text();
                case AMOUNT -> amount = in.amount();
                default -> throw in.unexpected(field);
            }
        }
        return new Chargeback(in.required(reference, Field.REFERENCE), in.required(amount, Field.AMOUNT));
    }
}
