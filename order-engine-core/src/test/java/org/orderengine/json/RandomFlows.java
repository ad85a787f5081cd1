package org.orderengine.json;

import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.command.Payload;
import org.orderengine.model.Actor;
import org.orderengine.model.AllocatedPart;
import org.orderengine.model.Annotations;
import org.orderengine.model.Asked;
import org.orderengine.model.By;
import org.orderengine.model.Clocks;
import org.orderengine.model.Deadline;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.EffectId;
import org.orderengine.model.Flow;
import org.orderengine.model.FrozenTimer;
import org.orderengine.model.Intent;
import org.orderengine.model.Lapse;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Position;
import org.orderengine.model.Problem;
import org.orderengine.model.Run;
import org.orderengine.model.Shipping;
import org.orderengine.model.Stuck;
import org.orderengine.model.Timer;
import org.orderengine.model.Waits;
import org.orderengine.model.Work;

/** Makes positions, busy states, owed effects and timers. */
@SuppressWarnings(
        "NullAway") // From JDK 22 on it does not see that values of a map in a record of another module may be null.
class RandomFlows extends RandomValues {

    private static final List<String> ODD_NAMES = List.of("$", "$$", "$EUR", "$$EUR", "lines", "amount");

    RandomFlows(long seed) {
        super(seed);
    }

    Flow flow() {
        return new Flow(
                position(),
                new Work(some(2, this::run), some(3, this::effect), some(2, this::deferred)),
                new Clocks(some(3, this::timer), some(2, this::frozen), some(2, this::deadline)),
                new Waits(orNull(this::stuck), orNull(this::lapse), null, null, orNull(this::by)));
    }

    Position position() {
        return new Position(some(3, this::text), named(3, () -> some(2, this::text)), isOneIn(2));
    }

    Run run() {
        return new Run(
                id(),
                orNull(this::problem),
                oneOf(List.of(Run.Ending.values())),
                some(2, this::effect),
                orNull(this::asked));
    }

    Asked asked() {
        return new Asked(id(), payload(2).toMap());
    }

    Timer timer() {
        return new Timer(id(), id(), instant(), anyNumber());
    }

    DeferredAction deferred() {
        return new DeferredAction(count(), instant(), id(), payload(2).toMap(), by());
    }

    By by() {
        return isOneIn(2)
                ? By.SYSTEM
                : new By(new Actor(oneOf(List.of(Actor.Kind.values())), orNull(this::id)), orNull(this::text));
    }

    Annotations annotations() {
        return isOneIn(2) ? Annotations.NONE : new Annotations(attributes(), some(3, this::text));
    }

    Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        for (String text : some(3, this::text)) {
            attributes.put(name(), text);
        }
        return attributes;
    }

    Payload payload(int depth) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (Object value : some(4, () -> value(depth))) {
            values.put(isOneIn(2) ? oneOf(ODD_NAMES) : name(), isOneIn(8) ? null : value);
        }
        return Payload.of(values);
    }

    Object value(int depth) {
        if (depth > 0 && isOneIn(3)) {
            return isOneIn(2) ? payload(depth - 1) : some(3, () -> value(depth - 1));
        }
        return oneOf(List.of(text(), anyNumber(), isOneIn(2), anyAmount()));
    }

    FrozenTimer frozen() {
        return new FrozenTimer(id(), id(), Duration.ofMillis(count()));
    }

    Deadline deadline() {
        return isOneIn(2)
                ? new Deadline(id(), Duration.ofSeconds(1 + count()), null)
                : new Deadline(id(), null, instant());
    }

    Stuck stuck() {
        return new Stuck(problem(), isOneIn(2) ? 1 : 7, instant(), instant());
    }

    Lapse lapse() {
        return new Lapse(id(), some(2, this::quantity), Shipping.of(orNull(this::text), amount()));
    }

    Problem problem() {
        return new Problem(id(), text());
    }

    OwedEffect effect() {
        Intent intent = new Intent(
                id(),
                orNull(this::text),
                orNull(this::anyAmount),
                some(4, this::quantity),
                some(2, this::text),
                anyNumber(),
                orNull(this::id));
        return new OwedEffect(
                effectId(),
                intent,
                orNull(this::text),
                new OwedEffect.Progress(status(), smallNumber(), instant(), orNull(this::problem), some(2, this::part)),
                orNull(this::asked));
    }

    EffectId effectId() {
        return new EffectId(1 + smallNumber(), 1 + smallNumber());
    }

    AllocatedPart part() {
        return new AllocatedPart(
                id(),
                some(1, 3, this::quantity),
                oneOf(List.of(AllocatedPart.Status.values())),
                some(2, this::quantity),
                some(2, this::quantity));
    }

    OwedEffect.Status status() {
        return oneOf(List.of(OwedEffect.Status.values()));
    }

    LineQuantity quantity() {
        return new LineQuantity(id(), 1 + count());
    }
}
