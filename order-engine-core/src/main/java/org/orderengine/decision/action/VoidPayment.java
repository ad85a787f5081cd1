package org.orderengine.decision.action;

import org.orderengine.decision.child.Children;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.ChildKind;
import org.orderengine.model.Money;
import org.orderengine.model.Order;
import org.orderengine.model.Payment;
import org.orderengine.process.vocabulary.ActionDescription;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.process.vocabulary.PayloadKey;

/** Money that was authorized is voided, all of it or a part. */
final class VoidPayment implements BuiltInAction {

    private static final String NAME = "void";
    private static final PayloadKey AMOUNT =
            PayloadKey.amount("amount", "how much of it").orElse("all that is authorized");

    private final ActionDescription description = ActionDescription.of(
                    NAME, "what was authorized is voided", PaymentChoice.PROMISED, Capture.METHOD, AMOUNT)
            .about(ChildKind.PAYMENT);

    @Override
    public ActionDescription description() {
        return description;
    }

    @Override
    public String apply(Draft draft, PayloadReader payload) {
        Payment payment = PaymentChoice.promised(draft, NAME, payload);
        Money amount = PaymentChoice.ofPromised(draft, payment, payload.amount(AMOUNT), "void");
        Children.permit(draft, ChildKind.PAYMENT, payment.id(), NAME);
        draft.want(EffectKind.PAYMENT_VOID.money(payment.id(), amount));
        return payment.id();
    }

    @Override
    public boolean isPossible(Order order) {
        return PaymentChoice.isAnyPromised(order);
    }
}
