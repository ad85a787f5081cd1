package org.orderengine.json;

import static org.orderengine.json.Part.duration;
import static org.orderengine.json.Part.instant;
import static org.orderengine.json.Part.object;
import static org.orderengine.json.Part.objects;
import static org.orderengine.json.Part.optionalDuration;
import static org.orderengine.json.Part.optionalInstant;
import static org.orderengine.json.Part.smallNumber;
import static org.orderengine.json.Part.text;

import org.orderengine.model.Deadline;
import org.orderengine.model.FrozenTimer;
import org.orderengine.model.Lapse;
import org.orderengine.model.Stuck;

/** What an order waits for beyond what its process says. */
final class WaitCodec {

    static final Shape<FrozenTimer> FROZEN = Shape.of(
            text(Field.TIMER, FrozenTimer::name),
            text(Field.STATE, FrozenTimer::state),
            duration(Field.REMAINING, FrozenTimer::remaining),
            FrozenTimer::new);

    static final Shape<Deadline> DEADLINE = Shape.of(
            text(Field.TIMER, Deadline::timer),
            optionalDuration(Field.IN, Deadline::in),
            optionalInstant(Field.AT, Deadline::at),
            Deadline::new);

    static final Shape<Stuck> STUCK = Shape.of(
            object(Field.PROBLEM, ProblemCodec.PROBLEM, Stuck::problem),
            smallNumber(Field.ATTEMPTS, Stuck::attempts),
            instant(Field.SINCE, Stuck::since),
            instant(Field.DUE, Stuck::due),
            Stuck::new);

    static final Shape<Lapse> LAPSE = Shape.of(
            text(Field.TIMER, Lapse::timer),
            objects(Field.LINES, FulfilmentCodec.QUANTITY, Lapse::lines)
                    .inCurrency(lapse -> lapse.shipping().price().currency()),
            object(Field.SHIPPING, ShareCodec.SHIPPING, Lapse::shipping),
            Lapse::new);

    private WaitCodec() {}
}
