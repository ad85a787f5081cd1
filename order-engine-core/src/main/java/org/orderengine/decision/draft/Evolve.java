package org.orderengine.decision.draft;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.orderengine.event.Event;
import org.orderengine.model.Books;
import org.orderengine.model.Coupon;
import org.orderengine.model.DeferredAction;
import org.orderengine.model.EffectId;
import org.orderengine.model.Flow;
import org.orderengine.model.FrozenTimer;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.model.PendingChange;
import org.orderengine.model.Run;
import org.orderengine.model.Timer;

/** The fold of an order's events: every order is what its events make of it (F5). */
public final class Evolve {

    private Evolve() {}

    /**
     * The order after an event.
     *
     * @param order the order before it; null before the first
     */
    @SuppressWarnings("ReferenceEquality") // an event is of the flow or of the books: the other comes back as it was
    public static Order apply(@Nullable Order order, Event event) {
        if (event instanceof Event.OrderPlaced placed) {
            return placed.order();
        }
        if (order != null && event instanceof Event.AddressesChanged changed) {
            return order.withCustomer(changed.customer());
        }
        if (order != null && event instanceof Event.OrderReinstated reinstated) {
            return order.withBooks(EvolveBooks.reinstated(order.books(), reinstated.lapse()))
                    .withFlow(order.flow().withLapse(null));
        }
        if (order == null) {
            throw new IllegalArgumentException("the first event of an order is not that it was placed, but " + event);
        }
        if (event instanceof Event.ProcessMigrated migrated) {
            return migrated(order, migrated);
        }
        Flow flow = flow(isCause(event) ? order.flow().unstuck() : order.flow(), event);
        return flow == order.flow() ? withBooks(order, EvolveBooks.apply(order.books(), event)) : order.withFlow(flow);
    }

    /**
     * The order after one commit.
     *
     * @param order the order before it; null before the first
     * @param events its events
     */
    public static Order commit(@Nullable Order order, List<Event> events) {
        Order evolved = order;
        for (Event event : events) {
            evolved = apply(evolved, event);
        }
        if (evolved == null) {
            throw new IllegalArgumentException("a commit without events");
        }
        return evolved.atRevision(order == null ? 1 : order.revision() + 1);
    }

    /** Whether something happened to the order, so that its work is not stuck any more. */
    private static boolean isCause(Event event) {
        return event instanceof Event.ActionTaken
                || event instanceof Event.TimerFired
                || event instanceof Event.EffectsAnswered
                || event instanceof Event.EffectResolved;
    }

    private static Order migrated(Order order, Event.ProcessMigrated event) {
        Flow flow = order.flow()
                .withPosition(event.position())
                .withRuns(event.runs())
                .withEffects(event.effects())
                .withTimers(event.timers());
        return order.withProcess(event.to()).withFlow(flow);
    }

    /** A change that waits for stock cannot be taken back any more once something else has changed what it would restore. */
    private static Order withBooks(Order order, Books books) {
        Order evolved = order.withBooks(books);
        Books before = order.books();
        boolean restorable = order.flow().change() == null
                || (before.lines().equals(books.lines())
                        && before.shipping().equals(books.shipping())
                        && isSame(before.coupons(), books.coupons()));
        return restorable ? evolved : evolved.withFlow(order.flow().withChange(null));
    }

    /** Whether an order carries the same coupons, however far they are. */
    private static boolean isSame(List<Coupon> before, List<Coupon> after) {
        return before.equals(after)
                || before.stream()
                        .map(Coupon::code)
                        .toList()
                        .equals(after.stream().map(Coupon::code).toList());
    }

