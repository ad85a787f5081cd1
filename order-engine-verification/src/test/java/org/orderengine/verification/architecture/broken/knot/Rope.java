package org.orderengine.verification.architecture.broken.knot;

/** Needs the knot in a body only, from a type inside it. */
public final class Rope {

    private Rope() {}

    /** The part that needs it. */
    public static final class End {

        /** What it is tied to. */
        public Object tied() {
            return new Knot(null);
        }
    }
}
