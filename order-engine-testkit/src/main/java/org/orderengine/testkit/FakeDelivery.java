package org.orderengine.testkit;

import java.util.List;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect.DeliverGoods;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.spi.logistics.DeliveryService;

/** A service that hands over all goods, unless it is told otherwise. For any number of threads. */
public final class FakeDelivery implements DeliveryService {

    /** What answers can be scripted for. */
    public enum Operation {
        /** {@link DeliveryService#deliver}. */
        DELIVER,
        /** {@link DeliveryService#query}. */
        QUERY
    }

    private static final Declined REFUSAL =
            new Declined("delivery-declined", "The goods are not handed over (scripted)");

    private final Script<Operation, Answer> script = new Script<>();
    private final Intents intents = new Intents();

    /** Answers the next calls like this, one by one, and then approves again. */
    public synchronized FakeDelivery answer(Operation operation, Answer... answers) {
        script.add(operation, List.of(answers));
        return this;
    }

    @Override
    public synchronized EffectResult deliver(DeliverGoods request, CallContext call) {
        return intents.call(request, call, () -> script.next(Operation.DELIVER), REFUSAL, EffectResult::done);
    }

    @Override
    public synchronized EffectResult query(DeliverGoods request, CallContext call) {
        return intents.query(call, script.next(Operation.QUERY));
    }

    /** All calls so far, in order. */
    public synchronized List<ServiceCall> calls() {
        return intents.calls();
    }
}
