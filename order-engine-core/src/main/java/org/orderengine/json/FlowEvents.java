package org.orderengine.json;

import static org.orderengine.json.EventCodec.about;
import static org.orderengine.json.EventCodec.event;

import java.util.List;
import org.orderengine.event.Event.ActionDeferred;
import org.orderengine.event.Event.ActionTaken;
import org.orderengine.event.Event.AddressesChanged;
import org.orderengine.event.Event.DeferredActionRefused;
import org.orderengine.event.Event.DeferredActionTaken;
import org.orderengine.event.Event.EffectAllotted;
import org.orderengine.event.Event.EffectDeclined;
import org.orderengine.event.Event.EffectDone;
import org.orderengine.event.Event.EffectDropped;
import org.orderengine.event.Event.EffectOwed;
import org.orderengine.event.Event.EffectPostponed;
import org.orderengine.event.Event.EffectResolved;
import org.orderengine.event.Event.EffectsAnswered;
import org.orderengine.event.Event.ErasureAsked;
import org.orderengine.event.Event.OrderAnnotated;
import org.orderengine.event.Event.OrderLapsed;
import org.orderengine.event.Event.OrderPlaced;
import org.orderengine.event.Event.OrderPromised;
import org.orderengine.event.Event.OrderReinstated;
import org.orderengine.event.Event.PersonalDataErased;
import org.orderengine.event.Event.PositionChanged;
import org.orderengine.event.Event.ProcessMigrated;
import org.orderengine.event.Event.RunChanged;
import org.orderengine.event.Event.RunEnded;
import org.orderengine.event.Event.TimerFired;
import org.orderengine.event.Event.TimerFrozen;
import org.orderengine.event.Event.TimerMoved;
import org.orderengine.event.Event.TimerStarted;
import org.orderengine.event.Event.TimerStopped;
import org.orderengine.event.Event.WorkStuck;
import org.orderengine.model.OwedEffect;

/** Events that tell how a commit came about and where the order is in its process. */
@SuppressWarnings("NullAway") // From JDK 22 on it takes the type variables of Shape.of for never null.
final class FlowEvents {

    private static final Words<EffectResolved.Resolution> RESOLUTIONS = new Words<>(EffectResolved.Resolution.class);

