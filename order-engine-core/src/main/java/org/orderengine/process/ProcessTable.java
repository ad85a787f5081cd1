package org.orderengine.process;

import java.util.List;
import org.orderengine.machine.definition.DefinitionException;
import org.orderengine.process.finding.ProcessFindings;
import org.orderengine.process.finding.ProcessPlaces;
import org.orderengine.process.finding.ProcessRule;
import org.orderengine.source.JsonSource.Place;

/**
 * Process definitions as plain tables in CSV, for who thinks of a process as states, actions and next states.
 *
 * <p>For example
 *
 * <pre>{@code
 * state,action,guard,next state
 * open,pay,fully-paid,paid
 * open,pay,(else),(stays)
 * open,cancel,,cancelled
 * paid,use,,used
 * }</pre>
 *
 * <p>The first line names the columns, in any order; {@code guard} may be missing. Guards that all have to hold are joined by
 * {@code and}; several rows of one state and action are tried from the top; an empty next state, or {@code (stays)}, keeps the
 * state. The process begins in the state of the first row, unless a row of the action {@code (start)} without a state names
 * another as its next one. A state without a way out is final: it need not have a row of its own, but may, with its other cells
 * empty, or with the action {@code (final)}. Timers, effects and states in states need JSON.
 *
 * <p>The cells are separated by commas, as RFC 4180 has it. The limits are those of {@link ProcessJson}.
 */
public final class ProcessTable {

    private ProcessTable() {}

    /**
     * The definition that a table holds.
     *
     * @param text the table
     * @param name the definition's name, not blank
     * @param version its version, from 1
     * @throws DefinitionException with a finding for everything in it that cannot be understood. Whether what it says makes
     *     sense is for verification to tell, when the engine is built
     */
    public static ProcessDefinition read(String text, String name, int version) {
        ProcessFindings findings = new ProcessFindings();
        if (text.length() > ProcessJson.MAX_TEXT) {
            findings.add(
                    ProcessRule.LIMIT_EXCEEDED,
                    ProcessPlaces.ROOT,
                    "a text of " + text.length() + " characters",
                    "use at most " + ProcessJson.MAX_TEXT);
            throw new DefinitionException("process", findings.all());
        }
        List<List<CsvText.Cell>> rows = CsvText.rows(text, findings);
        TableReader reader = new TableReader(findings);
        if (rows.isEmpty()) {
            reader.refuse(
                    ProcessRule.MISSING_KEY,
                    new Place(1, 1),
                    "has no header",
                    "begin with the line \"state,action,guard,next state\"");
        } else {
            reader.read(rows);
        }
        if (!findings.isEmpty()) {
            throw new DefinitionException("process " + ProcessFindings.cut(name), findings.all());
        }
        return reader.definition(name, version);
    }
}
