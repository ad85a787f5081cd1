package org.orderengine.decision.action;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.decision.draft.Payments;
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
            PayloadKey.amount("amount", "how much of it").orElse("what is authorized and still owed");
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
        Money amount = amount(draft, payment, payload.amount(AMOUNT));
        Children.permit(draft, ChildKind.PAYMENT, payment.id(), NAME);
        draft.want(EffectKind.PAYMENT_CAPTURE.money(payment.id(), amount));
        return payment.id();
    }

    private static Money amount(Draft draft, Payment payment, @Nullable Money asked) {
        if (asked != null) {
            return PaymentChoice.ofPromised(draft, payment, asked, "capture");
        }
        Money owed = Payments.uncaptured(draft.order());
        if (!owed.isPositive()) {
            throw Draft.refuse(
                    Codes.NOTHING_OUTSTANDING,
                    "Order " + draft.order().id() + " owes nothing that is not being captured; say an amount to capture"
                            + " of payment " + payment.id() + " all the same");
        }
        return PaymentChoice.ofPromised(draft, payment, null, "capture").min(owed);
    }

    @Override
    public boolean isPossible(Order order) {
        return PaymentChoice.isAnyPromised(order);
    }
}
