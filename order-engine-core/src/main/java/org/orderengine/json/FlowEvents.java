package org.orderengine.json;

import static org.orderengine.json.Part.effectId;
import static org.orderengine.json.Part.effectIds;
import static org.orderengine.json.Part.instant;
import static org.orderengine.json.Part.number;
import static org.orderengine.json.Part.object;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.optionalObject;
import static org.orderengine.json.Part.optionalText;
import static org.orderengine.json.Part.smallNumber;
import static org.orderengine.json.Part.text;
import static org.orderengine.json.Part.timerKey;
import static org.orderengine.json.Part.word;

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
import org.orderengine.event.Event.OrderLapsed;
import org.orderengine.event.Event.OrderPlaced;
import org.orderengine.event.Event.OrderReinstated;
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
final class FlowEvents {

    private static final Words<EffectResolved.Resolution> RESOLUTIONS =
            new Words<>(EffectResolved.Resolution.class, EffectResolved.Resolution.values());

    static final List<EventCodec<?>> ALL = List.of(
            new EventCodec<>(
                    "order-placed", OrderPlaced.class, OrderCodec.ORDER.as(OrderPlaced::order, OrderPlaced::new)),
            new EventCodec<>(
                    "action-taken",
                    ActionTaken.class,
                    Shape.of(
                            text(Field.ACTION, ActionTaken::action),
                            optionalText(Field.SUBJECT, ActionTaken::subject),
                            optionalText(Field.REASON, ActionTaken::reason),
                            ActionTaken::new)),
            new EventCodec<>(
                    "addresses-changed",
                    AddressesChanged.class,
                    CustomerCodec.CUSTOMER.as(AddressesChanged::customer, AddressesChanged::new)),
            new EventCodec<>(
                    "action-deferred",
                    ActionDeferred.class,
                    FlowCodec.DEFERRED.as(ActionDeferred::deferred, ActionDeferred::new)),
            new EventCodec<>(
                    "deferred-action-taken",
                    DeferredActionTaken.class,
                    Shape.of(number(Field.DEFERRED, DeferredActionTaken::deferred), DeferredActionTaken::new)),
            new EventCodec<>(
                    "deferred-action-refused",
                    DeferredActionRefused.class,
                    Shape.of(
                            text(Field.ACTION, DeferredActionRefused::action),
                            number(Field.DEFERRED, DeferredActionRefused::deferred),
                            object(Field.PROBLEM, ProblemCodec.PROBLEM, DeferredActionRefused::problem),
                            (action, deferred, problem) -> new DeferredActionRefused(deferred, action, problem))),
            new EventCodec<>("timer-fired", TimerFired.class, Shape.of(timerKey(TimerFired::timer), TimerFired::new)),
            new EventCodec<>(
                    "effects-answered",
                    EffectsAnswered.class,
                    Shape.of(effectIds(Field.EFFECTS, EffectsAnswered::effects), EffectsAnswered::new)),
            new EventCodec<>("process-migrated", ProcessMigrated.class, MigrationCodec.MIGRATED),
            new EventCodec<>(
                    "position-changed",
                    PositionChanged.class,
                    FlowCodec.POSITION.as(PositionChanged::position, PositionChanged::new)),
            new EventCodec<>(
                    "timer-started", TimerStarted.class, FlowCodec.TIMER.as(TimerStarted::timer, TimerStarted::new)),
            new EventCodec<>(
                    "timer-stopped", TimerStopped.class, Shape.of(timerKey(TimerStopped::timer), TimerStopped::new)),
            new EventCodec<>(
                    "timer-moved",
                    TimerMoved.class,
                    Shape.of(timerKey(TimerMoved::timer), instant(Field.DUE, TimerMoved::due), TimerMoved::new)),
            new EventCodec<>(
                    "timer-frozen", TimerFrozen.class, WaitCodec.FROZEN.as(TimerFrozen::timer, TimerFrozen::new)),
            new EventCodec<>(
                    "order-lapsed", OrderLapsed.class, WaitCodec.LAPSE.as(OrderLapsed::lapse, OrderLapsed::new)),
            new EventCodec<>(
                    "order-reinstated",
                    OrderReinstated.class,
                    WaitCodec.LAPSE.as(OrderReinstated::lapse, OrderReinstated::new)),
            new EventCodec<>("work-stuck", WorkStuck.class, WaitCodec.STUCK.as(WorkStuck::stuck, WorkStuck::new)),
            new EventCodec<>("run-changed", RunChanged.class, FlowCodec.RUN.as(RunChanged::run, RunChanged::new)),
            new EventCodec<>("run-ended", RunEnded.class, Shape.of(text(Field.STATE, RunEnded::state), RunEnded::new)),
            new EventCodec<>(
                    "effect-owed", EffectOwed.class, EffectCodec.EFFECT.as(EffectOwed::effect, EffectOwed::new)),
            new EventCodec<>(
                    "effect-done",
                    EffectDone.class,
                    Shape.of(
                            effectId(Field.EFFECT, EffectDone::effect),
                            optionalText(Field.REFERENCE, EffectDone::reference),
                            EffectDone::new)),
            new EventCodec<>(
                    "effect-declined",
                    EffectDeclined.class,
                    Shape.of(
                            effectId(Field.EFFECT, EffectDeclined::effect),
                            object(Field.PROBLEM, ProblemCodec.PROBLEM, EffectDeclined::problem),
                            EffectDeclined::new)),
            new EventCodec<>(
                    "effect-postponed",
                    EffectPostponed.class,
                    Shape.of(
                            effectId(Field.EFFECT, EffectPostponed::effect),
                            word(Field.STATUS, EffectCodec.STATUSES, OwedEffect.Status.OWED, EffectPostponed::status),
                            smallNumber(Field.ATTEMPTS, EffectPostponed::attempts),
                            smallNumber(
                                    Field.STREAK, event -> EffectCodec.unusual(event.streak(), event.attempts())),
                            instant(Field.DUE, EffectPostponed::due),
                            optionalObject(Field.PROBLEM, ProblemCodec.PROBLEM, EffectPostponed::problem),
                            (effect, status, attempts, streak, due, problem) -> new EffectPostponed(
                                    effect, status, attempts, EffectCodec.streak(streak, attempts), due, problem))),
            new EventCodec<>(
                    "effect-allotted",
                    EffectAllotted.class,
                    Shape.of(
                            effectId(Field.EFFECT, EffectAllotted::effect),
                            objects(Field.PARTS, AllocatedPartCodec.PART, EffectAllotted::parts),
                            instant(Field.DUE, EffectAllotted::due),
                            optionalObject(Field.PROBLEM, ProblemCodec.PROBLEM, EffectAllotted::problem),
                            EffectAllotted::new)),
            new EventCodec<>(
                    "effect-resolved",
                    EffectResolved.class,
                    Shape.of(
                            effectId(Field.EFFECT, EffectResolved::effect),
                            word(
                                    Field.RESOLUTION,
                                    RESOLUTIONS,
                                    EffectResolved.Resolution.RETRY,
                                    EffectResolved::resolution),
                            text(Field.OPERATOR, EffectResolved::operator),
                            text(Field.EVIDENCE, EffectResolved::evidence),
                            EffectResolved::new)),
            new EventCodec<>(
                    "effect-dropped",
                    EffectDropped.class,
                    Shape.of(effectId(Field.EFFECT, EffectDropped::effect), EffectDropped::new)));

    private FlowEvents() {}
}
