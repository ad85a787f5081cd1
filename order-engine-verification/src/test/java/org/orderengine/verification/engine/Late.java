package org.orderengine.verification.engine;

import org.orderengine.effect.Effect;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.effect.Effect.VoidPayment;
import org.orderengine.effect.EffectResult;
import org.orderengine.spi.payment.PaymentGateway;

/** A provider whose captures take so long that something happens before them, or before their answers come. */
public record Late(PaymentGateway gateway, Runnable before, Runnable after) implements PaymentGateway {

    /** Something happens before a capture. */
    public static Late before(PaymentGateway gateway, Runnable happens) {
        return new Late(gateway, happens, () -> {});
    }

    /** Something happens between a capture and its answer, such as a notification that overtakes it. */
    public static Late after(PaymentGateway gateway, Runnable happens) {
        return new Late(gateway, () -> {}, happens);
    }

    @Override
    public EffectResult authorize(AuthorizePayment request, CallContext call) {
        return gateway.authorize(request, call);
    }

    @Override
    public EffectResult capture(CapturePayment request, CallContext call) {
        before.run();
        EffectResult result = gateway.capture(request, call);
        after.run();
        return result;
    }

    @Override
    public EffectResult voidAuthorization(VoidPayment request, CallContext call) {
        return gateway.voidAuthorization(request, call);
    }

    @Override
    public EffectResult refund(RefundPayment request, CallContext call) {
        return gateway.refund(request, call);
    }

    @Override
    public EffectResult query(Effect.Charge request, CallContext call) {
        return gateway.query(request, call);
    }
}
