package org.orderengine.benchmarks;

/** The order that all state machines are measured with: what their guards read and their actions write. */
final class Parcel {

    private int funds;
    private int stock;
    private int moves;

    /** Makes it a new order. */
    void reset() {
        funds = 100;
        stock = 1;
        moves = 0;
    }

    boolean isFunded() {
        return funds >= 100;
    }

    boolean isInStock() {
        return stock > 0;
    }

    boolean isUnderWay() {
        return moves == 2;
    }

    void pay() {
        funds -= 100;
        moves++;
    }

    void ship() {
        stock--;
        moves++;
    }

    void deliver() {
        moves++;
    }

    /** How many actions were performed on it. */
    int moves() {
        return moves;
    }
}
