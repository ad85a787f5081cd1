package org.orderengine.machine.definition;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown when a definition with errors is put to use; it carries all findings, not only the first. */
public final class DefinitionException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /**
     * An exception for a definition.
     *
     * @param definition what is defined, such as {@code machine order}
     * @param findings all findings, warnings included
     */
    public DefinitionException(String definition, List<Finding> findings) {
        super(message(definition, findings));
        this.findings = List.copyOf(findings);
    }

    /** All findings, errors and warnings. */
    public List<Finding> findings() {
        return findings;
    }

    private static String message(String definition, List<Finding> findings) {
        List<Finding> errors = findings.stream().filter(Finding::isError).toList();
        return errors.stream()
                .map(Finding::toString)
                .collect(Collectors.joining(
                        "\n  ",
                        definition + " has " + errors.size() + (errors.size() == 1 ? " error" : " errors") + ":\n  ",
                        ""));
    }
}
