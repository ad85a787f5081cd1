package org.orderengine.decision;

/** The codes of refusals. Each is explained in {@code docs/errors.md}. */
public final class Codes {

    /** There is no such order. */
    public static final String UNKNOWN_ORDER = "unknown-order";
    /** The store takes ids of ASCII characters only. */
    public static final String ORDER_ID_NOT_ASCII = "order-id-not-ascii";
    /** There is an order of that id already. */
    public static final String ORDER_EXISTS = "order-exists";
    /** The order was archived, and its id is not given again. */
    public static final String ORDER_ARCHIVED = "order-archived";
    /** The order has not come to its end, or still owes something. */
    public static final String ORDER_OPEN = "order-open";
    /** What the command would write is not to be written yet, for the sake of older nodes. */
    public static final String FORMAT_NOT_ENABLED = "format-not-enabled";
    /** What was to be done to an order in passing threw; the others went on. */
    public static final String UPKEEP_FAILED = "upkeep-failed";
    /** The order's process has come to its end. */
    public static final String ORDER_ENDED = "order-ended";
    /** The order waits for a service; try again later. */
    public static final String BUSY = "busy";
    /** The order waits for a service, and keeps as many actions as it may; try again later. */
    public static final String DEFERRED_FULL = "deferred-full";
    /** The order's process does not take the action where the order is. */
    public static final String NOT_ALLOWED = "not-allowed";
    /** The action's transitions have guards, and all of them say no. */
    public static final String GUARD_REFUSED = "guard-refused";
    /** The order follows neither the process that a migration leads from nor the one that it leads to. */
    public static final String GUARD_FAILED = "guard-failed";

    public static final String RULE_FAILED = "rule-failed";
    public static final String STEP_ENDLESS = "step-endless";
    public static final String UNKNOWN_STATE = "unknown-state";
    public static final String ORDER_UNREADABLE = "order-unreadable";
    public static final String OTHER_PROCESS = "other-process";
    /** Something of the order has no place in the process that it is to be migrated to. */
    public static final String NO_LANDING_PLACE = "no-landing-place";
    /** The order could not be migrated, for a reason that is no business of its own; try again. */
    public static final String MIGRATION_FAILED = "migration-failed";
    /** A value of the payload is missing or not of the form it must have. */
    public static final String BAD_PAYLOAD = "bad-payload";
    /** The payload has a key that means nothing to its action. */
    public static final String UNKNOWN_PAYLOAD_KEY = "unknown-payload-key";
    /** What was offered could be accepted until a time that is over. */
    public static final String ACCEPTANCE_OVER = "acceptance-over";
    /** There is no such line. */
    public static final String UNKNOWN_LINE = "unknown-line";
    /** More units than there are. */
    public static final String QUANTITY_EXCEEDED = "quantity-exceeded";
    /** A line is handed over once it is paid, and goes in no parcel. */
    public static final String HANDED_OVER = "handed-over";
    /** A line is counted, and cannot be weighed. */
    public static final String NOT_MEASURED = "not-measured";
    /** There is nothing left to cancel. */
    public static final String NOTHING_TO_CANCEL = "nothing-to-cancel";
    /** No unit waits for goods. */
    public static final String NOTHING_BACKORDERED = "nothing-backordered";
    /** There is nothing to ship. */
    public static final String NOTHING_TO_SHIP = "nothing-to-ship";
    /** There is no such shipment. */
    public static final String UNKNOWN_SHIPMENT = "unknown-shipment";
    /** There is a shipment of that id already. */
    public static final String SHIPMENT_EXISTS = "shipment-exists";

    /** No location has what an order needs. */
    public static final String OUT_OF_STOCK = "out-of-stock";

