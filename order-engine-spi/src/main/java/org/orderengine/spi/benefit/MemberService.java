package org.orderengine.spi.benefit;

/**
 * The host's members.
 *
 * <pre>{@code
 * MemberService members = buyer -> accounts.find(buyer)
 *         .map(account -> new Member(account.tier(), account.points()))
 *         .orElse(Member.NOBODY);
 * }</pre>
 *
 * <p>Asked once per command that prices an order of a known buyer. An exception refuses the command with the code {@code
 * members-unavailable}: nothing happened, and the host may try again.
 *
 * <p>Called by many threads at a time.
 */
@FunctionalInterface
public interface MemberService {

    /** A host without members. */
    MemberService NONE = buyer -> Member.NOBODY;

    /** The membership of a buyer; {@link Member#NOBODY} for a buyer without one. */
    Member member(String buyer);
}
