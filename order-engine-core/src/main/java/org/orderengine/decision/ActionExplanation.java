package org.orderengine.decision;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Problem;
import org.orderengine.process.ConsideredTransition;

/**
 * Whether an action would be accepted where an order is, by which transition, what the guards say, and what would follow. An
 * immutable value; {@link #toString} tells it to people.
 *
 * @param orderId the order
 * @param action the action
 * @param states where the order is; empty where there is no such order
 * @param answer what would become of the action
 * @param refusal why it would be refused; null unless it would be
 * @param candidates the transitions for the action of all active states, in the order in which they are considered
 * @param follows what would follow; null unless it would be taken
 */
public record ActionExplanation(
        String orderId,
        String action,
        List<String> states,
        Answer answer,
        @Nullable Problem refusal,
        List<ConsideredTransition> candidates,
        @Nullable Consequences follows) {

    /** What would become of an action. */
    public enum Answer {
        /** It would be taken. */
        TAKEN,
        /** The order is busy: it would be kept, and tried when the order has come to rest. */
        KEPT,
        /** It was taken before, and nothing would happen again. */
        TAKEN_ALREADY,
        /** It would be refused, and nothing would change. */
        REFUSED
    }

    /** Copies the lists. */
    public ActionExplanation {
        states = List.copyOf(states);
        candidates = List.copyOf(candidates);
        if ((answer == Answer.REFUSED) != (refusal != null)) {
            throw new IllegalArgumentException("a refusal has a reason, and nothing else has: " + answer);
        }
    }

    /** The explanation of an action that is refused before a process is asked. */
    public static ActionExplanation refused(String orderId, String action, Problem refusal) {
        return new ActionExplanation(orderId, action, List.of(), Answer.REFUSED, refusal, List.of(), null);
    }

    /** Whether it would be accepted. */
    public boolean accepted() {
        return answer != Answer.REFUSED;
    }

    /** The transition that would be taken; empty if none would, as when money arrives where no state waits for it. */
    public Optional<ConsideredTransition> transition() {
        return candidates.stream()
                .filter(candidate -> candidate.standing() == ConsideredTransition.Standing.TAKEN)
                .findFirst();
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(action + " on order " + orderId);
        if (!states.isEmpty()) {
            text.append(" in ").append(String.join(", ", states));
        }
        text.append(": ").append(said());
        candidates.forEach(candidate -> text.append("\n  ").append(candidate));
        if (follows != null) {
            text.append("\n  ").append(follows.toString().replace("\n", "\n  "));
        }
        return text.toString();
    }

    private String said() {
        return switch (answer) {
            case TAKEN -> "would be taken";
            case KEPT -> "would be kept until the order has come to rest, and tried then";
            case TAKEN_ALREADY -> "was taken before, nothing would happen";
            case REFUSED ->
                refusal == null ? "would be refused" : "would be refused, " + refusal.code() + ": " + refusal.message();
        };
    }
}
