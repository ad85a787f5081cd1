package org.orderengine.json;

import static org.orderengine.json.EventCodec.about;
import static org.orderengine.json.EventCodec.event;

import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.event.Event.PaymentAuthorized;
import org.orderengine.event.Event.PaymentCaptured;
import org.orderengine.event.Event.PaymentChargedBack;
import org.orderengine.event.Event.PaymentMoved;
import org.orderengine.event.Event.PaymentRefunded;
import org.orderengine.event.Event.PaymentRequested;
import org.orderengine.event.Event.PaymentReversed;
import org.orderengine.event.Event.PaymentVoided;
import org.orderengine.event.Event.ReturnMoved;
import org.orderengine.event.Event.ReturnReceived;
import org.orderengine.event.Event.ReturnReplaced;
import org.orderengine.event.Event.ReturnRequested;
import org.orderengine.event.Event.ShipmentCreated;
import org.orderengine.event.Event.ShipmentDelivered;
import org.orderengine.event.Event.ShipmentFailed;
import org.orderengine.event.Event.ShipmentLeft;
import org.orderengine.event.Event.ShipmentMoved;
import org.orderengine.model.Account;
import org.orderengine.model.Benefits;
import org.orderengine.model.Books;
import org.orderengine.model.Chargeback;
import org.orderengine.model.Goods;
import org.orderengine.model.IssuedDocument;
import org.orderengine.model.Money;
import org.orderengine.model.Payment;
import org.orderengine.model.ProviderNotice;
import org.orderengine.model.Return;
import org.orderengine.model.ReturnLine;
import org.orderengine.model.Shipment;
import org.orderengine.model.TenderCode;

/**
 * The parts of an order that run a machine of their own: how each is written, where it stands in the document of its
 * order, and the events about it.
 */
@SuppressWarnings("NullAway") // From JDK 22 on it takes the type variables of Shape.of for never null.
final class ChildCodec {

    private static final Words<ProviderNotice.Kind> NOTICES = new Words<>(ProviderNotice.Kind.class);
    private static final Words<Return.Kind> KINDS = new Words<>(Return.Kind.class);
    private static final Words<Shipment.Stage> STAGES = new Words<>(Shipment.Stage.class);

    private static final Shape<Chargeback> CHARGEBACK = Shape.of(
            Field.REFERENCE.text(Chargeback::reference),
            Field.AMOUNT.requiredAmount(Chargeback::amount),
            Chargeback::new);

    private static final Shape<ProviderNotice> NOTICE = Shape.of(
            Field.KIND.word(NOTICES, ProviderNotice.Kind.REFUNDED, ProviderNotice::kind),
            Field.REFERENCE.text(ProviderNotice::reference),
            Field.AMOUNT.requiredAmount(ProviderNotice::amount),
            ProviderNotice::new);

    private static final Shape<Payment> PAYMENT_SHAPE = Shape.of(
            Field.PAYMENT.text(Payment::id),
            Field.METHOD.text(Payment::method),
            Field.STATE.text(Payment::state),
            Field.REQUESTED.requiredAmount(Payment::requested),
            Field.AUTHORIZED.amount(Payment::authorized),
            Part.of(
                    Field.CAPTURED.amount(Payment::captured),
                    Field.VOIDED.amount(Payment::voided),
                    Field.REFUNDED.amount(Payment::refunded),
                    Moved::new),
            Field.REFERENCE.optionalText(Payment::reference),
            Field.NOTIFIED.flag(Payment::isNotified),
            Part.of(
                    Field.CHARGEBACKS.objects(CHARGEBACK, Payment::chargebacks),
                    Field.NOTICES.objects(NOTICE, Payment::notices),
                    Field.CODE.optionalText(ChildCodec::code),
                    Told::new),
            (id, method, state, asked, granted, moved, reference, isNotified, told) -> new Payment(
                    id,
                    method,
                    state,
                    asked,
                    granted,
                    moved.captured,
                    moved.voided,
                    moved.refunded,
                    reference,
                    isNotified,
                    told.chargebacks,
                    told.notices,
                    TenderCode.ofNullable(told.code)));

    static final Codec<Payment> PAYMENT = Codec.of(ChildCodec::writePayment, in -> PAYMENT_SHAPE.read(in));

