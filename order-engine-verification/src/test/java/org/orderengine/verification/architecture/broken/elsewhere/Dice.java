package org.orderengine.verification.architecture.broken.elsewhere;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Reads every clock and rolls every die there is. */
final class Dice {

    private Dice() {}

    static List<Object> all() {
        return List.of(
                Instant.now(),
                LocalDate.now(ZoneOffset.UTC),
                Clock.systemUTC(),
                InstantSource.system(),
                System.currentTimeMillis(),
                System.nanoTime(),
                UUID.randomUUID(),
                new Random(),
                new SplittableRandom(),
                ThreadLocalRandom.current(),
                Math.random());
    }
}
