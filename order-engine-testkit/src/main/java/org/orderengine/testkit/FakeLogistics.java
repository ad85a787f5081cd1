package org.orderengine.testkit;

import java.util.List;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.Effect.CancelDispatch;
import org.orderengine.effect.Effect.DispatchShipment;
import org.orderengine.effect.EffectResult;
import org.orderengine.effect.EffectResult.Declined;
import org.orderengine.spi.logistics.LogisticsService;

/** A carrier that fetches every parcel, unless it is told otherwise. For any number of threads. */
public final class FakeLogistics implements LogisticsService {

    /** What answers can be scripted for. */
    public enum Operation {
        /** {@link LogisticsService#dispatch}. */
        DISPATCH,
        /** {@link LogisticsService#cancel}. */
        CANCEL,
        /** {@link LogisticsService#query}. */
        QUERY
    }

    private static final Declined REFUSAL =
            new Declined("carrier-declined", "The carrier does not fetch the parcel (scripted)");

    private final Script<Operation, Answer> script = new Script<>();
    private final Intents intents = new Intents();

    /** Answers the next calls like this, one by one, and then approves again. */
    public synchronized FakeLogistics answer(Operation operation, Answer... answers) {
        script.add(operation, List.of(answers));
        return this;
    }

    @Override
    public synchronized EffectResult dispatch(DispatchShipment request, CallContext call) {
        return intents.call(request, call, () -> script.next(Operation.DISPATCH), REFUSAL, EffectResult::done);
    }

    @Override
    public synchronized EffectResult cancel(CancelDispatch request, CallContext call) {
        return intents.call(request, call, () -> script.next(Operation.CANCEL), REFUSAL, EffectResult::done);
    }

    @Override
    public synchronized EffectResult query(Effect.Parcel request, CallContext call) {
        return intents.query(call, script.next(Operation.QUERY));
    }

    /** All calls so far, in order. */
    public synchronized List<ServiceCall> calls() {
        return intents.calls();
    }
}
