package org.orderengine.dispatch;

import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.model.Problem;
import org.orderengine.policy.Limits;
import org.orderengine.text.Ids;

/** Checks ids against the limits. */
record IdCheck(Limits limits) {

    /** The first problem of ids, each behind what it is; those that are not given are passed over. */
    @Nullable
    Problem firstBad(@Nullable String... whatAndId) {
        for (int i = 0; i < whatAndId.length; i += 2) {
            String id = whatAndId[i + 1];
            Problem problem = id == null ? null : bad(String.valueOf(whatAndId[i]), id);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** The problem of an id, or null. */
    @Nullable
    Problem bad(String what, String id) {
        String wrong = Ids.problem(id, limits.idLength());
        return wrong == null ? null : new Problem(Codes.BAD_ID, "the " + what + "'s id " + wrong);
    }
}
