package org.orderengine.json;

import org.orderengine.model.TimerKey;

import java.io.IOException;
import java.time.Instant;
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
import org.orderengine.model.Problem;

/** Events that tell how a commit came about and where the order is in its process. */
final class FlowEvents {

    static final List<EventCodec<?>> ALL = List.of(
            EventShapes.whole(
                    "order-placed",
                    OrderPlaced.class,
                    OrderPlaced::order,
                    OrderCodec::write,
                    OrderCodec::read,
                    OrderPlaced::new),
            new EventCodec<>(
                    "action-taken", ActionTaken.class, FlowEvents::writeActionTaken, FlowEvents::readActionTaken),
            EventShapes.whole(
                    "addresses-changed",
                    AddressesChanged.class,
                    AddressesChanged::customer,
                    CustomerCodec::write,
                    CustomerCodec::read,
                    AddressesChanged::new),
            EventShapes.whole(
                    "action-deferred",
                    ActionDeferred.class,
                    ActionDeferred::deferred,
                    FlowCodec::writeDeferred,
                    FlowCodec::readDeferred,
                    ActionDeferred::new),
            EventShapes.number(
                    "deferred-action-taken",
                    DeferredActionTaken.class,
                    Field.DEFERRED,
                    DeferredActionTaken::deferred,
                    DeferredActionTaken::new),
            new EventCodec<>(
                    "deferred-action-refused",
                    DeferredActionRefused.class,
                    FlowEvents::writeDeferredActionRefused,
                    FlowEvents::readDeferredActionRefused),
            EventShapes.timer("timer-fired", TimerFired.class, TimerFired::timer, TimerFired::new),
            EventShapes.texts(
                    "effects-answered",
                    EffectsAnswered.class,
                    Field.EFFECTS,
                    EffectsAnswered::effects,
                    EffectsAnswered::new),
            new EventCodec<>("process-migrated", ProcessMigrated.class, MigrationCodec::write, MigrationCodec::read),
            EventShapes.whole(
                    "position-changed",
                    PositionChanged.class,
                    PositionChanged::position,
                    FlowCodec::writePosition,
                    FlowCodec::readPosition,
                    PositionChanged::new),
            EventShapes.whole(
                    "timer-started",
                    TimerStarted.class,
                    TimerStarted::timer,
                    FlowCodec::writeTimer,
                    FlowCodec::readTimer,
                    TimerStarted::new),
            EventShapes.timer("timer-stopped", TimerStopped.class, TimerStopped::timer, TimerStopped::new),
            new EventCodec<>("timer-moved", TimerMoved.class, FlowEvents::writeTimerMoved, FlowEvents::readTimerMoved),
            EventShapes.whole(
                    "timer-frozen",
                    TimerFrozen.class,
                    TimerFrozen::timer,
                    WaitCodec::writeFrozen,
                    WaitCodec::readFrozen,
                    TimerFrozen::new),
            EventShapes.whole(
                    "order-lapsed",
                    OrderLapsed.class,
                    OrderLapsed::lapse,
                    WaitCodec::writeLapse,
                    WaitCodec::readLapse,
                    OrderLapsed::new),
            EventShapes.whole(
                    "order-reinstated",
                    OrderReinstated.class,
                    OrderReinstated::lapse,
                    WaitCodec::writeLapse,
                    WaitCodec::readLapse,
                    OrderReinstated::new),
            EventShapes.whole(
                    "work-stuck",
                    WorkStuck.class,
                    WorkStuck::stuck,
                    WaitCodec::writeStuck,
                    WaitCodec::readStuck,
                    WorkStuck::new),
            EventShapes.whole(
                    "run-changed",
                    RunChanged.class,
                    RunChanged::run,
                    FlowCodec::writeRun,
                    FlowCodec::readRun,
                    RunChanged::new),
            EventShapes.text("run-ended", RunEnded.class, Field.STATE, RunEnded::state, RunEnded::new),
            EventShapes.whole(
                    "effect-owed",
                    EffectOwed.class,
                    EffectOwed::effect,
                    EffectCodec::write,
                    EffectCodec::read,
                    EffectOwed::new),
            new EventCodec<>("effect-done", EffectDone.class, FlowEvents::writeEffectDone, FlowEvents::readEffectDone),
            new EventCodec<>(
                    "effect-declined",
                    EffectDeclined.class,
                    FlowEvents::writeEffectDeclined,
                    FlowEvents::readEffectDeclined),
            new EventCodec<>(
                    "effect-postponed",
                    EffectPostponed.class,
                    FlowEvents::writeEffectPostponed,
                    FlowEvents::readEffectPostponed),
            new EventCodec<>(
                    "effect-allotted",
                    EffectAllotted.class,
                    AllotmentCodec::writeAllotted,
                    AllotmentCodec::readAllotted),
            new EventCodec<>(
                    "effect-resolved",
                    EffectResolved.class,
                    FlowEvents::writeEffectResolved,
                    FlowEvents::readEffectResolved),
            EventShapes.text(
                    "effect-dropped", EffectDropped.class, Field.EFFECT, EffectDropped::effect, EffectDropped::new));

    private static final Words<EffectResolved.Resolution> RESOLUTIONS =
            new Words<>(EffectResolved.Resolution.class, EffectResolved.Resolution.values());

