package org.orderengine.dispatch;

/**
 * The parts of one node that carry commands and due work through.
 *
 * @param dispatcher carries commands through
 * @param dueWork works on orders that fell due
 * @param calls how the host is called
 * @param freed what this node has put back on sale
 */
public record Dispatch(Dispatcher dispatcher, DueWork dueWork, HostCalls calls, FreedGoods freed) {

    /** The parts for one node of an engine. */
    public static Dispatch of(
            OrderSessions sessions,
            Decisions decisions,
            HostServices services,
            HostCalls calls,
            NodeSettings node,
            Upkeep upkeep) {
        EngineClock clock = new EngineClock(node.time());
        Performer performer = new Performer(services, calls, node.time());
        EffectWork effects = new EffectWork(decisions, performer, clock);
        KeptActions kept = new KeptActions(sessions.agenda(), decisions, effects, clock, calls.listeners());
        return new Dispatch(
                new Dispatcher(sessions, decisions, effects, kept, calls, clock),
                new DueWork(new DueParts(sessions, decisions, effects, kept, upkeep), node, calls, clock),
                calls,
                sessions.freed());
    }
}
