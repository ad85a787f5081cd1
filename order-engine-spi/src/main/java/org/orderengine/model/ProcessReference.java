package org.orderengine.model;

/**
 * The process definition that an order follows from placing to its end.
 *
 * @param name the process's name
 * @param version its version, from 1
 */
public record ProcessReference(String name, int version) {

    public ProcessReference {
        Checks.requireText(name, "process");
        Checks.requirePositive(version, "version of process", name);
    }

    @Override
    public String toString() {
        return name + " v" + version;
    }
}
