package org.orderengine.machine;

/** Thrown when a step has taken as many microsteps as the definition allows and has still not come to rest. */
public final class EndlessStepException extends MachineException {

    private static final long serialVersionUID = 1L;

    private final int microsteps;

    EndlessStepException(String machine, String state, String event, int microsteps) {
        super(
                machine,
                state,
                event,
                "no rest after " + microsteps + " microsteps; eventless transitions or raised events go round in"
                        + " a circle, give them a guard that ends it");
        this.microsteps = microsteps;
    }

    /** How many microsteps were taken. */
    public int microsteps() {
        return microsteps;
    }
}
