package org.orderengine.spi.store;

/**
 * A transaction of the host's in which no command can be executed, with a code that says why; {@code docs/errors.md} explains each. Nothing was
 * done in it.
 */
public final class TransactionRefusedException extends RuntimeException {

    /** The connection commits each statement by itself. */
    public static final String MISSING = "transaction-missing";

    /** The transaction is isolated in a way in which it does not see what others committed meanwhile. */
    public static final String ISOLATION = "isolation-unfit";

    private static final long serialVersionUID = 1L;

    private final String code;

    private TransactionRefusedException(String code, String message) {
        super(message);
        this.code = code;
    }

    /** The code, in kebab-case. */
    public String code() {
        return code;
    }

    /** There is no transaction. */
    public static TransactionRefusedException missing() {
        return new TransactionRefusedException(
                MISSING,
                "The connection commits each statement by itself, so there is no transaction to join: call"
                        + " setAutoCommit(false) first, and commit when the outcome is there");
    }

    /** The isolation is another than is needed. */
    public static TransactionRefusedException isolation(String actual) {
        return new TransactionRefusedException(
                ISOLATION,
                "The transaction is isolated as " + actual
                        + ", and has to be READ COMMITTED: else it decides on orders as they"
                        + " were when it began. Set it before the first statement of the transaction");
    }
}