    static final Shape<Shipment> SHIPMENT = Shape.of(
            Field.SHIPMENT.text(Shipment::id),
            Field.STATE.text(Shipment::state),
            stage(),
            Field.LINES.objects(LineCodec.QUANTITY, Shipment::lines),
            Field.UNHELD.objects(LineCodec.QUANTITY, Shipment::unheld),
            Field.CARRIER.optionalText(Shipment::carrier),
            Field.TRACKING.optionalText(Shipment::tracking),
            Field.DELIVERED_AT.optionalInstant(Shipment::deliveredAt),
            Field.LOCATION.optionalText(Shipment::location),
            (id, state, stage, lines, unheld, carrier, tracking, deliveredAt, location) -> new Shipment(
                    id, state, stageOf(state, stage), lines, unheld, carrier, tracking, deliveredAt, location));

    static final Shape<ReturnLine> RETURN_LINE = Shape.of(
            Field.LINE.text(ReturnLine::line),
            Field.REQUESTED.number(ReturnLine::requested),
            Field.ACCEPTED.number(ReturnLine::accepted),
            Field.DAMAGED.number(ReturnLine::damaged),
            Field.REJECTED.number(ReturnLine::rejected),
            ReturnLine::new);

    private static final Shape<Return.Replacement> REPLACEMENT = Shape.of(
            Field.SKU.text(Return.Replacement::sku),
            Field.QUANTITY.number(Return.Replacement::quantity),
            Field.PRICE.optionalAmount(Return.Replacement::price),
            Field.MEASURE.optionalObject(LineCodec.MEASURE, Return.Replacement::measure),
            Return.Replacement::new);

    static final Shape<Return> RETURN = Shape.of(
            Field.RETURN.text(Return::id),
            Field.KIND.word(KINDS, Return.Kind.RETURN, Return::kind),
            Field.STATE.text(Return::state),
            Field.LINES.objects(RETURN_LINE, Return::lines),
            Field.REPLACEMENT.objects(REPLACEMENT, Return::replacement),
            Field.REFUND.amount(Return::refund),
            Field.REASON.optionalText(Return::reason),
            Field.ENDED.flag(Return::ended),
            Field.REPLACED_BY.texts(Return::replacedBy),
            Return::new);

    static final List<EventCodec<?>> EVENTS = List.of(
            about(PaymentRequested.class, PAYMENT, PaymentRequested::payment, PaymentRequested::new),
            event(
                    PaymentAuthorized.class,
                    Field.PAYMENT.text(PaymentAuthorized::payment),
                    Field.AMOUNT.amount(PaymentAuthorized::amount),
                    Field.REFERENCE.optionalText(PaymentAuthorized::reference),
                    PaymentAuthorized::new),
            money(PaymentCaptured.class, PaymentCaptured::payment, PaymentCaptured::amount, PaymentCaptured::new),
            money(PaymentVoided.class, PaymentVoided::payment, PaymentVoided::amount, PaymentVoided::new),
            event(
                    PaymentRefunded.class,
                    Field.PAYMENT.text(PaymentRefunded::payment),
                    Field.AMOUNT.amount(PaymentRefunded::amount),
                    Field.REFERENCE.optionalText(PaymentRefunded::reference),
                    PaymentRefunded::new),
            event(
                    PaymentReversed.class,
                    Field.PAYMENT.text(PaymentReversed::payment),
                    Field.NOTICE.object(NOTICE, PaymentReversed::notice),
                    PaymentReversed::new),
            event(
                    PaymentChargedBack.class,
                    Field.PAYMENT.text(PaymentChargedBack::payment),
                    Field.AMOUNT.amount(PaymentChargedBack::amount),
                    Field.REFERENCE.text(PaymentChargedBack::reference),
                    PaymentChargedBack::new),
            event(
                    PaymentMoved.class,
                    Field.PAYMENT.text(PaymentMoved::payment),
                    Field.STATE.text(PaymentMoved::state),
                    PaymentMoved::new),
            about(ShipmentCreated.class, SHIPMENT, ShipmentCreated::shipment, ShipmentCreated::new),
            about(ShipmentLeft.class, SHIPMENT, ShipmentLeft::shipment, ShipmentLeft::new),
            event(
                    ShipmentFailed.class,
                    Field.SHIPMENT.text(ShipmentFailed::shipment),
                    Field.LOST.flag(ShipmentFailed::lost),
                    ShipmentFailed::new),
            event(
                    ShipmentDelivered.class,
                    Field.SHIPMENT.text(ShipmentDelivered::shipment),
                    Field.DELIVERED_AT.optionalInstant(ShipmentDelivered::at),
                    ShipmentDelivered::new),
            event(
                    ShipmentMoved.class,
                    Field.SHIPMENT.text(ShipmentMoved::shipment),
                    Field.STATE.text(ShipmentMoved::state),
                    ShipmentMoved::new),
            about(ReturnRequested.class, RETURN, ReturnRequested::requested, ReturnRequested::new),
            event(
                    ReturnReceived.class,
                    Field.RETURN.text(ReturnReceived::returned),
                    Field.LINES.objects(RETURN_LINE, ReturnReceived::lines),
                    Field.REFUND.amount(ReturnReceived::refund),
                    ReturnReceived::new),
            event(
                    ReturnMoved.class,
                    Field.RETURN.text(ReturnMoved::returned),
                    Field.STATE.text(ReturnMoved::state),
                    Field.ENDED.flag(ReturnMoved::ended),
                    ReturnMoved::new),
            event(
                    ReturnReplaced.class,
                    Field.RETURN.text(ReturnReplaced::returned),
                    Field.LINES.texts(ReturnReplaced::lines),
                    ReturnReplaced::new));

