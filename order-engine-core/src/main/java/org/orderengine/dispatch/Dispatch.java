package org.orderengine.dispatch;

import java.time.Duration;
import java.time.InstantSource;
import org.orderengine.decision.flow.Decider;
import org.orderengine.policy.CircuitPolicy;
import org.orderengine.spi.store.OrderStore;

/**
 * The parts that carry commands and due work through, put together.
 *
 * @param dispatcher carries commands through
 * @param dueWork works on orders that fell due
 * @param callsUnderWay the calls to services that have not come back
 */
public record Dispatch(Dispatcher dispatcher, DueWork dueWork, CallsUnderWay callsUnderWay) {

    /**
     * The parts for an engine.
     *
     * @param deferred tries the action that an order kept first; refuses where a service that it needs does not answer now
     */
    public static Dispatch of(
            OrderStore store,
            Decider decider,
            Processes processes,
            Deciding deferred,
            HostServices services,
            InstantSource time,
            String node,
            Duration callTimeout,
            CircuitPolicy circuits,
            Duration leaseFor) {
        Performer performer = new Performer(services, callTimeout, circuits, time);
        Dispatcher dispatcher = new Dispatcher(store, decider, processes, deferred, performer, time);
        return new Dispatch(dispatcher, new DueWork(dispatcher, node, leaseFor), performer.underWay());
    }
}
