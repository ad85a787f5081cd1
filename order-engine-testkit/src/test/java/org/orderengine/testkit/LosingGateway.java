package org.orderengine.testkit;

import java.util.concurrent.atomic.AtomicBoolean;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.Charge;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.effect.Effect.VoidPayment;
import org.orderengine.effect.EffectResult;
import org.orderengine.spi.payment.PaymentGateway;

/**
 * A gateway whose answers get lost on the way.
 *
 * @param gateway does what is asked
 * @param loses whether the next answer is lost
 */
public record LosingGateway(PaymentGateway gateway, AtomicBoolean loses) implements PaymentGateway {

    @Override
    public EffectResult authorize(AuthorizePayment request, CallContext call) {
        return arrived(gateway.authorize(request, call));
    }

    @Override
    public EffectResult capture(CapturePayment request, CallContext call) {
        return arrived(gateway.capture(request, call));
    }

    @Override
    public EffectResult voidAuthorization(VoidPayment request, CallContext call) {
        return arrived(gateway.voidAuthorization(request, call));
    }

    @Override
    public EffectResult refund(RefundPayment request, CallContext call) {
        return arrived(gateway.refund(request, call));
    }

    @Override
    public EffectResult query(Charge request, CallContext call) {
        return gateway.query(request, call);
    }

    private EffectResult arrived(EffectResult answer) {
        return loses.getAndSet(false) ? EffectResult.unknown("the answer was lost on the way") : answer;
    }
}
