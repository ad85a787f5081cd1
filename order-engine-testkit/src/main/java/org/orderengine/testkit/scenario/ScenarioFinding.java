package org.orderengine.testkit.scenario;

/**
 * One thing that makes a scenario file impossible to understand.
 *
 * @param file the file's name
 * @param line the line, from 1
 * @param column the column, from 1
 * @param message what is wrong and what would be right
 */
public record ScenarioFinding(String file, int line, int column, String message) {

    /** {@code file:line:column: message}, as compilers write it. */
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + ": " + message;
    }
}
