package org.orderengine.process.vocabulary;

import org.orderengine.process.ChildEvents;

/** How the machine under a process calls what moves it: actions of people, timers, and the answers of services. */
public final class ProcessEvents {

    public static final String ANY_ACTION = "action";

    /** What the end of a payment, shipment or return is called: {@code *} stands for actions, and not for it. */
    public static final String CHILD = "child";

    private ProcessEvents() {}

    /** What the books tell the machine of a payment or shipment; {@code *} does not stand for it either. */
    public static String happening(String happening) {
        return CHILD + "." + happening;
    }

    /** What an action is called; a dot in its name must not make it another one's, as {@code pay.x} would be {@code pay}. */
    public static String action(String action) {
        return (ChildEvents.isRaised(action) ? CHILD : ANY_ACTION) + "."
                + (action.indexOf('.') < 0 ? action : action.replace('.', '/'));
    }

    public static String timer(String timer) {
        return "timer." + timer;
    }

    public static String done(String state) {
        return "run.done." + state;
    }

    public static String declined(String state) {
        return "run.declined." + state;
    }

    public static String failed(String state) {
        return "run.failed." + state;
    }
}
