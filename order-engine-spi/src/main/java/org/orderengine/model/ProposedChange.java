package org.orderengine.model;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change that was proposed and not confirmed yet, with what it would come to. Nothing is reserved or owed for it. It ends when
 * it is confirmed or declined, or when something else has changed what it was priced for.
 *
 * @param id its id within the order
 * @param since when it was asked for
 * @param reason why, in the words of the person who asked; null where no reason was given
 * @param change what is to change, values by name as the action {@code modify} takes them
 * @param prices what the order would stand for, by the prices and offers of {@code since}
 * @param difference what the order would cost more; negative when it would cost less
 */
public record ProposedChange(
        String id,
        Instant since,
        @Nullable String reason,
        Map<String, Object> change,
        Prices prices,
        Money difference) {

    public ProposedChange {
        Checks.requireText(id, "proposed change");
        change = Collections.unmodifiableMap(new LinkedHashMap<>(change));
    }

    /** Which change since when and what it would cost; not what is to change, which may be personal. */
    @Override
    public String toString() {
        return id + " since " + since + ", " + difference;
    }
}
