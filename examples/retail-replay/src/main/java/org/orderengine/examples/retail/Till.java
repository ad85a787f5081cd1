package org.orderengine.examples.retail;

import java.util.HashMap;
import java.util.Map;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.Effect.AuthorizePayment;
import org.orderengine.effect.Effect.CapturePayment;
import org.orderengine.effect.Effect.RefundPayment;
import org.orderengine.effect.Effect.VoidPayment;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Money;
import org.orderengine.spi.payment.PaymentGateway;

/**
 * A till that takes every payment and keeps its own account of them by idempotency key, so that the engine's books can be
 * compared with it.
 */
final class Till implements PaymentGateway {

    private final Map<String, Money> taken = new HashMap<>();
    private final Map<String, Money> givenBack = new HashMap<>();

    @Override
    public EffectResult authorize(AuthorizePayment request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public synchronized EffectResult capture(CapturePayment request, CallContext call) {
        taken.put(call.idempotencyKey(), request.amount());
        return EffectResult.done();
    }

    @Override
    public EffectResult voidAuthorization(VoidPayment request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public synchronized EffectResult refund(RefundPayment request, CallContext call) {
        givenBack.put(call.idempotencyKey(), request.amount());
        return EffectResult.done();
    }

    @Override
    public EffectResult query(Effect.Charge request, CallContext call) {
        return EffectResult.done();
    }

    synchronized Money taken() {
        return sum(taken);
    }

    synchronized Money givenBack() {
        return sum(givenBack);
    }

    private static Money sum(Map<String, Money> amounts) {
        return amounts.values().stream().reduce(Money.zero(RowReader.POUNDS), Money::plus);
    }
}
