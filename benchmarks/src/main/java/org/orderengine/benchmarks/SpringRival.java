package org.orderengine.benchmarks;

import java.util.EnumSet;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.springframework.messaging.support.MessageBuilder;
import org.springframework.statemachine.StateMachine;
import org.springframework.statemachine.config.StateMachineBuilder;
import org.springframework.statemachine.support.DefaultExtendedState;
import org.springframework.statemachine.support.DefaultStateMachineContext;
import reactor.core.publisher.Mono;

/**
 * The order's flow on Spring Statemachine: one machine, reset for each order as its persistence recipe does, since building one for each
 * takes far longer.
 */
final class SpringRival {

    private final StateMachine<Stage, Move> machine;
    private Parcel parcel = new Parcel();

    SpringRival() {
        try {
            StateMachineBuilder.Builder<Stage, Move> builder = StateMachineBuilder.builder();
            builder.configureStates().withStates().initial(Stage.CREATED).states(EnumSet.allOf(Stage.class));
            add(builder, Stage.CREATED, Move.PAY, Stage.PAID, Parcel::isFunded, Parcel::pay);
            add(builder, Stage.PAID, Move.SHIP, Stage.SHIPPED, Parcel::isInStock, Parcel::ship);
            add(builder, Stage.SHIPPED, Move.DELIVER, Stage.DELIVERED, Parcel::isUnderWay, Parcel::deliver);
            machine = builder.build();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void add(
            StateMachineBuilder.Builder<Stage, Move> builder,
            Stage from,
            Move on,
            Stage to,
            Predicate<Parcel> guard,
            Consumer<Parcel> action)
            throws Exception {
        builder.configureTransitions()
                .withExternal()
                .source(from)
                .target(to)
                .event(on)
                .guard(context -> guard.test(parcel))
                .action(context -> action.accept(parcel));
    }

    Stage run(Parcel order) {
        parcel = order;
        machine.stopReactively().block();
        machine.getStateMachineAccessor().doWithAllRegions(region -> region.resetStateMachineReactively(
                        new DefaultStateMachineContext<>(Stage.CREATED, null, Map.of(), new DefaultExtendedState()))
                .block());
        machine.startReactively().block();
        fire(Move.PAY);
        fire(Move.SHIP);
        fire(Move.DELIVER);
        return machine.getState().getId();
    }

    private void fire(Move move) {
        machine.sendEvent(Mono.just(MessageBuilder.withPayload(move).build())).blockLast();
    }
}
