package org.orderengine.decision.flow;

import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.model.Deadline;
import org.orderengine.model.Problem;
import org.orderengine.policy.DeadlinePolicy;
import org.orderengine.process.compiled.CompiledProcess;

/** Holds the deadlines that an order is placed with against its process and the shop's policy. */
final class Deadlines {

    private Deadlines() {}

    /** Why the deadlines of a new order cannot be taken, or null. */
    static @Nullable Problem problem(
            List<Deadline> deadlines, CompiledProcess process, DeadlinePolicy policy, Instant now) {
        Instant latest = now.plus(policy.longest());
        for (Deadline deadline : deadlines) {
            if (!process.timers().contains(deadline.timer())) {
                return new Problem(
                        Codes.UNKNOWN_TIMER,
                        "process " + process.definition().reference() + " has no timer \"" + deadline.timer()
                                + "\"; it has " + new TreeSet<>(process.timers()));
            }
            boolean isLate = deadline.in() == null
                    ? deadline.dueAt(now).isAfter(latest)
                    : deadline.in().compareTo(policy.longest()) > 0;
            if (isLate || (deadline.at() != null && !deadline.at().isAfter(now))) {
                return new Problem(
                        Codes.DEADLINE_OUT_OF_BOUNDS,
                        "timer " + deadline.timer() + " can be set from now on up to " + latest);
            }
        }
        return null;
    }
}