    private FlowEvents() {}

    private static void writeActionTaken(FieldWriter out, ActionTaken event) throws IOException {
        out.text(Field.ACTION, event.action());
        out.text(Field.SUBJECT, event.subject());
        out.text(Field.REASON, event.reason());
    }

    private static ActionTaken readActionTaken(FieldReader in) throws IOException {
        String action = null;
        String subject = null;
        String reason = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case ACTION -> action = in.text();
                case SUBJECT -> subject = in.text();
                case REASON -> reason = in.text();
                default -> throw in.unexpected(field);
            }
        }
        return new ActionTaken(in.required(action, Field.ACTION), subject, reason);
    }

    private static void writeDeferredActionRefused(FieldWriter out, DeferredActionRefused event) throws IOException {
        out.text(Field.ACTION, event.action());
        out.number(Field.DEFERRED, event.deferred());
        FlowCodec.writeProblem(out, event.problem());
    }

    private static DeferredActionRefused readDeferredActionRefused(FieldReader in) throws IOException {
        String action = null;
        long deferred = 0;
        Problem problem = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case ACTION -> action = in.text();
                case DEFERRED -> deferred = in.number();
                case PROBLEM -> problem = in.object(FlowCodec::readProblem);
                default -> throw in.unexpected(field);
            }
        }
        return new DeferredActionRefused(
                deferred, in.required(action, Field.ACTION), in.required(problem, Field.PROBLEM));
    }

    private static void writeTimerMoved(FieldWriter out, TimerMoved event) throws IOException {
        out.text(Field.TIMER, event.timer().toString());
        out.instant(Field.DUE, event.due());
    }

    private static TimerMoved readTimerMoved(FieldReader in) throws IOException {
        String timer = null;
        Instant due = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case TIMER -> timer = in.text();
                case DUE -> due = in.instant();
                default -> throw in.unexpected(field);
            }
        }
        return new TimerMoved(TimerKey.parse(in.required(timer, Field.TIMER)), in.required(due, Field.DUE));
    }

    private static void writeEffectDone(FieldWriter out, EffectDone event) throws IOException {
        out.text(Field.EFFECT, event.effect());
        out.text(Field.REFERENCE, event.reference());
    }

    private static EffectDone readEffectDone(FieldReader in) throws IOException {
        String effect = null;
        String reference = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case EFFECT -> effect = in.text();
                case REFERENCE -> reference = in.text();
                default -> throw in.unexpected(field);
            }
        }
        return new EffectDone(in.required(effect, Field.EFFECT), reference);
    }

    private static void writeEffectDeclined(FieldWriter out, EffectDeclined event) throws IOException {
        out.text(Field.EFFECT, event.effect());
        FlowCodec.writeProblem(out, event.problem());
    }

    private static EffectDeclined readEffectDeclined(FieldReader in) throws IOException {
        String effect = null;
        Problem problem = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case EFFECT -> effect = in.text();
                case PROBLEM -> problem = in.object(FlowCodec::readProblem);
                default -> throw in.unexpected(field);
            }
        }
        return new EffectDeclined(in.required(effect, Field.EFFECT), in.required(problem, Field.PROBLEM));
    }

    private static void writeEffectPostponed(FieldWriter out, EffectPostponed event) throws IOException {
        out.text(Field.EFFECT, event.effect());
        EffectCodec.writeProgress(out, event.status(), event.attempts(), event.due(), event.problem());
    }

    private static EffectPostponed readEffectPostponed(FieldReader in) throws IOException {
        String effect = null;
        OwedEffect.Status status = OwedEffect.Status.OWED;
        int attempts = 0;
        Instant due = null;
        Problem problem = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case EFFECT -> effect = in.text();
                case STATUS -> status = EffectCodec.readStatus(in);
                case ATTEMPTS -> attempts = in.smallNumber();
                case DUE -> due = in.instant();
                case PROBLEM -> problem = in.object(FlowCodec::readProblem);
                default -> throw in.unexpected(field);
            }
        }
        return new EffectPostponed(
                in.required(effect, Field.EFFECT), status, attempts, in.required(due, Field.DUE), problem);
    }

    private static void writeEffectResolved(FieldWriter out, EffectResolved event) throws IOException {
        out.text(Field.EFFECT, event.effect());
        out.word(Field.RESOLUTION, RESOLUTIONS, event.resolution(), EffectResolved.Resolution.RETRY);
        out.text(Field.OPERATOR, event.operator());
        out.text(Field.EVIDENCE, event.evidence());
    }

    private static EffectResolved readEffectResolved(FieldReader in) throws IOException {
        String effect = null;
        EffectResolved.Resolution resolution = EffectResolved.Resolution.RETRY;
        String operator = null;
        String evidence = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case EFFECT -> effect = in.text();
                case RESOLUTION -> resolution = in.word(RESOLUTIONS);
                case OPERATOR -> operator = in.text();
                case EVIDENCE -> evidence = in.text();
                default -> throw in.unexpected(field);
            }
        }
        return new EffectResolved(
                in.required(effect, Field.EFFECT),
                resolution,
                in.required(operator, Field.OPERATOR),
                in.required(evidence, Field.EVIDENCE));
    }
}
