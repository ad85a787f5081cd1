package org.orderengine.json;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event.PaymentAuthorized;
import org.orderengine.event.Event.PaymentCaptured;
import org.orderengine.event.Event.PaymentChargedBack;
import org.orderengine.event.Event.PaymentMoved;
import org.orderengine.event.Event.PaymentRefunded;
import org.orderengine.event.Event.PaymentRequested;
import org.orderengine.event.Event.PaymentVoided;
import org.orderengine.model.Money;

/** Events about payments. */
final class PaymentEvents {

    static final List<EventCodec<?>> ALL = List.of(
            EventShapes.whole(
                    "payment-requested",
                    PaymentRequested.class,
                    PaymentRequested::payment,
                    PaymentCodec::write,
                    PaymentCodec::read,
                    PaymentRequested::new),
            new EventCodec<>(
                    "payment-authorized",
                    PaymentAuthorized.class,
                    PaymentEvents::writeAuthorized,
                    PaymentEvents::readAuthorized),
            EventShapes.amount(
                    "payment-captured",
                    PaymentCaptured.class,
                    PaymentCaptured::payment,
                    PaymentCaptured::amount,
                    PaymentCaptured::new),
            EventShapes.amount(
                    "payment-voided",
                    PaymentVoided.class,
                    PaymentVoided::payment,
                    PaymentVoided::amount,
                    PaymentVoided::new),
            EventShapes.amount(
                    "payment-refunded",
                    PaymentRefunded.class,
                    PaymentRefunded::payment,
                    PaymentRefunded::amount,
                    PaymentRefunded::new),
            new EventCodec<>(
                    "payment-charged-back",
                    PaymentChargedBack.class,
                    PaymentEvents::writeChargedBack,
                    PaymentEvents::readChargedBack),
            EventShapes.moved(
                    "payment-moved",
                    PaymentMoved.class,
                    Field.PAYMENT,
                    PaymentMoved::payment,
                    PaymentMoved::state,
                    PaymentMoved::new));

    private PaymentEvents() {}

    private static void writeChargedBack(FieldWriter out, PaymentChargedBack event) throws IOException {
        Moved.write(out, event.payment(), event.amount(), event.reference());
    }

    private static PaymentChargedBack readChargedBack(FieldReader in) throws IOException {
        Moved moved = Moved.read(in);
        return new PaymentChargedBack(moved.payment, moved.amount, in.required(moved.reference, Field.REFERENCE));
    }

    private static void writeAuthorized(FieldWriter out, PaymentAuthorized event) throws IOException {
        Moved.write(out, event.payment(), event.amount(), event.reference());
    }

    private static PaymentAuthorized readAuthorized(FieldReader in) throws IOException {
        Moved moved = Moved.read(in);
        return new PaymentAuthorized(moved.payment, moved.amount, moved.reference);
    }

    /** An amount of a payment, and what the provider calls it. */
    private record Moved(String payment, Money amount, @Nullable String reference) {

        static void write(FieldWriter out, String payment, Money amount, @Nullable String reference)
                throws IOException {
            out.text(Field.PAYMENT, payment);
            out.amount(Field.AMOUNT, amount);
            out.text(Field.REFERENCE, reference);
        }

        static Moved read(FieldReader in) throws IOException {
            String payment = null;
            Money amount = null;
            String reference = null;
            for (Field field = in.next(); field != null; field = in.next()) {
                switch (field) {
                    case PAYMENT -> payment = in.text();
                    case AMOUNT -> amount = in.amount();
                    case REFERENCE -> reference = in.text();
                    default -> throw in.unexpected(field);
                }
            }
            return new Moved(in.required(payment, Field.PAYMENT), in.orZero(amount), reference);
        }
    }
}
