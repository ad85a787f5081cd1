package org.orderengine.dispatch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How calls of one service have gone lately.
 *
 * @param service what is called
 * @param openUntil until when it is left alone; null where it is called
 * @param thrown the class of what it throws again and again; null where it does not
 * @param place the line that throws it
 * @param times how often in a row
 * @param since when it was thrown first
 */
public record ServiceState(
        String service,
        @Nullable Instant openUntil,
        @Nullable String thrown,
        @Nullable String place,
        int times,
        @Nullable Instant since) {}
