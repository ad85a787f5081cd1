package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.orderengine.event.Event;
import org.orderengine.model.EffectId;
import org.orderengine.model.Flow;
import org.orderengine.model.FrozenTimer;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Run;
import org.orderengine.model.Timer;
import org.orderengine.model.TimerKey;

/** What each event of the flow makes of it. */
final class FlowFolds {

    static final Folds<Flow, Event.OfFlow> FOLDS = new Folds<Flow, Event.OfFlow>()
            .on(Event.ActionTaken.class, (flow, cause) -> happened(flow))
            .on(Event.EffectsAnswered.class, (flow, cause) -> happened(flow))
            .on(Event.EffectResolved.class, (flow, cause) -> happened(flow))
            .on(Event.TimerFired.class, (flow, fired) -> happened(flow).withTimers(withoutTimer(flow, fired.timer())))
            .on(
                    Event.ActionDeferred.class,
                    (flow, kept) -> flow.withDeferred(Folds.with(flow.deferred(), kept.deferred())))
            .on(Event.DeferredActionTaken.class, (flow, taken) -> withoutDeferred(flow, taken.deferred()))
            .on(Event.DeferredActionRefused.class, (flow, refused) -> withoutDeferred(flow, refused.deferred()))
            .on(Event.PositionChanged.class, (flow, changed) -> flow.withPosition(changed.position()))
            .on(Event.TimerStarted.class, (flow, started) -> started(flow, started.timer()))
            .on(Event.TimerStopped.class, (flow, stopped) -> stopped(flow, stopped.timer()))
            .on(Event.TimerMoved.class, (flow, moved) -> flow.withTimers(moved(flow.timers(), moved)))
            .on(Event.TimerFrozen.class, (flow, frozen) -> frozen(flow, frozen.timer()))
            .on(Event.RunChanged.class, (flow, changed) -> withRun(flow, changed.run()))
            .on(Event.RunEnded.class, (flow, ended) -> flow.withRuns(withoutRun(flow, ended.state())))
            .on(Event.EffectOwed.class, (flow, owed) -> flow.withEffects(Folds.with(flow.effects(), owed.effect())))
            .on(Event.EffectDone.class, (flow, done) -> effectDone(flow, done.effect()))
            .on(Event.EffectDeclined.class, (flow, declined) -> settled(flow, declined.effect()))
            .on(Event.EffectDropped.class, (flow, dropped) -> settled(flow, dropped.effect()))
            .on(Event.EffectAllotted.class, FlowFolds::allotted)
            .on(Event.EffectPostponed.class, FlowFolds::postponed)
            .on(Event.OrderLapsed.class, (flow, lapsed) -> flow.withLapse(lapsed.lapse()))
            .on(Event.WorkStuck.class, (flow, stuck) -> flow.withStuck(stuck.stuck()))
            .on(Event.ErasureAsked.class, (flow, asked) -> flow.withErasure(asked.by()))
            .on(Event.ChangeBegun.class, (flow, begun) -> flow.withChange(begun.change()))
            .on(Event.ChangeProposed.class, (flow, proposed) -> flow.withProposal(proposed.proposed()))
            .on(Event.ProposalEnded.class, (flow, ended) -> flow.withProposal(null));

    private FlowFolds() {}

    /**
     * The cause of a commit folds to nothing by itself, beyond that the order's work is not stuck any more: what came of it, other
     * events tell.
     */
    private static Flow happened(Flow flow) {
        return flow.unstuck();
    }

    private static Flow effectDone(Flow flow, EffectId id) {
        OwedEffect effect = flow.effect(id);
        Flow settled = settled(flow, id);
        Run run = effect == null || effect.run() == null ? null : flow.run(effect.run());
        return effect == null || run == null || run.ending() != Run.Ending.DONE
                ? settled
                : withRun(settled, run.afterDone(effect));
    }

    private static Flow settled(Flow flow, EffectId id) {
        Flow settled = flow.withEffects(
                Folds.without(flow.effects(), effect -> effect.id().equals(id)));
        PendingChange change = flow.change();
        return change == null || !change.effect().equals(id) ? settled : settled.withChange(null);
    }

    private static Flow postponed(Flow flow, Event.EffectPostponed event) {
        return withEffect(flow, event.effect(), effect -> effect.postponed(
                        event.status(), event.attempts(), event.streak(), event.due(), event.problem())
                .awaiting(event.buyerStep()));
    }

    private static Flow allotted(Flow flow, Event.EffectAllotted event) {
        return withEffect(flow, event.effect(), effect -> effect.allotted(event.parts(), event.due(), event.problem()));
    }

    private static Flow withEffect(Flow flow, EffectId id, UnaryOperator<OwedEffect> change) {
        List<OwedEffect> changed = new ArrayList<>(flow.effects());
        changed.replaceAll(effect -> effect.id().equals(id) ? change.apply(effect) : effect);
        return flow.withEffects(changed);
    }

    private static Flow started(Flow flow, Timer timer) {
        return flow.withFrozen(thawed(flow, timer.key(), timer.state())).withTimers(Folds.with(flow.timers(), timer));
    }

    private static Flow frozen(Flow flow, FrozenTimer timer) {
        return flow.withTimers(withoutTimer(flow, TimerKey.own(timer.name())))
                .withFrozen(Folds.with(thawed(flow, TimerKey.own(timer.name()), timer.state()), timer));
    }

    private static Flow stopped(Flow flow, TimerKey timer) {
        List<Timer> left = withoutTimer(flow, timer);
        return flow.timers().size() > left.size()
                ? flow.withTimers(left)
                : flow.withFrozen(Folds.without(flow.frozen(), frozen -> frozen.isOf(timer)));
    }

    /** The timers that stand still when one of them does no more. */
    private static List<FrozenTimer> thawed(Flow flow, TimerKey timer, String state) {
        return flow.frozen().isEmpty()
                ? flow.frozen()
                : Folds.without(
                        flow.frozen(),
                        frozen -> frozen.isOf(timer) && frozen.state().equals(state));
    }

    private static List<Timer> moved(List<Timer> timers, Event.TimerMoved event) {
        List<Timer> changed = new ArrayList<>(timers);
        changed.replaceAll(timer -> timer.key().equals(event.timer()) ? timer.dueAt(event.due()) : timer);
        return changed;
    }

    private static List<Timer> withoutTimer(Flow flow, TimerKey timer) {
        return Folds.without(flow.timers(), candidate -> candidate.key().equals(timer));
    }

    private static Flow withRun(Flow flow, Run run) {
        return flow.withRuns(Folds.with(withoutRun(flow, run.state()), run));
    }

    private static List<Run> withoutRun(Flow flow, String state) {
        return Folds.without(flow.runs(), run -> run.state().equals(state));
    }

    private static Flow withoutDeferred(Flow flow, long revision) {
        return flow.withDeferred(Folds.without(flow.deferred(), kept -> kept.revision() == revision));
    }
}
