package org.orderengine.machine.scxml;

/** Thrown when a file is no SCXML that this reader understands. */
final class ScxmlException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ScxmlException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }
}
