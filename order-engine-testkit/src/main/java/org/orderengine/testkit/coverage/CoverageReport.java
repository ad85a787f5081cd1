package org.orderengine.testkit.coverage;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.testkit.coverage.CoverageItem.Kind;

/** What was exercised of one definition when the report was made. Immutable. */
public final class CoverageReport {

    private final ProcessDefinition definition;
    private final List<CoverageItem> items;

    CoverageReport(ProcessDefinition definition, List<CoverageItem> items) {
        this.definition = definition;
        this.items = List.copyOf(items);
    }

    /** The definition. */
    public ProcessDefinition definition() {
        return definition;
    }

    /** Everything that counts, in the order of the definition. */
    public List<CoverageItem> items() {
        return items;
    }

    /** What was not exercised. */
    public List<CoverageItem> missing() {
        return items.stream().filter(item -> !item.isExercised()).toList();
    }

    /** How much was exercised, in percent from 0 to 100; 100 where nothing counts. */
    public double percent() {
        return items.isEmpty() ? 100 : exercised() * 100.0 / items.size();
    }

    /** This report of some kinds of things alone. */
    public CoverageReport only(Kind first, Kind... others) {
        Set<Kind> kinds = EnumSet.of(first, others);
        return new CoverageReport(
                definition,
                items.stream().filter(item -> kinds.contains(item.kind())).toList());
    }

    /**
     * This report without what cannot be exercised, or need not be.
     *
     * @param listed a thing as the report lists it, {@code place: what}, or a place alone for all that it holds
     * @throws IllegalArgumentException if there is no such thing, or if it was exercised after all: such a list does not outlive its
     *     reasons
     */
    public CoverageReport without(String listed) {
        List<CoverageItem> left =
                items.stream().filter(item -> !isMeant(item, listed)).toList();
        if (left.size() == items.size()) {
            throw new IllegalArgumentException(
                    "nothing in " + title() + " is called " + listed + "; name it as the report lists it");
        }
        if (items.stream().anyMatch(item -> isMeant(item, listed) && item.isExercised())) {
            throw new IllegalArgumentException(
                    listed + " of " + title() + " was exercised after all; let it count again");
        }
        return new CoverageReport(definition, left);
    }

    /**
     * Fails the test that calls it if less was exercised.
     *
     * @param percent from 0 to 100
     * @throws AssertionError with the whole report, which lists what is missing
     */
    public void requireAtLeast(double percent) {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException(percent + " is not a percentage from 0 to 100");
        }
        if (exercised() * 100.0 < percent * items.size()) {
            throw new AssertionError(String.format(
                    Locale.ROOT, "at least %s %% of %s were to be exercised%n%s", percent, title(), text()));
        }
    }

    /** How much was exercised of each kind, and the list of what was not, in lines that end with a newline. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, "%s: %.1f %% exercised, %d of %d\n", title(), percent(), exercised(), items.size()));
        for (Kind kind : Kind.values()) {
            List<CoverageItem> some =
                    items.stream().filter(item -> item.kind() == kind).toList();
            if (!some.isEmpty()) {
                long of = some.stream().filter(CoverageItem::isExercised).count();
                text.append(String.format(Locale.ROOT, "  %-16s %d of %d\n", kind.plural(), of, some.size()));
            }
        }
        for (Kind kind : Kind.values()) {
            List<CoverageItem> some =
                    missing().stream().filter(item -> item.kind() == kind).toList();
            if (!some.isEmpty()) {
                text.append(kind.plural()).append(" not exercised:\n");
                some.forEach(item -> text.append("  ").append(item).append('\n'));
            }
        }
        return text.toString();
    }

    /**
     * The definition as a Mermaid flowchart: what was exercised is drawn in green with solid lines, what was not in red with dashed
     * ones, and what was exercised in part, such as a busy state whose service never said no, in yellow.
     *
     * @return lines that end with a newline
     */
    public String mermaid() {
        return new CoverageDiagram(definition, items).text();
    }

    String title() {
        return definition.reference().toString();
    }

    private long exercised() {
        return items.stream().filter(CoverageItem::isExercised).count();
    }

    private static boolean isMeant(CoverageItem item, String listed) {
        return item.toString().equals(listed)
                || item.place().equals(listed)
                || item.place().startsWith(listed + ".")
                || item.place().startsWith(listed + "[");
    }

    @Override
    public String toString() {
        return text();
    }
}
