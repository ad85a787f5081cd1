package org.orderengine.decision.effect;

import org.orderengine.decision.draft.Draft;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * The duty of a desk for one kind of effect.
 *
 * @param kind the kind
 * @param request makes the request to the service
 * @param plan wants the work, where a definition names the effect
 * @param book makes the entries in the books, once the effect is done
 */
record Duty(EffectKind kind, Request request, Plan plan, Book book) {

    /** Makes the request to a service. */
    @FunctionalInterface
    interface Request {
        Effect of(Order order, OwedEffect effect);
    }

    /** Wants the work that a named effect comes to, by the books. */
    @FunctionalInterface
    interface Plan {
        void want(Draft draft);
    }

    /** Makes the entries of an effect that was done. */
    @FunctionalInterface
    interface Book {
        void enter(Draft draft, OwedEffect effect, EffectResult.Done done);
    }

    /** A duty that wants the effect as it is named, and makes no entries. */
    static Duty of(EffectKind kind, Request request) {
        return new Duty(kind, request, draft -> draft.want(kind.intent()), (draft, effect, done) -> {});
    }

    /** A duty that asks no service. */
    static Duty inside(EffectKind kind, Plan plan) {
        return of(kind, (order, effect) -> {
                    throw new IllegalStateException(kind + " is asked of no service");
                })
                .planned(plan);
    }

    Duty planned(Plan newPlan) {
        return new Duty(kind, request, newPlan, book);
    }

    Duty booked(Book newBook) {
        return new Duty(kind, request, plan, newBook);
    }
}
