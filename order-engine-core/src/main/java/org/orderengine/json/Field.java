package org.orderengine.json;

import com.fasterxml.jackson.core.io.SerializedString;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names of all fields of documents, apart from names that hosts choose themselves. */
@SuppressWarnings("ImmutableEnumChecker") // A SerializedString caches its encodings and is otherwise immutable.
enum Field {
    ACCEPTED("accepted"),
    ACTION("action"),
    AMOUNT("amount"),
    AT("at"),
    ATTEMPTS("attempts"),
    ATTRIBUTES("attributes"),
    AUTHORIZED("authorized"),
    BACKORDERED("backordered"),
    BILLING_ADDRESS("billingAddress"),
    BUSINESS("business"),
    BUYER("buyer"),
    CANCELLED("cancelled"),
    CAPTURED("captured"),
    CARRIER("carrier"),
    CATEGORY("category"),
    CHANGE("change"),
    CHANNEL("channel"),
    CITY("city"),
    CLAWED_BACK("clawedBack"),
    CHARGEBACKS("chargebacks"),
    CODE("code"),
    CODES("codes"),
    COMPANY("company"),
    COUNTRY("country"),
    COUPONS("coupons"),
    CREDIT("credit"),
    CURRENCY("currency"),
    DAMAGED("damaged"),
    DEADLINES("deadlines"),
    DEFERRED("deferred"),
    DELIVERED("delivered"),
    DELIVERED_AT("deliveredAt"),
    DELIVERY_ADDRESS("deliveryAddress"),
    DIFFERENCE("difference"),
    DISCOUNTS("discounts"),
    DONE("done"),
    DUE("due"),
    EFFECT("effect"),
    EFFECTS("effects"),
    EMAIL("email"),
    ENDED("ended"),
    ENDING("ending"),
    EPOCH("epoch"),
    EVENT("event"),
    EVIDENCE("evidence"),
    FORMAT("format"),
    FROM("from"),
    FROZEN("frozen"),
    GRANTED("granted"),
    GRANTED_ON("grantedOn"),
    HISTORY("history"),
    IN("in"),
    KIND("kind"),
    LAPSE("lapse"),
    LINE("line"),
    LINES("lines"),
    LOCATION("location"),
    LOCATIONS("locations"),
    MEMBER_TIER("memberTier"),
    LOST("lost"),
    MERCHANT("merchant"),
    MESSAGE("message"),
    METHOD("method"),
    MISSING("missing"),
    NAME("name"),
    OPEN("open"),
    OPERATOR("operator"),
    ORDER("order"),
    ORDERED("ordered"),
    PARTS("parts"),
    PAYLOAD("payload"),
    PAYMENT("payment"),
    PAYMENTS("payments"),
    PHONE("phone"),
    PLACED_AT("placedAt"),
    POINTS("points"),
    POSTAL_CODE("postalCode"),
    PRICE("price"),
    PRICED_UNITS("pricedUnits"),
    PRICES_INCLUDE_TAX("pricesIncludeTax"),
    PRICE_SOURCE("priceSource"),
    PROBLEM("problem"),
    PROCESS("process"),
    PROPOSAL("proposal"),
    QUANTITY("quantity"),
    RATE("rate"),
    REASON("reason"),
    RECIPIENT("recipient"),
    REFERENCE("reference"),
    REFUND("refund"),
    REFUNDED("refunded"),
    REGION("region"),
    REJECTED("rejected"),
    REMAINING("remaining"),
    REPLACED_BY("replacedBy"),
    REPLACEMENT("replacement"),
    REQUESTED("requested"),
    RESERVED("reserved"),
    RESOLUTION("resolution"),
    RETURN("return"),
    RETURNED("returned"),
    RETURNS("returns"),
    REVISION("revision"),
    RUN("run"),
    RUNS("runs"),
    SHIPMENT("shipment"),
    SHIPMENTS("shipments"),
    SHIPPED("shipped"),
    SHIPPING("shipping"),
    SINCE("since"),
    SKU("sku"),
    SOURCE("source"),
    SPENT("spent"),
    STAGE("stage"),
    STATE("state"),
    STATES("states"),
    STATUS("status"),
    STREAK("streak"),
    STUCK("stuck"),
    SUBJECT("subject"),
    SURCHARGE("surcharge"),
    TAXES("taxes"),
    TAX_CATEGORY("taxCategory"),
    TIMER("timer"),
    TIMERS("timers"),
    TRACKING("tracking"),
    UNHELD("unheld"),
    UNIT_PRICE("unitPrice"),
    VERSION("version"),
    VOIDED("voided"),
    WRITTEN_OFF("writtenOff");

    private static final Map<String, Field> BY_WORD = byWord();

    private final SerializedString word;

    Field(String word) {
        this.word = new SerializedString(word);
    }

    /** The field of that name, or null. */
    static @Nullable Field of(String word) {
        return BY_WORD.get(word);
    }

    /** The name, ready to be written. */
    SerializedString word() {
        return word;
    }

    @Override
    public String toString() {
        return word.getValue();
    }

    private static Map<String, Field> byWord() {
        Map<String, Field> fields = new HashMap<>();
        for (Field field : values()) {
            fields.put(field.toString(), field);
        }
        return fields;
    }
}
