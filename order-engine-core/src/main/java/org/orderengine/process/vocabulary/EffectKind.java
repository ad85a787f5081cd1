package org.orderengine.process.vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.orderengine.model.Intent;
import org.orderengine.model.LineQuantity;
import org.orderengine.model.Money;
import org.orderengine.model.OwedEffect;
import org.orderengine.policy.ReservePolicy;

/**
 * The built-in effects: what an order can ask of a service, or do to its books by itself.
 *
 * <p>A kind is the one place that says of an effect its word in definitions, the {@link Service} that does it, its {@link Role} for
 * the order, and the kind that undoes it. An effect goes through these steps:
 *
 * <ol>
 *   <li>A state that names its word is entered, or an action asks for it: a desk plans an {@link Intent} of this kind.
 *   <li>The commit writes the intent down as owed.
 *   <li>The service is asked, and its answer is booked as an event.
 *   <li>Where a later effect of the same busy state is declined, the effect by which this one is undone is owed.
 * </ol>
 *
 * <pre>{@code
 * if (EffectKind.PAYMENT_CAPTURE.is(owed)) { … }
 * EffectKind.of("payment.capture").undoneBy(); // PAYMENT_REFUND
 * }</pre>
 *
 * <p>Any name that is not built in is of the kind {@link #HOST}. A kind stands after the one that
 * undoes it.
 */
public enum EffectKind {
    /** Gives back held units that the order does not need any more. */
    INVENTORY_RELEASE("inventory.release", Service.INVENTORY, Role.GIVES_BACK),
    /** Holds the order's open units; all or none, unless the engine was given another policy. */
    INVENTORY_RESERVE("inventory.reserve", INVENTORY_RELEASE, ReservePolicy.ALL_OR_NOTHING),
    /** Holds what is there of the order's open units; the order does without the rest. */
    INVENTORY_RESERVE_PARTIAL("inventory.reserve-partial", INVENTORY_RELEASE, ReservePolicy.PARTIAL),
    /** Holds what is there of the order's open units; the rest is promised on backorder. */
    INVENTORY_RESERVE_BACKORDER("inventory.reserve-backorder", INVENTORY_RELEASE, ReservePolicy.BACKORDER),
    /** Holds backordered units that have arrived. */
    INVENTORY_FILL("inventory.fill", Service.INVENTORY, Role.REPORTS),
    /** Tells the inventory that units left the house. */
    INVENTORY_CONSUME("inventory.consume", Service.INVENTORY, Role.REPORTS),
    /** Tells the inventory that units came back and are held again. */
    INVENTORY_TAKE_BACK("inventory.take-back", Service.INVENTORY, Role.REPORTS),
    /** Tells the inventory that units are back on the shelf. */
    INVENTORY_RESTOCK("inventory.restock", Service.INVENTORY, Role.REPORTS),
    /** Gives back coupons that were redeemed. */
    COUPONS_RETURN("coupons.return", Service.BENEFIT, Role.GIVES_BACK),
    /** Counts the order's coupons as used. */
    COUPONS_REDEEM("coupons.redeem", Service.BENEFIT, COUPONS_RETURN),
    /** Gives back points that were spent. */
    POINTS_RETURN("points.return", Service.BENEFIT, Role.GIVES_BACK),
    /** Takes the points that the buyer pays with. */
    POINTS_SPEND("points.spend", Service.BENEFIT, POINTS_RETURN),
    /** Takes back points that were granted. */
    POINTS_CLAW_BACK("points.claw-back", Service.BENEFIT, Role.GIVES_BACK),
    /** Gives the buyer points for what he paid; the books say how many of them are to be taken back. */
    POINTS_GRANT("points.grant", Service.BENEFIT),
    /** Lets go of promises that the order does not need any more. */
    PAYMENT_VOID("payment.void", Service.PAYMENT, Role.GIVES_BACK),
    /** Has the requested payments promised. */
    PAYMENT_AUTHORIZE("payment.authorize", Service.PAYMENT, PAYMENT_VOID),
    /** Gives back money that the order does not need any more. */
    PAYMENT_REFUND("payment.refund", Service.PAYMENT, Role.GIVES_BACK),
    /** Has the requested payments promised and taken. */
    PAYMENT_CAPTURE("payment.capture", Service.PAYMENT, PAYMENT_REFUND),
    /** Gives back money as credit with the shop. */
    PAYMENT_CREDIT("payment.credit", Service.PAYMENT, Role.GIVES_BACK),
    /** Tells the carrier that a parcel is ready. */
    LOGISTICS_DISPATCH("logistics.dispatch", Service.LOGISTICS, Role.LEADS_ON),
    /** Tells the carrier that a parcel is not to be fetched. */
    LOGISTICS_CANCEL("logistics.cancel", Service.LOGISTICS, Role.REPORTS),
    /** Hands over what is left to ship, without a parcel; without a delivery service the goods count as handed over. */
    GOODS_DELIVER("goods.deliver", Service.DELIVERY),
    /** Freezes what no invoice or credit note says yet, and has the host number it; nothing where there is nothing to say. */
    DOCUMENT_ISSUE("document.issue", Service.DOCUMENT),
    /** Has the parcels that {@code ship} has packed leave, once what is owed for them is captured. Asks no service. */
    SHIPMENT_LEAVE("shipment.leave", Service.NONE),
    /** Books that payment providers no longer keep what they promised. Does nothing outside. */
    AUTHORIZATION_EXPIRE("authorization.expire", Service.NONE),
    /** Keeps the deposit: the order costs that much from now on, whatever is cancelled. Does nothing outside. */
    DEPOSIT_KEEP("deposit.keep", Service.NONE),
    /** Drops a change that was asked for and not confirmed. Does nothing outside. */
    PROPOSAL_DROP("proposal.drop", Service.NONE),
    /** Takes the order back: cancels what has not shipped, and undoes whatever its books say is held, taken or used. */
    REVERSE("reverse", Service.NONE),
    /** Any effect that the host registered under a name of its own. */
    HOST("", Service.HOST, Role.LEADS_ON);