    static final List<EventCodec<?>> ALL = List.of(
            about(OrderPlaced.class, OrderCodec.ORDER, OrderPlaced::order, OrderPlaced::new),
            event(
                    ActionTaken.class,
                    Field.ACTION.text(ActionTaken::action),
                    Field.SUBJECT.optionalText(ActionTaken::subject),
                    Field.REASON.optionalText(ActionTaken::reason),
                    Field.PAYLOAD.payload(ActionTaken::payload),
                    ActionTaken::new),
            about(OrderAnnotated.class, FlowCodec.ANNOTATIONS, OrderAnnotated::annotations, OrderAnnotated::new),
            event(
                    OrderPromised.class,
                    Field.PROMISED_AT.optionalInstant(OrderPromised::promisedAt),
                    OrderPromised::new),
            event(PersonalDataErased.class, Shape.of(PersonalDataErased::new)),
            event(ErasureAsked.class, Field.ERASURE.object(FlowCodec.BY, ErasureAsked::by), ErasureAsked::new),
            about(AddressesChanged.class, OrderCodec.CUSTOMER, AddressesChanged::customer, AddressesChanged::new),
            about(ActionDeferred.class, FlowCodec.DEFERRED, ActionDeferred::deferred, ActionDeferred::new),
            event(
                    DeferredActionTaken.class,
                    Field.DEFERRED.number(DeferredActionTaken::deferred),
                    DeferredActionTaken::new),
            event(
                    DeferredActionRefused.class,
                    Field.ACTION.text(DeferredActionRefused::action),
                    Field.DEFERRED.number(DeferredActionRefused::deferred),
                    Field.PROBLEM.object(EffectCodec.PROBLEM, DeferredActionRefused::problem),
                    (action, deferred, problem) -> new DeferredActionRefused(deferred, action, problem)),
            event(TimerFired.class, Field.TIMER.timerKey(TimerFired::timer), TimerFired::new),
            event(EffectsAnswered.class, Field.EFFECTS.effectIds(EffectsAnswered::effects), EffectsAnswered::new),
            event(
                    ProcessMigrated.class,
                    Shape.of(
                            Field.FROM.object(FlowCodec.PROCESS, ProcessMigrated::from),
                            Part.inline(FlowCodec.PROCESS, ProcessMigrated::to),
                            Part.inline(FlowCodec.POSITION, ProcessMigrated::position),
                            Field.RUNS.objects(FlowCodec.RUN, ProcessMigrated::runs),
                            Field.TIMERS.objects(FlowCodec.TIMER, ProcessMigrated::timers),
                            Field.EFFECTS.objects(EffectCodec.EFFECT, ProcessMigrated::effects),
                            (from, to, position, runs, timers, effects) ->
                                    new ProcessMigrated(from, to, position, runs, effects, timers))),
            about(PositionChanged.class, FlowCodec.POSITION, PositionChanged::position, PositionChanged::new),
            about(TimerStarted.class, FlowCodec.TIMER, TimerStarted::timer, TimerStarted::new),
            event(TimerStopped.class, Field.TIMER.timerKey(TimerStopped::timer), TimerStopped::new),
            event(
                    TimerMoved.class,
                    Field.TIMER.timerKey(TimerMoved::timer),
                    Field.DUE.instant(TimerMoved::due),
                    TimerMoved::new),
            about(TimerFrozen.class, FlowCodec.FROZEN, TimerFrozen::timer, TimerFrozen::new),
            about(OrderLapsed.class, ChangeCodec.LAPSE, OrderLapsed::lapse, OrderLapsed::new),
            about(OrderReinstated.class, ChangeCodec.LAPSE, OrderReinstated::lapse, OrderReinstated::new),
            about(WorkStuck.class, FlowCodec.STUCK, WorkStuck::stuck, WorkStuck::new),
            about(RunChanged.class, FlowCodec.RUN, RunChanged::run, RunChanged::new),
            event(RunEnded.class, Field.STATE.text(RunEnded::state), RunEnded::new),
            about(EffectOwed.class, EffectCodec.EFFECT, EffectOwed::effect, EffectOwed::new),
            event(
                    EffectDone.class,
                    Field.EFFECT.effectId(EffectDone::effect),
                    Field.REFERENCE.optionalText(EffectDone::reference),
                    EffectDone::new),
            event(
                    EffectDeclined.class,
                    Field.EFFECT.effectId(EffectDeclined::effect),
                    Field.PROBLEM.object(EffectCodec.PROBLEM, EffectDeclined::problem),
                    EffectDeclined::new),
            event(
                    EffectPostponed.class,
                    Shape.of(
                            Field.EFFECT.effectId(EffectPostponed::effect),
                            Field.STATUS.word(EffectCodec.STATUSES, OwedEffect.Status.OWED, EffectPostponed::status),
                            Field.ATTEMPTS.smallNumber(EffectPostponed::attempts),
                            Field.STREAK.smallNumber(event -> EffectCodec.unusual(event.streak(), event.attempts())),
                            Field.DUE.instant(EffectPostponed::due),
                            Field.PROBLEM.optionalObject(EffectCodec.PROBLEM, EffectPostponed::problem),
                            (effect, status, attempts, streak, due, problem) -> new EffectPostponed(
                                    effect, status, attempts, EffectCodec.streak(streak, attempts), due, problem))),
            event(
                    EffectAllotted.class,
                    Shape.of(
                            Field.EFFECT.effectId(EffectAllotted::effect),
                            Field.PARTS.objects(EffectCodec.PART, EffectAllotted::parts),
                            Field.DUE.instant(EffectAllotted::due),
                            Field.PROBLEM.optionalObject(EffectCodec.PROBLEM, EffectAllotted::problem),
                            EffectAllotted::new)),
            event(
                    EffectResolved.class,
                    Shape.of(
                            Field.EFFECT.effectId(EffectResolved::effect),
                            Field.RESOLUTION.word(
                                    RESOLUTIONS, EffectResolved.Resolution.RETRY, EffectResolved::resolution),
                            Field.OPERATOR.text(EffectResolved::operator),
                            Field.EVIDENCE.text(EffectResolved::evidence),
                            EffectResolved::new)),
            event(EffectDropped.class, Field.EFFECT.effectId(EffectDropped::effect), EffectDropped::new));

    private FlowEvents() {}
}