    private ChildCodec() {}

    private static void writePayment(FieldWriter out, Payment payment) throws IOException {
        out.text(Field.PAYMENT, payment.id());
        out.text(Field.METHOD, payment.method());
        out.text(Field.STATE, payment.state());
        out.amount(Field.REQUESTED, payment.requested());
        out.amount(Field.AUTHORIZED, payment.authorized());
        out.amount(Field.CAPTURED, payment.captured());
        out.amount(Field.VOIDED, payment.voided());
        out.amount(Field.REFUNDED, payment.refunded());
        out.text(Field.REFERENCE, payment.reference());
        out.flag(Field.NOTIFIED, payment.isNotified());
        out.objects(Field.CHARGEBACKS, payment.chargebacks(), CHARGEBACK);
        out.objects(Field.NOTICES, payment.notices(), NOTICE);
        out.text(Field.CODE, code(payment));
    }

    private static @Nullable String code(Payment payment) {
        return payment.code() == null ? null : payment.code().value();
    }

    /** Writes the children of an order among its other fields. */
    static void write(FieldWriter out, Books books) throws IOException {
        out.objects(Field.PAYMENTS, books.payments(), PAYMENT);
        out.objects(Field.SHIPMENTS, books.shipments(), SHIPMENT);
        out.objects(Field.RETURNS, books.returns(), RETURN);
        out.objects(Field.DOCUMENTS, books.documents(), StatementCodec.DOCUMENT);
    }

    /** What was read of the children of an order so far. */
    static final class Children {
        private List<Payment> payments = List.of();
        private List<Shipment> shipments = List.of();
        private List<Return> returns = List.of();
        private List<IssuedDocument> documents = List.of();

        /** Reads a field that is none of the order's own. */
        void read(FieldReader in, Field field) throws IOException {
            switch (field) {
                case PAYMENTS -> payments = in.objects(PAYMENT);
                case SHIPMENTS -> shipments = in.objects(SHIPMENT);
                case RETURNS -> returns = in.objects(RETURN);
                case DOCUMENTS -> documents = in.objects(StatementCodec.DOCUMENT);
                default -> throw in.unexpected(field);
            }
        }

        Books books(Goods goods, Money credit, Money surcharge, Benefits benefits) {
            return new Books(goods, new Account(credit, surcharge, payments), benefits, shipments, returns, documents);
        }
    }

    /** Most states stand for the stage of their name, and then it is not written. */
    private static Part<Shipment, Shipment.@Nullable Stage> stage() {
        ObjectWriter<Shipment> writer = (out, shipment) ->
                out.word(Field.STAGE, STAGES, shipment.stage(), Shipment.Stage.named(shipment.state()));
        return Field.STAGE.optional(writer, in -> in.word(STAGES));
    }

    private static Shipment.Stage stageOf(String state, Shipment.@Nullable Stage read) {
        Shipment.Stage stage = read == null ? Shipment.Stage.named(state) : read;
        if (stage == null) {
            throw new IllegalArgumentException("\"" + Field.STAGE + "\" is missing");
        }
        return stage;
    }

    /** An event that an amount of a payment moved. */
    private static <E extends Event> EventCodec<E> money(
            Class<E> type, Function<E, String> payment, Function<E, Money> amount, Shape.Make2<String, Money, E> make) {
        return event(type, Field.PAYMENT.text(payment), Field.AMOUNT.amount(amount), make);
    }

    /** What a provider told by itself of a payment, and the code that the buyer gave. */
    private record Told(List<Chargeback> chargebacks, List<ProviderNotice> notices, @Nullable String code) {}

    /** What came of the amount that a payment was authorized for. */
    private record Moved(Money captured, Money voided, Money refunded) {}
}