    /** What does an effect: what is plugged in, fails and recovers as one. */
    public enum Service {
        /** The host's stock. */
        INVENTORY,
        /** The host's payment providers. */
        PAYMENT,
        /** The host's coupons and points. */
        BENEFIT,
        /** The host's carriers. */
        LOGISTICS,
        /** What hands over goods without a parcel. */
        DELIVERY,
        /** What numbers invoices and credit notes. */
        DOCUMENT,
        /** A handler of the host's own. */
        HOST,
        /** Nothing outside: the books of the order say it all. */
        NONE
    }

    /** What an effect is for its order. */
    public enum Role {
        /** The order goes on with it: it may be declined, and effects of one busy state wait for each other. */
        LEADS_ON,
        /** It gives back what the order does not need any more, and waits for nothing. */
        GIVES_BACK,
        /** It tells a service what has happened already. */
        REPORTS
    }

    private static final Map<String, EffectKind> BY_WORD = new HashMap<>();
    private static final List<String> NAMEABLE = new ArrayList<>();

    static {
        for (EffectKind kind : values()) {
            if (kind != HOST) {
                BY_WORD.put(kind.word, kind);
            }
            if (kind.nameable) {
                NAMEABLE.add(kind.word);
            }
        }
    }

    private final String word;
    private final Service service;
    private final Role role;
    private final boolean nameable;
    private final @Nullable EffectKind undoneBy;
    private final @Nullable ReservePolicy reserving;

    /** One that definitions cannot name: it follows from actions and from {@code reverse}. */
    EffectKind(String word, Service service, Role role) {
        this(word, service, role, false, null, null);
    }

    /** One that definitions can name, and that nothing undoes. */
    EffectKind(String word, Service service) {
        this(word, service, Role.LEADS_ON, true, null, null);
    }

