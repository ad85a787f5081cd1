package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.orderengine.effect.CallContext;
import org.orderengine.effect.Effect;
import org.orderengine.effect.EffectResult;

/**
 * How one of the host's services is called: which of its methods does what it is asked, and which says what became of a call.
 * For example
 *
 * <pre>{@code
 * ServiceCalls.of(Effect.DeliverGoods.class, service::query)
 *         .on(Effect.DeliverGoods.class, service::deliver);
 * }</pre>
 *
 * Immutable.
 *
 * @param <R> all that the service is asked
 */
public final class ServiceCalls<R extends Effect> {

    private record Method<E extends Effect>(Class<E> type, BiFunction<E, CallContext, @Nullable EffectResult> method) {

        boolean does(Effect request) {
            return type.isInstance(request);
        }

        @Nullable
        EffectResult call(Effect request, CallContext call) {
            return method.apply(type.cast(request), call);
        }
    }

    private final Method<R> query;
    private final List<Method<?>> methods;

    private ServiceCalls(Method<R> query, List<Method<?>> methods) {
        this.query = query;
        this.methods = List.copyOf(methods);
    }

    /** A service by what it is asked, and by its method that says what became of a call. */
    public static <R extends Effect> ServiceCalls<R> of(
            Class<R> requests, BiFunction<R, CallContext, @Nullable EffectResult> query) {
        return new ServiceCalls<>(new Method<>(requests, query), List.of());
    }

    /** This service, with its method for one kind of request. */
    public <E extends R> ServiceCalls<R> on(
            Class<E> request, BiFunction<E, CallContext, @Nullable EffectResult> method) {
        List<Method<?>> more = new ArrayList<>(methods);
        more.add(new Method<>(request, method));
        return new ServiceCalls<>(query, more);
    }

    /** Has the service do what it is asked. A host may answer null, against its promise. */
    @Nullable
    EffectResult call(Effect request, CallContext call) {
        for (Method<?> method : methods) {
            if (method.does(request)) {
                return method.call(request, call);
            }
        }
        throw new IllegalStateException("no service does " + request.getClass().getSimpleName());
    }

    /** Asks the service what became of a call; null where it cannot be asked. */
    @Nullable
    EffectResult query(Effect request, CallContext call) {
        return query.call(request, call);
    }
}
