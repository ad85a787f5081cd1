package org.orderengine.testkit.property;

/**
 * Numbers that look like chance and are always the same for one seed: SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom
 * Number Generators, 2014). Not for several threads.
 */
final class Numbers {

    private static final long GAMMA = 0x9E3779B97F4A7C15L;

    private long state;

    Numbers(long seed) {
        this.state = seed;
    }

    /** A number from 0 to below a bound. */
    int nextInt(int bound) {
        return (int) Math.floorMod(next(), (long) bound);
    }

    boolean nextBoolean() {
        return next() < 0;
    }

    private long next() {
        state += GAMMA;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}
