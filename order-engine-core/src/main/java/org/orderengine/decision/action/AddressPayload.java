package org.orderengine.decision.action;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.orderengine.decision.Codes;
import org.orderengine.decision.draft.Draft;
import org.orderengine.decision.draft.PayloadReader;
import org.orderengine.model.Address;
import org.orderengine.process.vocabulary.PayloadKey;
import org.orderengine.process.vocabulary.PayloadType;

/** Addresses as payloads carry them: an object with the names of {@link Address}'s components. */
final class AddressPayload {

    private static final PayloadKey RECIPIENT = PayloadKey.prose("recipient", "who gets it");
    private static final PayloadKey COMPANY = PayloadKey.prose("company", "at which company");
    private static final PayloadKey LINES =
            PayloadKey.of("lines", new PayloadType.ListOf(PayloadType.Plain.PROSE), "street and the like");
    private static final PayloadKey POSTAL_CODE = PayloadKey.prose("postalCode", "postal code");
    private static final PayloadKey CITY = PayloadKey.prose("city", "city");
    private static final PayloadKey REGION = PayloadKey.prose("region", "region or state");
    private static final PayloadKey COUNTRY = PayloadKey.prose("country", "country, by its code");
    private static final PayloadKey PHONE = PayloadKey.prose("phone", "phone");
    private static final PayloadKey EMAIL = PayloadKey.prose("email", "mail address");

    private static final List<PayloadKey> MEMBERS =
            List.of(RECIPIENT, COMPANY, LINES, POSTAL_CODE, CITY, REGION, COUNTRY, PHONE, EMAIL);
    private static final Set<String> NAMES =
            MEMBERS.stream().map(PayloadKey::name).collect(Collectors.toUnmodifiableSet());

    private AddressPayload() {}

    /** A key with an address. */
    static PayloadKey key(String name, String meaning) {
        return PayloadKey.object(name, meaning, MEMBERS);
    }

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
        List<String> lines = payload.texts(LINES);
        if (lines.size() > Address.MAX_LINES) {
            throw Draft.refuse(
                    Codes.BAD_ADDRESS,
                    "an address has " + lines.size() + " lines; at most " + Address.MAX_LINES + " are taken");
        }
        return new Address(
                payload.text(RECIPIENT),
                payload.text(COMPANY),
                lines,
                payload.text(POSTAL_CODE),
                payload.text(CITY),
                payload.text(REGION),
                payload.text(COUNTRY),
                payload.text(PHONE),
                payload.text(EMAIL));
    }
}
