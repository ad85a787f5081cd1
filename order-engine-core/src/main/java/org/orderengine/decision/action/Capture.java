package org.orderengine.decision.action;

import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.ActionDescription.Bearing;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.PayloadKey;

/** Money that was authorized is captured, all of it or a part. */
final class Capture implements BuiltInAction {

    private static final String NAME = "capture";
    private static final PayloadKey AMOUNT =
            PayloadKey.amount("amount", "how much of it").orElse("all that is authorized");
    /** Accepted and ignored, since callers may send it with every payment action. */
    static final PayloadKey METHOD = PayloadKey.text("method", "ignored: the payment keeps its method");

    private final ActionDescription description = ActionDescription.of(
                    NAME, "what was authorized is captured", PaymentChoice.PROMISED, METHOD, AMOUNT)
            .about(ChildKind.PAYMENT)
            .bearing(Bearing.TAKES_MONEY);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Payment payment = PaymentChoice.promised(draft, NAME, payload);
        Money amount = PaymentChoice.ofPromised(draft, payment, payload.amount(AMOUNT), "capture");
        Children.permit(draft, ChildKind.PAYMENT, payment.id(), NAME);
        draft.want(EffectKind.PAYMENT_CAPTURE.money(payment.id(), amount));
        return payment.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return PaymentChoice.isAnyPromised(order);
    }
}
