package org.orderengine.process;

import org.jspecify.annotations.Nullable;
import org.orderengine.machine.definition.Verdict;

/**
 * What became of one guard of a transition that was considered.
 *
 * @param guard its name
 * @param verdict what it said; null if it was not asked, since a guard before it says no, or a transition before this one is taken
 */
public record GuardAnswer(String guard, @Nullable Verdict verdict) {

    @Override
    public String toString() {
        if (verdict == null) {
            return guard + ": not asked";
        }
        return guard + (verdict.allowed() ? ": yes" : ": no, " + verdict.reason());
    }
}
