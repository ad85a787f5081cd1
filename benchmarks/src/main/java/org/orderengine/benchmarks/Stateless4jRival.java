package org.orderengine.benchmarks;

import com.github.oxo42.stateless4j.StateMachine;
import com.github.oxo42.stateless4j.StateMachineConfig;

/**
 * The order's flow on stateless4j: one configuration for all orders and, as that library wants it, one machine object for each. Its
 * guards take no argument, so they read the order from a field.
 */
final class Stateless4jRival {

    private final StateMachineConfig<Stage, Move> config = new StateMachineConfig<>();
    private Parcel parcel = new Parcel();

    Stateless4jRival() {
        config.configure(Stage.CREATED).permitIf(Move.PAY, Stage.PAID, () -> parcel.isFunded(), () -> parcel.pay());
        config.configure(Stage.PAID).permitIf(Move.SHIP, Stage.SHIPPED, () -> parcel.isInStock(), () -> parcel.ship());
        config.configure(Stage.SHIPPED)
                .permitIf(Move.DELIVER, Stage.DELIVERED, () -> parcel.isUnderWay(), () -> parcel.deliver());
    }

    Stage run(Parcel order) {
        parcel = order;
        StateMachine<Stage, Move> machine = new StateMachine<>(Stage.CREATED, config);
        machine.fire(Move.PAY);
        machine.fire(Move.SHIP);
        machine.fire(Move.DELIVER);
        return machine.getState();
    }
}
