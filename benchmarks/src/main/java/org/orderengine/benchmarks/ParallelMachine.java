package org.orderengine.benchmarks;

import org.orderengine.machine.Instance;
import org.orderengine.machine.Machine;
import org.orderengine.machine.definition.MachineDefinition;

/**
 * The order's flow as a machine with nested states and two regions: money and goods go side by side, and the order is complete when
 * both have come to their end.
 */
final class ParallelMachine {

    private final Machine<String, Move, Parcel> machine =
            Machine.compile(MachineDefinition.<String, Move, Parcel>named("parallel")
                    .parallel("open", p -> p.state("money", money -> money.state("owed", s -> s.on(Move.PAY)
                                            .when("funded", Parcel::isFunded)
                                            .does("pay", Parcel::pay)
                                            .to("received"))
                                    .finalState("received"))
                            .state("goods", goods -> goods.state(
                                            "here",
                                            here -> here.state("shelved", s -> s.on(Move.SHIP)
                                                    .when("in stock", Parcel::isInStock)
                                                    .does("ship", Parcel::ship)
                                                    .to("travelling")))
                                    .state("travelling", s -> s.on(Move.DELIVER)
                                            .when("under way", Parcel::isUnderWay)
                                            .does("deliver", Parcel::deliver)
                                            .to("there"))
                                    .finalState("there"))
                            .onDone()
                            .to("complete"))
                    .finalState("complete")
                    .build());

    Instance<String> run(Parcel parcel) {
        Instance<String> instance = machine.start(parcel).instance();
        instance = machine.fire(instance, Move.PAY, parcel).instance();
        instance = machine.fire(instance, Move.SHIP, parcel).instance();
        return machine.fire(instance, Move.DELIVER, parcel).instance();
    }
}
