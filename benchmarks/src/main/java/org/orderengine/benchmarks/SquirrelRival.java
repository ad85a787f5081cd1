package org.orderengine.benchmarks;

import java.util.function.Consumer;
import java.util.function.Predicate;
import org.squirrelframework.foundation.fsm.AnonymousAction;
import org.squirrelframework.foundation.fsm.AnonymousCondition;
import org.squirrelframework.foundation.fsm.StateMachineBuilder;
import org.squirrelframework.foundation.fsm.StateMachineBuilderFactory;
import org.squirrelframework.foundation.fsm.impl.AbstractStateMachine;

/** The order's flow on squirrel-foundation: one builder for all orders and, as that library wants it, one machine for each. */
final class SquirrelRival {

    private final StateMachineBuilder<Flow, Stage, Move, Parcel> builder =
            StateMachineBuilderFactory.create(Flow.class, Stage.class, Move.class, Parcel.class);

    /** The machine class that squirrel instantiates. */
    static class Flow extends AbstractStateMachine<Flow, Stage, Move, Parcel> {}

    SquirrelRival() {
        add(Stage.CREATED, Move.PAY, Stage.PAID, Parcel::isFunded, Parcel::pay);
        add(Stage.PAID, Move.SHIP, Stage.SHIPPED, Parcel::isInStock, Parcel::ship);
        add(Stage.SHIPPED, Move.DELIVER, Stage.DELIVERED, Parcel::isUnderWay, Parcel::deliver);
    }

    private void add(Stage from, Move on, Stage to, Predicate<Parcel> guard, Consumer<Parcel> action) {
        builder.externalTransition()
                .from(from)
                .to(to)
                .on(on)
                .when(new AnonymousCondition<>() {
                    @Override
                    public boolean isSatisfied(Parcel parcel) {
                        return guard.test(parcel);
                    }
                })
                .perform(new AnonymousAction<>() {
                    @Override
                    public void execute(Stage source, Stage target, Move event, Parcel parcel, Flow machine) {
                        action.accept(parcel);
                    }
                });
    }

    Stage run(Parcel parcel) {
        Flow machine = builder.newStateMachine(Stage.CREATED);
        machine.fire(Move.PAY, parcel);
        machine.fire(Move.SHIP, parcel);
        machine.fire(Move.DELIVER, parcel);
        return machine.getCurrentState();
    }
}
