package org.orderengine.dispatch;

import org.orderengine.command.Migration;
import org.orderengine.command.PlaceOrder;
import org.orderengine.decision.Codes;
import org.orderengine.model.Order;
import org.orderengine.model.Problem;

/** The problems of commands whose order or process is not there, or is there already. */
final class NotThere {

    private NotThere() {}

    /** There is no order of that id. */
    static Problem order(String orderId) {
        return new Problem(Codes.UNKNOWN_ORDER, "there is no order \"" + orderId + "\"");
    }

    /** There was an order of that id, which was archived. */
    static Problem archived(String orderId) {
        return new Problem(
                Codes.ORDER_ARCHIVED,
                "order \"" + orderId
                        + "\" was archived: look for it in what was exported, and use another id for a new one");
    }

    /** The id of a new order is taken. */
    static Problem free(Order taken) {
        return new Problem(Codes.ORDER_EXISTS, "there is an order \"" + taken.id() + "\" already");
    }

    /** The engine was not given the process that an order follows. */
    static Problem process(Order order) {
        return new Problem(Codes.UNKNOWN_PROCESS, Processes.missing(order));
    }

    /** There is no process of the name that a new order is to follow. */
    static Problem process(PlaceOrder place, Processes processes) {
        return new Problem(
                Codes.UNKNOWN_PROCESS,
                "there is no process \"" + place.process() + "\"; there are " + processes.names());
    }

    /** The engine was not given what a migration is between. */
    static Problem process(Migration migration) {
        return new Problem(Codes.UNKNOWN_PROCESS, "this engine was not given both processes of the " + migration);
    }
}
