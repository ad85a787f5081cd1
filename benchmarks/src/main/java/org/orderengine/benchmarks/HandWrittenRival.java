package org.orderengine.benchmarks;

/** The order's flow as a switch, with nothing else: the floor. */
final class HandWrittenRival {

    private HandWrittenRival() {}

    static Stage run(Parcel parcel) {
        Stage stage = fire(Stage.CREATED, Move.PAY, parcel);
        stage = fire(stage, Move.SHIP, parcel);
        return fire(stage, Move.DELIVER, parcel);
    }

    private static Stage fire(Stage stage, Move move, Parcel parcel) {
        switch (stage) {
            case CREATED -> {
                if (move == Move.PAY && parcel.isFunded()) {
                    parcel.pay();
                    return Stage.PAID;
                }
            }
            case PAID -> {
                if (move == Move.SHIP && parcel.isInStock()) {
                    parcel.ship();
                    return Stage.SHIPPED;
                }
            }
            case SHIPPED -> {
                if (move == Move.DELIVER && parcel.isUnderWay()) {
                    parcel.deliver();
                    return Stage.DELIVERED;
                }
            }
            case DELIVERED -> {
                // The end.
            }
        }
        return stage;
    }
}