    /** One that definitions can name. */
    EffectKind(String word, Service service, EffectKind undoneBy) {
        this(word, service, Role.LEADS_ON, true, undoneBy, null);
    }

    /** One that definitions can name, and that holds stock. */
    EffectKind(String word, EffectKind undoneBy, ReservePolicy reserving) {
        this(word, Service.INVENTORY, Role.LEADS_ON, true, undoneBy, reserving);
    }

    EffectKind(
            String word,
            Service service,
            Role role,
            boolean nameable,
            @Nullable EffectKind undoneBy,
            @Nullable ReservePolicy reserving) {
        this.word = word;
        this.service = service;
        this.role = role;
        this.nameable = nameable;
        this.undoneBy = undoneBy;
        this.reserving = reserving;
    }

    /** The kind of a name; {@link #HOST} if it is not built in. */
    public static EffectKind of(String name) {
        return BY_WORD.getOrDefault(name, HOST);
    }

    /** The kind of wanted work; {@link #HOST} if it is not built in. */
    public static EffectKind of(Intent intent) {
        return of(intent.name());
    }

    /** The kind of an owed effect; {@link #HOST} if it is not built in. */
    public static EffectKind of(OwedEffect effect) {
        return of(effect.name());
    }

    /** The names of those that a definition can name; the others follow from actions and from {@link #REVERSE}. */
    public static List<String> nameable() {
        return List.copyOf(NAMEABLE);
    }

    /** Whether an effect is built in, nameable or not. */
    public static boolean isBuiltIn(String name) {
        return BY_WORD.containsKey(name);
    }

    /** The one that holds stock by a policy. */
    public static EffectKind reserving(ReservePolicy policy) {
        for (EffectKind kind : values()) {
            if (kind.reserving == policy) {
                return kind;
            }
        }
        throw new IllegalArgumentException("no effect holds stock by " + policy);
    }

    /** How process definitions and documents call it. */
    public String word() {
        return word;
    }

    /** What does it. */
    public Service service() {
        return service;
    }

    /** What it is for its order. */
    public Role role() {
        return role;
    }

    /** What undoes it once it is done; null if nothing does. */
    public @Nullable EffectKind undoneBy() {
        return undoneBy;
    }

    /** What it makes of units that are not there, if it holds stock; otherwise null. */
    public @Nullable ReservePolicy reserving() {
        return reserving;
    }

    /** Whether it holds stock, whatever its policy. */
    public boolean isReserving() {
        return reserving != null;
    }

    /** Whether it asks a payment's provider for money. */
    public boolean isCharge() {
        return service == Service.PAYMENT && role == Role.LEADS_ON;
    }

    /** Whether it gives money of a payment back. */
    public boolean isRefund() {
        return this == PAYMENT_REFUND || this == PAYMENT_CREDIT;
    }

    /** Whether an effect is of this kind. */
    public boolean is(OwedEffect effect) {
        return word.equals(effect.name());
    }

    /** Whether wanted work is of this kind. */
    public boolean is(Intent intent) {
        return word.equals(intent.name());
    }

    /** Work of this kind that is about nothing but the order. */
    public Intent intent() {
        return Intent.named(word);
    }

    /** Work of this kind on units where there is one location. */
    public Intent units(@Nullable String subject, List<LineQuantity> lines) {
        return Intent.units(word, subject, lines, null);
    }

    /** Work of this kind on units at a location. */
    public Intent units(@Nullable String subject, List<LineQuantity> lines, @Nullable String location) {
        return Intent.units(word, subject, lines, location);
    }

    /** Work of this kind on the money of a payment. */
    public Intent money(String payment, Money amount) {
        return Intent.money(word, payment, amount);
    }

    /** Work of this kind on coupons. */
    public Intent coupons(List<String> codes) {
        return Intent.coupons(word, codes);
    }

    /** Work of this kind on points. */
    public Intent points(long points) {
        return Intent.points(word, points);
    }

    @Override
    public String toString() {
        return word;
    }
}
