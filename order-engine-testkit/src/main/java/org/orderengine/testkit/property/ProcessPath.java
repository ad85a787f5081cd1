package org.orderengine.testkit.property;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.orderengine.model.Position;

/**
 * A path through a process.
 *
 * @param from where it begins
 * @param steps its steps
 */
public record ProcessPath(Position from, List<PathStep> steps) {

    public ProcessPath {
        steps = List.copyOf(steps);
    }

    /** Where it ends. */
    public Position to() {
        return steps.isEmpty() ? from : steps.get(steps.size() - 1).to();
    }

    /** The places of the transitions that it takes, in that order. */
    public Set<String> transitions() {
        return steps.stream()
                .flatMap(step -> step.transitions().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    ProcessPath then(PathStep step) {
        List<PathStep> longer = new ArrayList<>(steps);
        longer.add(step);
        return new ProcessPath(from, longer);
    }

    /** Such as {@code placing; done: placing to created; on pay to paying}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(from.toString());
        steps.forEach(step -> text.append("; ").append(step));
        return text.toString();
    }
}
