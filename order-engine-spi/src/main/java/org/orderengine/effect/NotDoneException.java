package org.orderengine.effect;

/**
 * Thrown by a service where its work was certainly not done: it counts as {@link EffectResult.Failed}, and the call is made again.
 *
 * <pre>{@code
 * } catch (ConnectException refused) {
 *     throw new NotDoneException("the provider was not reached", refused);
 * }
 * }</pre>
 *
 * <p>Anything else that a service throws counts as {@link EffectResult.Unknown}, since the work may have been done. Thrown by a query, it
 * says nothing of the call that is asked about, and counts as unknown too.
 */
public final class NotDoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * Work that was certainly not done.
     *
     * @param message what went wrong, for people
     */
    public NotDoneException(String message) {
        super(message);
    }

    /**
     * Work that was certainly not done.
     *
     * @param message what went wrong, for people
     * @param cause what was thrown
     */
    public NotDoneException(String message, Throwable cause) {
        super(message, cause);
    }
}
