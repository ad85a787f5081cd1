package org.orderengine.testkit.coverage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.orderengine.process.ProcessDefinition;
import org.orderengine.process.ProcessState;
import org.orderengine.process.ProcessTransition;
import org.orderengine.process.vocabulary.EffectKind;
import org.orderengine.testkit.coverage.CoverageItem.Kind;

/** Everything in a definition that tests can exercise, in the order of the definition. */
final class Inventory {

    private final List<Key> keys = new ArrayList<>();
    private final Map<String, String> statePlaces = new LinkedHashMap<>();
    private final Map<String, ProcessState> states = new LinkedHashMap<>();

    /**
     * What is counted.
     *
     * @param kind what it is
     * @param place where it stands
     * @param what what of it
     */
    record Key(Kind kind, String place, String what) {}

    Inventory(ProcessDefinition definition) {
        add(definition.states(), "states");
    }

    /** All of it. */
    List<Key> keys() {
        return Collections.unmodifiableList(keys);
    }

    Key state(String name) {
        return new Key(Kind.STATE, statePlaces.getOrDefault(name, name), name);
    }

    /** The outcome of an effect that a busy state owes; what it undoes after a no belongs to no effect that it names. */
    Key outcome(String state, String effect, String outcome) {
        ProcessState busy = states.get(state);
        String named = effect;
        if (busy != null && !busy.run().contains(effect)) {
            boolean promised = effect.equals(EffectKind.PAYMENT_AUTHORIZE.word())
                    && busy.run().contains(EffectKind.PAYMENT_CAPTURE.word());
            named = (promised ? EffectKind.PAYMENT_CAPTURE : EffectKind.REVERSE).word();
        }
        return outcomeOf(statePlaces.getOrDefault(state, state), named, outcome);
    }

    static Key transition(String place, String what) {
        return new Key(Kind.TRANSITION, place, what);
    }

    static Key guard(String transition, String guard, boolean held) {
        return new Key(Kind.GUARD, transition, guard + (held ? " says yes" : " says no"));
    }

    /** The timer that a transition belongs to, named by its place. */
    static Key timer(String place) {
        return new Key(Kind.TIMER, place, place.substring(place.lastIndexOf('.') + 1));
    }

    private static Key outcomeOf(String place, String effect, String outcome) {
        return new Key(Kind.OUTCOME, place + ".run", effect + " " + outcome);
    }

    /** What can become of an effect: one that asks no service is done, or does nothing but enter what it means into the books. */
    private static List<String> outcomes(String effect) {
        return switch (EffectKind.of(effect)) {
            case DEPOSIT_KEEP, PROPOSAL_DROP, AUTHORIZATION_EXPIRE -> List.of();
            case SHIPMENT_LEAVE -> List.of("done");
            default -> Tally.OUTCOMES;
        };
    }

    private void add(Map<String, ProcessState> inner, String around) {
        inner.forEach((name, state) -> {
            String place = around + "." + name;
            statePlaces.put(name, place);
            states.put(name, state);
            if (state.history() == null) {
                keys.add(state(name));
            }
            state.run().stream().distinct().forEach(effect -> {
                for (String outcome : outcomes(effect)) {
                    keys.add(outcomeOf(place, effect, outcome));
                }
            });
            state.on().forEach((action, ways) -> transitions(name + " on " + action, place + ".on." + action, ways));
            state.after().forEach((timer, after) -> {
                keys.add(timer(place + ".after." + timer));
                transitions(name + " after " + timer, place + ".after." + timer, after.transitions());
            });
            transitions(name, place + ".always", state.always());
            transitions(name + " when done", place + ".done", state.done());
            if (state.isBusy()) {
                transitions(name + " when declined", place + ".declined", state.declined());
                transitions(name + " when failed", place + ".failed", state.failed());
            }
            add(state.states(), place + ".states");
        });
    }

    private void transitions(String lead, String list, List<ProcessTransition> ways) {
        for (int i = 0; i < ways.size(); i++) {
            ProcessTransition way = ways.get(i);
            String place = list + "[" + i + "]";
            String when = way.when().isEmpty() ? "" : " [" + String.join(" and ", way.when()) + "]";
            keys.add(transition(place, lead + when + (way.to() == null ? ", stays" : " to " + way.to())));
            for (String guard : way.when().stream().distinct().toList()) {
                keys.add(guard(place, guard, true));
                keys.add(guard(place, guard, false));
            }
        }
    }
}
