package org.orderengine.diagram;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.orderengine.event.Event;
import org.orderengine.model.ProcessReference;
import org.orderengine.orders.ProcessFlow;
import org.orderengine.orders.RestTimes;
import org.orderengine.orders.TimelineEntry;
import org.orderengine.process.ProcessDefinition;

/**
 * Counts which transitions orders took, and how long they rested in each state. What happened to an order before it was migrated to another
 * process counts for neither.
 */
public final class PastFlows {

    private static final Comparator<ProcessReference> BY_VERSION =
            Comparator.comparing(ProcessReference::name).thenComparing(ProcessReference::version);

    private PastFlows() {}

    /**
     * The flows of orders; by process and version.
     *
     * @param definitions the definitions; an order whose process is none of them is left out
     * @param histories the history of each order, earliest first
     * @param now until when a stay that goes on has lasted
     */
    public static List<ProcessFlow> of(
            Function<ProcessReference, Optional<ProcessDefinition>> definitions,
            Stream<List<TimelineEntry>> histories,
            Instant now) {
        Map<ProcessReference, Flow> flows = new TreeMap<>(BY_VERSION);
        histories.filter(history -> !history.isEmpty()).forEach(history -> {
            ProcessReference process = history.get(history.size() - 1).order().process();
            definitions.apply(process).ifPresent(definition -> flows.computeIfAbsent(
                            process, first -> new Flow(new Drawing(definition)))
                    .add(history));
        });
        List<ProcessFlow> figures = new ArrayList<>();
        flows.forEach((process, flow) -> figures.add(flow.figures(process, now)));
        return figures;
    }

    /** The orders of one version of a process. */
    private static final class Flow {

        private final Drawing drawing;
        private final Map<String, Long> taken = new HashMap<>();
        private final Map<String, List<Duration>> ended = new HashMap<>();
        private final Map<String, List<Instant>> going = new HashMap<>();
        private long orders;

        Flow(Drawing drawing) {
            this.drawing = drawing;
        }

        void add(List<TimelineEntry> timeline) {
            orders++;
            PastPath path = new PastPath(drawing);
            Map<String, Instant> since = new LinkedHashMap<>();
            for (TimelineEntry entry : timeline) {
                path.follow(entry);
                entry.events().forEach(event -> move(since, event, entry.at()));
            }
            path.highlight().taken().forEach(transition -> taken.merge(transition, 1L, Long::sum));
            since.forEach((state, entered) -> {
                if (!drawing.shape(state).state().end()) {
                    going.computeIfAbsent(state, first -> new ArrayList<>()).add(entered);
                }
            });
        }

        private void move(Map<String, Instant> since, Event event, Instant at) {
            if (event instanceof Event.ProcessMigrated migrated) {
                since.clear();
                migrated.position().states().forEach(state -> since.put(state, at));
            } else if (event instanceof Event.PositionChanged changed) {
                List<String> states = changed.position().states();
                since.entrySet().removeIf(stay -> {
                    boolean isLeft = !states.contains(stay.getKey());
                    if (isLeft) {
                        ended.computeIfAbsent(stay.getKey(), first -> new ArrayList<>())
                                .add(Duration.between(stay.getValue(), at));
                    }
                    return isLeft;
                });
                states.forEach(state -> since.putIfAbsent(state, at));
            }
        }

        ProcessFlow figures(ProcessReference process, Instant now) {
            Map<String, RestTimes> rests = new HashMap<>();
            Map<String, List<Duration>> stays = new HashMap<>();
            ended.forEach((state, durations) -> stays.put(state, new ArrayList<>(durations)));
            going.forEach((state, since) -> {
                List<Duration> all = stays.computeIfAbsent(state, first -> new ArrayList<>());
                since.forEach(entered -> all.add(Duration.between(entered, now)));
            });
            stays.forEach((state, durations) -> rests.put(
                    state,
                    RestTimes.of(durations, going.getOrDefault(state, List.of()).size())));
            return new ProcessFlow(process, orders, taken, rests);
        }
    }
}
