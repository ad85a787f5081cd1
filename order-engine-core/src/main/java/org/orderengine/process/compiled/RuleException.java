package org.orderengine.process.compiled;

/** A host's rule for a timer threw, or said nothing. */
public final class RuleException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RuleException(String rule, String problem, Throwable cause) {
        super("rule " + rule + " " + problem, cause);
    }
}
