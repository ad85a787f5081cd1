package org.orderengine.machine.chart;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Trigger;

/**
 * The numbers of a machine's events: zero for none, then the events it names, the ends of its states, and one for all others.
 *
 * <p>String events match descriptors by dot-separated prefix. An unknown name therefore behaves exactly as the longest known name
 * that it continues, and has that number.
 */
public final class EventTable<S, E> {

    /** The number that stands for no event. */
    public static final int EVENTLESS = 0;

    private final List<E> events;
    private final Map<Object, Integer> numbers = new HashMap<>();
    private final Map<Object, BitSet> prefixed = new HashMap<>();
    private final @Nullable Class<?> enumType;
    private final int firstDone;
    private final int other;

    /**
     * Numbers the events.
     *
     * @param named the events that triggers and raises name, in document order
     * @param states the states, in the order of their numbers, which begin with one
     */
    EventTable(Collection<E> named, List<S> states) {
        Set<Object> distinct = new LinkedHashSet<>(named);
        enumType = enumTypeOf(distinct);
        boolean strings = distinct.stream().anyMatch(String.class::isInstance);
        if (strings) {
            states.forEach(state -> distinct.remove(Trigger.DONE_PREFIX + state));
        }
        events = enumType == null ? castAll(distinct) : castAll(List.of(enumType.getEnumConstants()));
        firstDone = 1 + events.size();
        other = firstDone + states.size() + 1;
        for (int index = 0; index < events.size(); index++) {
            numbers.put(events.get(index), 1 + index);
        }
        if (strings) {
            for (int index = 0; index < states.size(); index++) {
                numbers.put(Trigger.DONE_PREFIX + states.get(index), done(1 + index));
            }
            numbers.forEach((name, number) -> addPrefixes(name.toString(), number));
        }
    }

    private static @Nullable Class<?> enumTypeOf(Set<Object> events) {
        Class<?> type = null;
        for (Object event : events) {
            if (!(event instanceof Enum<?> constant) || (type != null && type != constant.getDeclaringClass())) {
                return null;
            }
            type = constant.getDeclaringClass();
        }
        return type;
    }

    @SuppressWarnings("unchecked")
    private static <E> List<E> castAll(Collection<?> events) {
        return (List<E>) List.copyOf(events);
    }

    private void addPrefixes(String name, int number) {
        for (String prefix = name; !prefix.isEmpty(); prefix = parent(prefix)) {
            prefixed.computeIfAbsent(prefix, key -> new BitSet()).set(number);
        }
    }

    private static String parent(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** How many numbers there are. */
    public int size() {
        return other + 1;
    }

    /** The events that are named, or all constants of their enum, in order; their numbers begin with one. */
    public List<E> events() {
        return events;
    }

    /** The number of the event that announces the end of a state. */
    public int done(int state) {
        return firstDone + state;
    }

    /** The number of an event. */
    @SuppressWarnings("EnumOrdinal")
    public int number(E event) {
        if (event.getClass() == enumType) {
            return 1 + ((Enum<?>) event).ordinal();
        }
        Integer known = numbers.get(event);
        return known != null ? known : numberOfUnknown(event);
    }

    private int numberOfUnknown(E event) {
        if (event instanceof String name) {
            for (String prefix = parent(name); !prefix.isEmpty(); prefix = parent(prefix)) {
                Integer known = numbers.get(prefix);
                if (known != null) {
                    return known;
                }
            }
        }
        return other;
    }

    /** The numbers of all events that a trigger matches; {@code stateNumbers} has that of the state a done trigger names. */
    BitSet matchedBy(Trigger<S, E> trigger, Map<S, Integer> stateNumbers) {
        BitSet matched = new BitSet();
        if (trigger instanceof Trigger.Any<S, E>) {
            matched.set(1, size());
        } else if (trigger instanceof Trigger.Done<S, E> end) {
            Integer state = stateNumbers.get(end.state());
            if (state != null) {
                matched.set(done(state));
            }
        } else if (trigger instanceof Trigger.On<S, E> on) {
            BitSet longer = prefixed.get(on.event());
            if (longer != null) {
                matched.or(longer);
            } else {
                matched.set(number(on.event()));
            }
        }
        return matched;
    }

    /** What errors call the event of that number. */
    public String nameOf(int number, List<S> states) {
        if (number == EVENTLESS) {
            return "none";
        }
        if (number < firstDone) {
            return events.get(number - 1).toString();
        }
        return number < other ? Trigger.DONE_PREFIX + states.get(number - firstDone - 1) : "unknown";
    }
}
