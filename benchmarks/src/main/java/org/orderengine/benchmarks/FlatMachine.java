package org.orderengine.benchmarks;

import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.machine.definition.MachineDefinition;

/** The order's flow as a machine with one active state. */
final class FlatMachine {

    private final Machine<Stage, Move, Parcel> machine =
            Machine.compile(MachineDefinition.<Stage, Move, Parcel>named("flat")
                    .state(Stage.CREATED, s -> s.on(Move.PAY)
                            .when("funded", Parcel::isFunded)
                            .does("pay", Parcel::pay)
                            .to(Stage.PAID))
                    .state(Stage.PAID, s -> s.on(Move.SHIP)
                            .when("in stock", Parcel::isInStock)
                            .does("ship", Parcel::ship)
                            .to(Stage.SHIPPED))
                    .state(Stage.SHIPPED, s -> s.on(Move.DELIVER)
                            .when("under way", Parcel::isUnderWay)
                            .does("deliver", Parcel::deliver)
                            .to(Stage.DELIVERED))
                    .finalState(Stage.DELIVERED)
                    .build());

    Instance<Stage> run(Parcel parcel) {
        Instance<Stage> instance = machine.start(parcel).instance();
        instance = machine.fire(instance, Move.PAY, parcel).instance();
        instance = machine.fire(instance, Move.SHIP, parcel).instance();
        return machine.fire(instance, Move.DELIVER, parcel).instance();
    }
}
