package org.orderengine.benchmarks;

import com.alibaba.cola.statemachine.StateMachine;
import com.alibaba.cola.statemachine.builder.StateMachineBuilder;
import com.alibaba.cola.statemachine.builder.StateMachineBuilderFactory;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The order's flow on the state machine of COLA: one for all orders. */
final class ColaRival {

    private final StateMachine<Stage, Move, Parcel> machine;

    ColaRival() {
        StateMachineBuilder<Stage, Move, Parcel> builder = StateMachineBuilderFactory.create();
        add(builder, Stage.CREATED, Move.PAY, Stage.PAID, Parcel::isFunded, Parcel::pay);
        add(builder, Stage.PAID, Move.SHIP, Stage.SHIPPED, Parcel::isInStock, Parcel::ship);
        add(builder, Stage.SHIPPED, Move.DELIVER, Stage.DELIVERED, Parcel::isUnderWay, Parcel::deliver);
        machine = builder.build("order-" + UUID.randomUUID());
    }

    private static void add(
            StateMachineBuilder<Stage, Move, Parcel> builder,
            Stage from,
            Move on,
            Stage to,
            Predicate<Parcel> guard,
            Consumer<Parcel> action) {
        builder.externalTransition()
                .from(from)
                .to(to)
                .on(on)
                .when(guard::test)
                .perform((source, target, event, parcel) -> action.accept(parcel));
    }

    Stage run(Parcel parcel) {
        Stage stage = machine.fireEvent(Stage.CREATED, Move.PAY, parcel);
        stage = machine.fireEvent(stage, Move.SHIP, parcel);
        return machine.fireEvent(stage, Move.DELIVER, parcel);
    }
}
