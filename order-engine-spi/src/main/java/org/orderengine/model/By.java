package org.orderengine.model;

import org.jspecify.annotations.Nullable;

/**
 * The author of a command, and the reason that was given for it.
 *
 * <p>Every command carries one, and the history keeps it. It is no part of what a command asks for: the same command by another
 * author is the same command (D2).
 *
 * <pre>{@code
 * By.of(Actor.staff("eve")).because("the buyer called");
 * }</pre>
 *
 * <p>Immutable, so safe for any number of threads.
 *
 * @param actor the author
 * @param reason why, for people; null where no reason was given
 */
public record By(Actor actor, @Nullable String reason) {

    /** The engine, or a program that says nothing of itself. */
    public static final By SYSTEM = of(Actor.SOME_SYSTEM);

    /** An author who gives no reason. */
    public static By of(Actor actor) {
        return new By(actor, null);
    }

    /** The same author with a reason. */
    public By because(@Nullable String why) {
        return new By(actor, why);
    }

    /** The author's kind; neither id nor reason, which may be personal. */
    @Override
    public String toString() {
        return "By[" + actor.kind() + "]";
    }
}
