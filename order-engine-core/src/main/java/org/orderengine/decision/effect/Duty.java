package org.orderengine.decision.effect;

import org.orderengine.decision.draft.Draft;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;
import org.orderengine.model.Order;
import org.orderengine.model.OwedEffect;
import org.orderengine.process.vocabulary.EffectKind;

/**
 * One kind of effect at its desk.
 *
 * @param kind the kind
 * @param request what the service is asked for it
 * @param plan what it comes to where a definition names it
 * @param book what it enters into the books once it is done
 */
record Duty(EffectKind kind, Request request, Plan plan, Book book) {

    /** What a service is asked for an effect. */
    @FunctionalInterface
    interface Request {
        Effect of(Order order, OwedEffect effect);
    }

    /** What a named effect comes to for an order, by its books. */
    @FunctionalInterface
    interface Plan {
        void want(Draft draft);
    }

    /** What an effect that was done enters into the books. */
    @FunctionalInterface
    interface Book {
        void enter(Draft draft, OwedEffect effect, EffectResult.Done done);
    }

    /** A kind that is wanted as it is named, and enters nothing. */
    static Duty of(EffectKind kind, Request request) {
        return new Duty(kind, request, draft -> draft.want(kind.intent()), (draft, effect, done) -> {});
    }

    /** A kind that no service is asked for. */
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
