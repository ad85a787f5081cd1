package org.orderengine.spi.benefit;

import java.time.Instant;

/**
 * The host's members. Asked once per command that prices an order of a known buyer; called by many threads at a time. What
 * it throws refuses the command with the code {@code members-unavailable}: nothing happened, and the host may try again.
 */
@FunctionalInterface
public interface MemberService {

    /** Nobody is a member. */
    MemberService NONE = buyer -> Member.NOBODY;

    /** What is known of the buyer; {@link Member#NOBODY} for somebody who is no member. */
    Member member(String buyer);

    /**
     * What is known of the buyer, until a deadline: what comes back later is refused as unavailable.
     *
     * @param deadline when the engine stops waiting
     */
    default Member member(String buyer, Instant deadline) {
        return member(buyer);
    }
}
