package org.orderengine.decision.action;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.Address;

/** Addresses as payloads carry them: an object with the names of {@link Address}'s components. */
final class AddressPayload {

    private static final Set<String> NAMES =
            Set.of("recipient", "company", "lines", "postalCode", "city", "region", "country", "phone", "email");

    private AddressPayload() {}

    /** The address; null where there is none. */
    static @Nullable Address read(@Nullable PayloadReader payload) {
        if (payload == null) {
            return null;
        }
        for (String name : payload.payload().keys()) {
            if (!NAMES.contains(name)) {
                throw Draft.refuse(Codes.BAD_PAYLOAD, "an address has no " + name + "; it has " + NAMES);
            }
        }
        return new Address(
                payload.text("recipient"),
                payload.text("company"),
                payload.texts("lines"),
                payload.text("postalCode"),
                payload.text("city"),
                payload.text("region"),
                payload.text("country"),
                payload.text("phone"),
                payload.text("email"));
    }
}
