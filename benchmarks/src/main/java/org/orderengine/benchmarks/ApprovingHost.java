package org.orderengine.benchmarks;

import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.spi.inventory.InventoryService;
import org.orderengine.spi.payment.PaymentGateway;

/** A host whose stock never ends and whose providers take every payment at once: what is measured is the engine. */
final class ApprovingHost implements InventoryService, PaymentGateway {

    @Override
    public EffectResult reserve(Effect.ReserveStock request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public EffectResult release(Effect.ReleaseStock request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public EffectResult consume(Effect.ConsumeStock request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public EffectResult restock(Effect.RestockGoods request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public EffectResult authorize(Effect.AuthorizePayment request, CallContext call) {
        return EffectResult.done(call.idempotencyKey());
    }

    @Override
    public EffectResult capture(Effect.CapturePayment request, CallContext call) {
        return EffectResult.done(call.idempotencyKey());
    }

    @Override
    public EffectResult voidAuthorization(Effect.VoidPayment request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public EffectResult refund(Effect.RefundPayment request, CallContext call) {
        return EffectResult.done();
    }

    @Override
    public EffectResult query(Effect.Charge request, CallContext call) {
        return EffectResult.done();
    }
}
