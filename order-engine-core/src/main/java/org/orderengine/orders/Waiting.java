package org.orderengine.orders;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Flow;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.Problem;
import org.orderengine.model.Timer;

/**
 * Something that an order waits for.
 *
 * @param whom who or what can end the waiting
 * @param what an effect, a timer, or {@code due-work}; for people an action as well
 * @param code why a person has to look at it; null unless one has to
 * @param until when something happens by itself: a service is called again, a buyer's time is over, a timer fires; null if nothing does
 */
public record Waiting(Whom whom, String what, @Nullable String code, @Nullable Instant until) {

    /** The work that falls due and cannot be done. */
    public static final String DUE_WORK = "due-work";

    /** Who or what can end a waiting. */
    public enum Whom {
        /** A service of the host: it is called, or asked, until it answers. */
        SERVICE,
        /** The buyer, on the payment provider's pages. */
        BUYER,
        /** A person who resolves what is parked. */
        STAFF,
        /** Time: a timer fires. */
        TIME
    }

    /** What an order waits for: its work in the order in which it was owed, what is stuck, then its timers, the next first. */
    public static List<Waiting> of(Order order) {
        Flow flow = order.flow();
        List<Waiting> waits = new ArrayList<>();
        flow.effects().forEach(effect -> waits.add(of(effect)));
        if (flow.stuck() != null) {
            waits.add(new Waiting(Whom.STAFF, DUE_WORK, flow.stuck().problem().code(), null));
        }
        flow.timers().stream()
                .sorted((one, other) -> one.due().compareTo(other.due()))
                .forEach(timer -> waits.add(of(timer)));
        return List.copyOf(waits);
    }

    private static Waiting of(OwedEffect effect) {
        if (effect.status() == OwedEffect.Status.PARKED) {
            Problem problem = effect.problem();
            return new Waiting(Whom.STAFF, effect.name(), problem == null ? effect.name() : problem.code(), null);
        }
        return new Waiting(effect.buyerStep() == null ? Whom.SERVICE : Whom.BUYER, effect.name(), null, effect.due());
    }

    private static Waiting of(Timer timer) {
        return new Waiting(Whom.TIME, timer.key().toString(), null, timer.due());
    }
}
