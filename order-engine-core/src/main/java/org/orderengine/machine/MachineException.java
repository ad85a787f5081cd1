package org.orderengine.machine;

/**
 * Thrown when a guard or an action threw, or a step came to no end: the step did not happen, and the caller's instance is as good as before.
 */
public class MachineException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String machine;
    private final String state;
    private final String event;

    MachineException(String machine, String state, String event, String problem, Throwable cause) {
        super("Machine " + machine + ", state " + state + ", event " + event + ": " + problem, cause);
        this.machine = machine;
        this.state = state;
        this.event = event;
    }

    MachineException(String machine, String state, String event, String problem) {
        super("Machine " + machine + ", state " + state + ", event " + event + ": " + problem);
        this.machine = machine;
        this.state = state;
        this.event = event;
    }

    /** The machine's name. */
    public String machine() {
        return machine;
    }

    /** The state whose guard or content failed. */
    public String state() {
        return state;
    }

    /** The event that was handled. */
    public String event() {
        return event;
    }
}