    private static Flow flow(Flow flow, Event event) {
        if (event instanceof Event.PositionChanged changed) {
            return flow.withPosition(changed.position());
        } else if (event instanceof Event.TimerStarted started) {
            Timer timer = started.timer();
            return flow.withFrozen(thawed(flow, timer.name(), timer.state())).withTimers(with(flow.timers(), timer));
        } else if (event instanceof Event.TimerStopped stopped) {
            return stopped(flow, stopped.timer());
        } else if (event instanceof Event.TimerFired fired) {
            return flow.withTimers(without(flow, fired.timer()));
        } else if (event instanceof Event.TimerMoved moved) {
            return flow.withTimers(moved(flow.timers(), moved));
        } else if (event instanceof Event.TimerFrozen frozen) {
            return flow.withTimers(without(flow, frozen.timer().name()))
                    .withFrozen(with(
                            thawed(flow, frozen.timer().name(), frozen.timer().state()), frozen.timer()));
        } else if (event instanceof Event.OrderLapsed lapsed) {
            return flow.withLapse(lapsed.lapse());
        } else if (event instanceof Event.WorkStuck stuck) {
            return flow.withStuck(stuck.stuck());
        } else if (event instanceof Event.RunChanged changed) {
            return flow.withRuns(with(withoutRun(flow, changed.run().state()), changed.run()));
        } else if (event instanceof Event.RunEnded ended) {
            return flow.withRuns(withoutRun(flow, ended.state()));
        } else if (event instanceof Event.ActionDeferred kept) {
            return flow.withDeferred(with(flow.deferred(), kept.deferred()));
        } else if (event instanceof Event.DeferredActionTaken taken) {
            return flow.withDeferred(withoutDeferred(flow, taken.deferred()));
        } else if (event instanceof Event.DeferredActionRefused refused) {
            return flow.withDeferred(withoutDeferred(flow, refused.deferred()));
        } else if (event instanceof Event.ChangeBegun begun) {
            return flow.withChange(begun.change());
        } else if (event instanceof Event.ChangeProposed proposed) {
            return flow.withProposal(proposed.proposed());
        } else if (event instanceof Event.ProposalEnded) {
            return flow.withProposal(null);
        } else if (event instanceof Event.EffectOwed owed) {
            return flow.withEffects(with(flow.effects(), owed.effect()));
        } else if (event instanceof Event.EffectDone done) {
            return effectDone(flow, done.effect());
        } else if (event instanceof Event.EffectDeclined declined) {
            return settled(flow, declined.effect());
        } else if (event instanceof Event.EffectDropped dropped) {
            return settled(flow, dropped.effect());
        } else if (event instanceof Event.EffectAllotted allotted) {
            return flow.withEffects(allotted(flow.effects(), allotted));
        } else if (event instanceof Event.EffectPostponed postponed) {
            return flow.withEffects(postponed(flow.effects(), postponed));
        }
        return flow;
    }

    private static Flow effectDone(Flow flow, EffectId id) {
        OwedEffect effect = flow.effect(id);
        Flow settled = settled(flow, id);
        Run run = effect == null || effect.run() == null ? null : flow.run(effect.run());
        if (effect == null || run == null || run.ending() != Run.Ending.DONE) {
            return settled;
        }
        return settled.withRuns(with(withoutRun(flow, run.state()), run.afterDone(effect)));
    }

    private static Flow settled(Flow flow, EffectId id) {
        Flow settled = flow.withEffects(withoutEffect(flow, id));
        PendingChange change = flow.change();
        return change == null || !change.effect().equals(id) ? settled : settled.withChange(null);
    }

    private static List<OwedEffect> postponed(List<OwedEffect> effects, Event.EffectPostponed event) {
        List<OwedEffect> changed = new ArrayList<>(effects);
        changed.replaceAll(effect -> effect.id().equals(event.effect())
                ? effect.postponed(event.status(), event.attempts(), event.due(), event.problem())
                : effect);
        return changed;
    }

    private static List<OwedEffect> allotted(List<OwedEffect> effects, Event.EffectAllotted event) {
        List<OwedEffect> changed = new ArrayList<>(effects);
        changed.replaceAll(effect -> effect.id().equals(event.effect())
                ? effect.allotted(event.parts(), event.due(), event.problem())
                : effect);
        return changed;
    }

    private static Flow stopped(Flow flow, String timer) {
        Flow left = flow.withTimers(without(flow, timer));
        return flow.timers().size() > left.timers().size()
                ? left
                : flow.withFrozen(flow.frozen().stream()
                        .filter(frozen -> !frozen.name().equals(timer))
                        .toList());
    }

    /** The timers that stand still when one of them does no more. */
    private static List<FrozenTimer> thawed(Flow flow, String timer, String state) {
        if (flow.frozen().isEmpty()) {
            return flow.frozen();
        }
        List<FrozenTimer> left = new ArrayList<>(flow.frozen());
        left.removeIf(frozen -> frozen.name().equals(timer) && frozen.state().equals(state));
        return left;
    }

    private static List<Timer> moved(List<Timer> timers, Event.TimerMoved event) {
        List<Timer> changed = new ArrayList<>(timers);
        changed.replaceAll(timer -> timer.name().equals(event.timer())
                ? new Timer(timer.name(), timer.state(), event.due(), timer.epoch())
                : timer);
        return changed;
    }

    private static List<Timer> without(Flow flow, String timer) {
        List<Timer> left = new ArrayList<>(flow.timers());
        left.removeIf(candidate -> candidate.name().equals(timer));
        return left;
    }

    private static List<Run> withoutRun(Flow flow, String state) {
        List<Run> left = new ArrayList<>(flow.runs());
        left.removeIf(candidate -> candidate.state().equals(state));
        return left;
    }

    private static List<OwedEffect> withoutEffect(Flow flow, EffectId id) {
        List<OwedEffect> left = new ArrayList<>(flow.effects());
        left.removeIf(candidate -> candidate.id().equals(id));
        return left;
    }

    private static List<DeferredAction> withoutDeferred(Flow flow, long revision) {
        List<DeferredAction> left = new ArrayList<>(flow.deferred());
        left.removeIf(candidate -> candidate.revision() == revision);
        return left;
    }

    private static <T> List<T> with(List<T> list, T added) {
        List<T> more = new ArrayList<>(list.size() + 1);
        more.addAll(list);
        more.add(added);
        return more;
    }
}
