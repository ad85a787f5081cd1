package org.orderengine.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Phase;

/**
 * Definitions of any shape, sensible or not: whatever can be written down. What they are made of comes from one stream of
 * numbers, so that a failing one shrinks.
 */
final class Definitions {

    private static final List<String> ACTIONS = List.of("pay", "ship", "cancel", "*", "sign-off", "späť", "取消");
    private static final List<String> GUARDS = List.of("fully-paid", "nothing-open", "vip", "it's \"odd\"\n");
    private static final List<String> EFFECTS = List.of("inventory.reserve", "reverse", "mail.send", "a\\b");
    private static final List<Duration> DURATIONS = List.of(
            Duration.ofMinutes(30),
            Duration.ofDays(7),
            Duration.ofHours(25),
            Duration.ofSeconds(1, 500_000_000),
            ProcessTimer.MAX_IN,
            Duration.ofNanos(1));

    private final List<Integer> numbers;
    private final boolean withEmptyLists;
    private int next;
    private int named;

    private Definitions(List<Integer> numbers, boolean withEmptyLists) {
        this.numbers = numbers;
        this.withEmptyLists = withEmptyLists;
    }

    /** Whatever can be written in JSON. */
    static Arbitrary<ProcessDefinition> any() {
        return any(true);
    }

    /** Whatever can be written in Java: a list of no transitions cannot. */
    static Arbitrary<ProcessDefinition> sayable() {
        return any(false);
    }

    private static Arbitrary<ProcessDefinition> any(boolean withEmptyLists) {
        return Arbitraries.integers()
                .between(0, 1000)
                .list()
                .ofMinSize(1)
                .ofMaxSize(200)
                .map(numbers -> new Definitions(numbers, withEmptyLists).definition());
    }

    private ProcessDefinition definition() {
        String name = choose(List.of("goods", "made to measure", "a\"b", "ü")) + number(3);
        int version = number(4) == 0 ? Integer.MAX_VALUE : 1 + number(9);
        Map<String, ProcessState> states = states(0);
        return new ProcessDefinition(name, version, number(2) == 0 ? "" : "s" + number(4), states);
    }

    private Map<String, ProcessState> states(int depth) {
        Map<String, ProcessState> states = new LinkedHashMap<>();
        int size = depth > 2 ? 0 : number(depth == 0 ? 5 : 3);
        for (int i = 0; i < size; i++) {
            String name = "s" + named++;
            states.put(name, state(depth));
        }
        return states;
    }

    private ProcessState state(int depth) {
        boolean parallel = number(5) == 0;
        ProcessState.@Nullable History history =
                number(6) == 0 ? choose(List.of(ProcessState.History.SHALLOW, ProcessState.History.DEEP)) : null;
        return new ProcessState(
                number(3) == 0 ? "s" + number(9) : null,
                parallel,
                number(5) == 0,
                history,
                some(EFFECTS),
                some(EFFECTS),
                some(EFFECTS),
                actions(),
                timers(),
                transitions(number(2)),
                transitions(number(3)),
                transitions(number(3)),
                transitions(number(2)),
                some(ACTIONS),
                states(depth + 1),
                number(3) == 0 ? choose(List.of(Phase.TO_PAY, Phase.HELD, Phase.COMPLETED)) : null);
    }

    private Map<String, List<ProcessTransition>> actions() {
        Map<String, List<ProcessTransition>> actions = new LinkedHashMap<>();
        for (String action : some(ACTIONS)) {
            actions.put(action, someTransitions());
        }
        return actions;
    }

    private Map<String, ProcessTimer> timers() {
        Map<String, ProcessTimer> timers = new LinkedHashMap<>();
        for (int i = number(3); i > 0; i--) {
            boolean byRule = number(3) == 0;
            timers.put(
                    "t" + number(5),
                    new ProcessTimer(
                            byRule ? null : choose(DURATIONS), byRule ? "rule-" + number(3) : null, someTransitions()));
        }
        return timers;
    }

    private List<ProcessTransition> someTransitions() {
        return transitions(withEmptyLists ? number(4) : 1 + number(3));
    }

    private List<ProcessTransition> transitions(int size) {
        List<ProcessTransition> transitions = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            transitions.add(new ProcessTransition(some(GUARDS), number(3) == 0 ? null : "s" + number(9)));
        }
        return transitions;
    }

    private <T> List<T> some(List<T> all) {
        int picked = number(4) == 0 ? number(1 << all.size()) : 0;
        List<T> some = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if ((picked & (1 << i)) != 0) {
                some.add(all.get(i));
            }
        }
        return some;
    }

    private <T> T choose(List<T> all) {
        return all.get(number(all.size()));
    }

    /** The next number below a bound; when the stream runs dry, zero, so that what is made comes to an end. */
    private int number(int bound) {
        return next < numbers.size() ? numbers.get(next++) % bound : 0;
    }
}