    /** One parcel was asked for of units that are at several locations. */
    public static final String SEVERAL_LOCATIONS = "several-locations";
    /** The shipment has arrived already, or came back. */
    public static final String SHIPMENT_DELIVERED = "shipment-delivered";
    /** The shipment is not in the state that the action needs. */
    public static final String SHIPMENT_STATE = "shipment-state";
    /** There is no such payment. */
    public static final String UNKNOWN_PAYMENT = "unknown-payment";
    /** There is a payment of that id already. */
    public static final String PAYMENT_EXISTS = "payment-exists";
    /** There is no such return. */
    public static final String UNKNOWN_RETURN = "unknown-return";
    /** There is a return of that id already. */
    public static final String RETURN_EXISTS = "return-exists";
    /** The return is not in the state that the action needs. */
    public static final String RETURN_STATE = "return-state";
    /** A rule of the host's for returns threw. */
    public static final String RETURN_RULE_FAILED = "return-rule-failed";
    /** No change waits to be confirmed, or another one does. */
    public static final String UNKNOWN_PROPOSAL = "unknown-proposal";
    /** The payment is not in a state that takes the action. */
    public static final String PAYMENT_STATE = "payment-state";
    /** An amount of zero or less. */
    public static final String AMOUNT_NOT_POSITIVE = "amount-not-positive";
    /** An amount of more than there is room for. */
    public static final String AMOUNT_EXCEEDED = "amount-exceeded";
    /** An amount in another currency than the order's. */
    public static final String CURRENCY_MISMATCH = "currency-mismatch";
    /** There is no such timer, or it does not run. */
    public static final String UNKNOWN_TIMER = "unknown-timer";
    /** A timer cannot be set to that time. */
    public static final String DEADLINE_OUT_OF_BOUNDS = "deadline-out-of-bounds";
    /** The buyer has to complete the payment at the provider. */
    public static final String BUYER_PENDING = "buyer-pending";
    /** The buyer did not complete the payment at the provider in time. */
    public static final String BUYER_LEFT = "buyer-left";
    /** The engine was given no payment gateway. */
    public static final String NO_GATEWAY = "no-gateway";
    /** The provider's answer to the payment is known already. */
    public static final String PAYMENT_SETTLED = "payment-settled";
    /** The payment waits for its provider's answer. */
    public static final String PAYMENT_PENDING = "payment-pending";
    /** Nothing is outstanding. */
    public static final String REFERENCE_USED = "reference-used";
    /** The provider gave money back by itself that a refund under way gives back too. */
    public static final String REFUNDED_TWICE = "refunded-twice";

    public static final String NOTHING_OUTSTANDING = "nothing-outstanding";
    /** An amount does not fit. */
    public static final String AMOUNT_OVERFLOW = "amount-overflow";
    /** The command id was used for another command. */
    public static final String COMMAND_ID_REUSED = "command-id-reused";
    /** The engine does not run the process that was named. */
    public static final String UNKNOWN_PROCESS = "unknown-process";
    /** An id is blank, too long, or has control characters. */
    public static final String BAD_ID = "bad-id";
    /** An attribute or tag of the host's own is no text, too long, or has a name that cannot be one. */
    public static final String BAD_ATTRIBUTE = "bad-attribute";
    /** The reason of a command is blank, too long or no Unicode. */
    public static final String BAD_REASON = "bad-reason";
    /** A text of an address is too long or no Unicode. */
    public static final String BAD_ADDRESS = "bad-address";
    /** The input is larger than the engine's limits. */
    public static final String LIMIT_EXCEEDED = "limit-exceeded";
    /** The host's catalog did not answer; try again. */
    public static final String CATALOG_UNAVAILABLE = "catalog-unavailable";
    /** The host's tax service did not answer; try again. */
    public static final String TAX_UNAVAILABLE = "tax-unavailable";
    /** The host's offer service did not answer; try again. */
    public static final String OFFERS_UNAVAILABLE = "offers-unavailable";
    /** The host's member service did not answer; try again. */
    public static final String MEMBERS_UNAVAILABLE = "members-unavailable";
    /** The answer of a service was lost: it is asked what became of the call, and after the last time a person has to. */
    public static final String OUTCOME_UNKNOWN = "outcome-unknown";
    /** A service failed; it is called again. */
    public static final String SERVICE_FAILED = "service-failed";
    /** A service failed for good; a person has to resolve it. */
    public static final String ANSWER_UNBOOKABLE = "answer-unbookable";

    public static final String GAVE_UP = "gave-up";
    /** The order owes no such effect. */
    public static final String UNKNOWN_EFFECT = "unknown-effect";
    /** The effect waits for no person. */
    public static final String NOT_PARKED = "not-parked";
    /** Nothing undoes the effect. */
    public static final String NOT_REVERSIBLE = "not-reversible";
    /** A person had an effect undone. */
    public static final String REVERSED = "reversed";
    /** A person's decision needs what it rests on. */
    public static final String EVIDENCE_MISSING = "evidence-missing";
    /** Doing what was due to an order threw; it is tried again after ever longer pauses. */
    public static final String WORK_STUCK = "work-stuck";
    /** A timer of the order is due again whenever it has fired; it is tried again after ever longer pauses. */
    public static final String TIMER_ENDLESS = "timer-endless";
    /** The order changed too often while the command was decided; try again. */
    public static final String CONTENTION = "contention";

    private Codes() {}
}
