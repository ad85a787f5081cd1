package org.orderengine.process;

/** How the machine under a process calls what moves it: actions of people, timers, and the answers of services. */
final class ProcessEvents {

    static final String ANY_ACTION = "action";

    /** What the end of a payment, shipment or return is called: {@code *} stands for actions, and not for it. */
    static final String CHILD = "child";

    private ProcessEvents() {}

    /** What the books tell the machine of a payment or shipment; {@code *} does not stand for it either. */
    static String happening(String happening) {
        return CHILD + "." + happening;
    }

    /** What an action is called; a dot in its name must not make it another one's, as {@code pay.x} would be {@code pay}. */
    static String action(String action) {
        return (ChildEvents.isRaised(action) ? CHILD : ANY_ACTION) + "."
                + (action.indexOf('.') < 0 ? action : action.replace('.', '/'));
    }

    static String timer(String timer) {
        return "timer." + timer;
    }

    static String done(String state) {
        return "run.done." + state;
    }

    static String declined(String state) {
        return "run.declined." + state;
    }

    static String failed(String state) {
        return "run.failed." + state;
    }
}
