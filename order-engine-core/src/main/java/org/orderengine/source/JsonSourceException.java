package org.orderengine.source;

/** A text that people wrote is not JSON. Says where and why. */
public final class JsonSourceException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient JsonSource.Place place;
    private final String reason;

    /** At that place, for that reason. */
    public JsonSourceException(JsonSource.Place place, String reason) {
        super(place + ": " + reason);
        this.place = place;
        this.reason = reason;
    }

    /** Where reading stopped. */
    public JsonSource.Place place() {
        return place;
    }

    /** Why, without the place. */
    public String reason() {
        return reason;
    }
}
