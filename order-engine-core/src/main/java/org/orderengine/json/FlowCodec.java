package org.orderengine.json;

import java.io.IOException;
import org.orderengine.model.Actor;
import org.orderengine.model.Annotations;
import org.orderengine.model.By;
import org.orderengine.model.Deadline;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.FrozenTimer;
import org.orderengine.model.Position;
import org.orderengine.model.ProcessReference;
import org.orderengine.model.Run;
import org.orderengine.model.Stuck;
import org.orderengine.model.Timer;

/** Where an order is in its process, and what it waits for. */
@SuppressWarnings("NullAway") // From JDK 22 on it takes the type variables of Shape.of for never null.
final class FlowCodec {

    private static final Words<Run.Ending> ENDINGS = new Words<>(Run.Ending.class);

    static final Shape<ProcessReference> PROCESS = Shape.of(
            Field.PROCESS.text(ProcessReference::name),
            Field.VERSION.smallNumber(ProcessReference::version),
            ProcessReference::new);

    static final Shape<Position> POSITION = Shape.of(
            Field.STATES.texts(Position::states),
            Field.HISTORY.textsMap(Position::history),
            Field.ENDED.flag(Position::ended),
            Position::new);

    private static final Shape<Run> RUN_SHAPE = Shape.of(
            Field.STATE.text(Run::state),
            Field.PROBLEM.optionalObject(EffectCodec.PROBLEM, Run::problem),
            Field.ENDING.word(ENDINGS, Run.Ending.DONE, Run::ending),
            Field.DONE.objects(EffectCodec.EFFECT, Run::done),
            Run::new);

    static final Codec<Run> RUN = Codec.of(FlowCodec::writeRun, in -> RUN_SHAPE.read(in));

    private static final Shape<Timer> TIMER_SHAPE = Shape.of(
            Field.TIMER.text(Timer::name),
            Field.STATE.text(Timer::state),
            Field.DUE.instant(Timer::due),
            Field.EPOCH.number(Timer::epoch),
            Timer::new);

    static final Codec<Timer> TIMER = Codec.of(FlowCodec::writeTimer, in -> TIMER_SHAPE.read(in));

    static final Shape<FrozenTimer> FROZEN = Shape.of(
            Field.TIMER.text(FrozenTimer::name),
            Field.STATE.text(FrozenTimer::state),
            Field.REMAINING.duration(FrozenTimer::remaining),
            FrozenTimer::new);

    static final Shape<Deadline> DEADLINE = Shape.of(
            Field.TIMER.text(Deadline::timer),
            Field.IN.optionalDuration(Deadline::in),
            Field.AT.optionalInstant(Deadline::at),
            Deadline::new);

    private static final Words<Actor.Kind> ACTORS = new Words<>(Actor.Kind.class);

    static final Shape<By> BY = Shape.of(
            Field.KIND.word(ACTORS, Actor.Kind.SYSTEM, by -> by.actor().kind()),
            Field.ID.optionalText(by -> by.actor().id()),
            Field.REASON.optionalText(By::reason),
            (kind, id, reason) -> new By(new Actor(kind, id), reason));

    static final Shape<DeferredAction> DEFERRED = Shape.of(
            Field.ACTION.text(DeferredAction::action),
            Field.REVISION.number(DeferredAction::revision),
            Field.SINCE.instant(DeferredAction::since),
            Field.PAYLOAD.payload(DeferredAction::payload),
            Field.BY.optionalObject(BY, kept -> kept.by().equals(By.SYSTEM) ? null : kept.by()),
            (action, revision, since, payload, by) ->
                    new DeferredAction(revision, since, action, payload, by == null ? By.SYSTEM : by));

    static final Shape<Annotations> ANNOTATIONS = Shape.of(
            Field.ATTRIBUTES.textMap(Annotations::attributes), Field.TAGS.texts(Annotations::tags), Annotations::new);

    static final Shape<Stuck> STUCK = Shape.of(
            Field.PROBLEM.object(EffectCodec.PROBLEM, Stuck::problem),
            Field.ATTEMPTS.smallNumber(Stuck::attempts),
            Field.SINCE.instant(Stuck::since),
            Field.DUE.instant(Stuck::due),
            Stuck::new);

    private FlowCodec() {}

    private static void writeRun(FieldWriter out, Run run) throws IOException {
        out.text(Field.STATE, run.state());
        out.object(Field.PROBLEM, run.problem(), EffectCodec.PROBLEM);
        out.word(Field.ENDING, ENDINGS, run.ending(), Run.Ending.DONE);
        out.objects(Field.DONE, run.done(), EffectCodec.EFFECT);
    }

    private static void writeTimer(FieldWriter out, Timer timer) throws IOException {
        out.text(Field.TIMER, timer.name());
        out.text(Field.STATE, timer.state());
        out.instant(Field.DUE, timer.due());
        out.number(Field.EPOCH, timer.epoch());
    }
}
