package org.orderengine.json;

import static org.orderengine.json.Part.amount;
import static org.orderengine.json.Part.optionalText;
import static org.orderengine.json.Part.text;

import java.util.List;
import org.orderengine.event.Event.PaymentAuthorized;
import org.orderengine.event.Event.PaymentCaptured;
import org.orderengine.event.Event.PaymentChargedBack;
import org.orderengine.event.Event.PaymentMoved;
import org.orderengine.event.Event.PaymentRefunded;
import org.orderengine.event.Event.PaymentRequested;
import org.orderengine.event.Event.PaymentVoided;

/** Events about payments. */
final class PaymentEvents {

    static final List<EventCodec<?>> ALL = List.of(
            new EventCodec<>(
                    "payment-requested",
                    PaymentRequested.class,
                    PaymentCodec.PAYMENT.as(PaymentRequested::payment, PaymentRequested::new)),
            new EventCodec<>(
                    "payment-authorized",
                    PaymentAuthorized.class,
                    Shape.of(
                            text(Field.PAYMENT, PaymentAuthorized::payment),
                            amount(Field.AMOUNT, PaymentAuthorized::amount),
                            optionalText(Field.REFERENCE, PaymentAuthorized::reference),
                            PaymentAuthorized::new)),
            new EventCodec<>(
                    "payment-captured",
                    PaymentCaptured.class,
                    Shape.of(
                            text(Field.PAYMENT, PaymentCaptured::payment),
                            amount(Field.AMOUNT, PaymentCaptured::amount),
                            PaymentCaptured::new)),
            new EventCodec<>(
                    "payment-voided",
                    PaymentVoided.class,
                    Shape.of(
                            text(Field.PAYMENT, PaymentVoided::payment),
                            amount(Field.AMOUNT, PaymentVoided::amount),
                            PaymentVoided::new)),
            new EventCodec<>(
                    "payment-refunded",
                    PaymentRefunded.class,
                    Shape.of(
                            text(Field.PAYMENT, PaymentRefunded::payment),
                            amount(Field.AMOUNT, PaymentRefunded::amount),
                            PaymentRefunded::new)),
            new EventCodec<>(
                    "payment-charged-back",
                    PaymentChargedBack.class,
                    Shape.of(
                            text(Field.PAYMENT, PaymentChargedBack::payment),
                            amount(Field.AMOUNT, PaymentChargedBack::amount),
                            text(Field.REFERENCE, PaymentChargedBack::reference),
                            PaymentChargedBack::new)),
            new EventCodec<>(
                    "payment-moved",
                    PaymentMoved.class,
                    Shape.of(
                            text(Field.PAYMENT, PaymentMoved::payment),
                            text(Field.STATE, PaymentMoved::state),
                            PaymentMoved::new)));

    private PaymentEvents() {}
}
