package org.orderengine.json;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Deadline;
import org.orderengine.model.FrozenTimer;
import org.orderengine.model.Problem;
import org.orderengine.model.Stuck;

/** What an order waits for beyond what its process says. */
final class WaitCodec {

    private WaitCodec() {}

    static void writeFrozen(FieldWriter out, FrozenTimer timer) throws IOException {
        out.text(Field.TIMER, timer.name());
        out.text(Field.STATE, timer.state());
        out.text(Field.REMAINING, timer.remaining().toString());
    }

    static FrozenTimer readFrozen(FieldReader in) throws IOException {
        String name = null;
        String state = null;
        Duration remaining = Duration.ZERO;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case TIMER -> name = in.text();
                case STATE -> state = in.text();
                case REMAINING -> remaining = in.duration();
                default -> throw in.unexpected(field);
            }
        }
        return new FrozenTimer(in.required(name, Field.TIMER), in.required(state, Field.STATE), remaining);
    }

    static void writeDeadline(FieldWriter out, Deadline deadline) throws IOException {
        out.text(Field.TIMER, deadline.timer());
        writeDuration(out, deadline.in());
        if (deadline.at() != null) {
            out.instant(Field.AT, deadline.at());
        }
    }

    private static void writeDuration(FieldWriter out, @Nullable Duration duration) throws IOException {
        out.text(Field.IN, duration == null ? null : duration.toString());
    }

    static Deadline readDeadline(FieldReader in) throws IOException {
        String timer = null;
        Duration after = null;
        Instant at = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case TIMER -> timer = in.text();
                case IN -> after = in.duration();
                case AT -> at = in.instant();
                default -> throw in.unexpected(field);
            }
        }
        return new Deadline(in.required(timer, Field.TIMER), after, at);
    }

    static void writeStuck(FieldWriter out, Stuck stuck) throws IOException {
        FlowCodec.writeProblem(out, stuck.problem());
        out.number(Field.ATTEMPTS, stuck.attempts());
        out.instant(Field.SINCE, stuck.since());
        out.instant(Field.DUE, stuck.due());
    }

    static Stuck readStuck(FieldReader in) throws IOException {
        Problem problem = null;
        int attempts = 0;
        Instant since = null;
        Instant due = null;
        for (Field field = in.next(); field != null; field = in.next()) {
            switch (field) {
                case PROBLEM -> problem = in.object(FlowCodec::readProblem);
                case ATTEMPTS -> attempts = in.smallNumber();
                case SINCE -> since = in.instant();
                case DUE -> due = in.instant();
                default -> throw in.unexpected(field);
            }
        }
        return new Stuck(
                in.required(problem, Field.PROBLEM),
                attempts,
                in.required(since, Field.SINCE),
                in.required(due, Field.DUE));
    }
}
