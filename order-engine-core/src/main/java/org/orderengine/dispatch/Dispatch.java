package org.orderengine.dispatch;

/**
 * The parts of one node that carry commands and due work through.
 *
 * @param dispatcher carries commands through
 * @param dueWork works on orders that fell due
 * @param callsUnderWay the calls to services that have not come back
 */
public record Dispatch(Dispatcher dispatcher, DueWork dueWork, CallsUnderWay callsUnderWay) {

    /** The parts for one node of an engine. */
    public static Dispatch of(OrderSessions sessions, Decisions decisions, HostServices services, NodeSettings node) {
        EngineClock clock = new EngineClock(node.time());
        Performer performer = new Performer(services, node);
        EffectWork effects = new EffectWork(decisions, performer, clock);
        KeptActions kept = new KeptActions(sessions.agenda(), decisions, effects, clock);
        return new Dispatch(
                new Dispatcher(sessions, decisions, effects, kept, clock),
                new DueWork(new DueParts(sessions, decisions, effects, kept), node, clock),
                performer.underWay());
    }
}
