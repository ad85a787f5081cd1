package org.orderengine.verification.edges;

import java.util.function.Supplier;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.effect.Effect.VoidPayment;
import org.orderengine.effect.EffectResult;
import org.orderengine.spi.payment.PaymentGateway;

/**
 * A payment gateway with something around every call of another one.
 *
 * @param gateway the other one
 * @param around what is around its calls
 */
record AroundGateway(PaymentGateway gateway, Around around) implements PaymentGateway {

    /** What is done instead of a call, which it may make. */
    interface Around {
        EffectResult call(String operation, CallContext call, Supplier<EffectResult> gateway);
    }

    @Override
    public EffectResult authorize(AuthorizePayment payment, CallContext call) {
        return around.call("authorize", call, () -> gateway.authorize(payment, call));
    }

    @Override
    public EffectResult capture(CapturePayment payment, CallContext call) {
        return around.call("capture", call, () -> gateway.capture(payment, call));
    }

    @Override
    public EffectResult voidAuthorization(VoidPayment payment, CallContext call) {
        return around.call("void", call, () -> gateway.voidAuthorization(payment, call));
    }

    @Override
    public EffectResult refund(RefundPayment payment, CallContext call) {
        return around.call("refund", call, () -> gateway.refund(payment, call));
    }

    @Override
    public EffectResult query(Effect.Charge request, CallContext call) {
        return around.call("query", call, () -> gateway.query(request, call));
    }
}
