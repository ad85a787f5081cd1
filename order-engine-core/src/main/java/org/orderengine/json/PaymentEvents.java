package org.orderengine.json;

import static org.orderengine.json.EventCodec.event;

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
            event(
                    "payment-requested",
                    PaymentRequested.class,
                    PaymentCodec.PAYMENT,
                    PaymentRequested::payment,
                    PaymentRequested::new),
            event(
                    "payment-authorized",
                    PaymentAuthorized.class,
                    Shape.of(
                            Field.PAYMENT.text(PaymentAuthorized::payment),
                            Field.AMOUNT.amount(PaymentAuthorized::amount),
                            Field.REFERENCE.optionalText(PaymentAuthorized::reference),
                            PaymentAuthorized::new)),
            event(
                    "payment-captured",
                    PaymentCaptured.class,
                    Shape.of(
                            Field.PAYMENT.text(PaymentCaptured::payment),
                            Field.AMOUNT.amount(PaymentCaptured::amount),
                            PaymentCaptured::new)),
            event(
                    "payment-voided",
                    PaymentVoided.class,
                    Shape.of(
                            Field.PAYMENT.text(PaymentVoided::payment),
                            Field.AMOUNT.amount(PaymentVoided::amount),
                            PaymentVoided::new)),
            event(
                    "payment-refunded",
                    PaymentRefunded.class,
                    Shape.of(
                            Field.PAYMENT.text(PaymentRefunded::payment),
                            Field.AMOUNT.amount(PaymentRefunded::amount),
                            PaymentRefunded::new)),
            event(
                    "payment-charged-back",
                    PaymentChargedBack.class,
                    Shape.of(
                            Field.PAYMENT.text(PaymentChargedBack::payment),
                            Field.AMOUNT.amount(PaymentChargedBack::amount),
                            Field.REFERENCE.text(PaymentChargedBack::reference),
                            PaymentChargedBack::new)),
            event(
                    "payment-moved",
                    PaymentMoved.class,
                    Shape.of(
                            Field.PAYMENT.text(PaymentMoved::payment),
                            Field.STATE.text(PaymentMoved::state),
                            PaymentMoved::new)));

    private PaymentEvents() {}
}
